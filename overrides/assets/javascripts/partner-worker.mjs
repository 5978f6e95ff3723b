// The search in a thread of its own. Asked again before it came to an answer, it skips the question before.

import MiniSearch from "../vendor/minisearch.mjs";
import { createSearch } from "./partner-search.mjs";

let engine;
let newest = 0;

const jobs = {
  async open(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    engine = createSearch(MiniSearch, await answer.json());
  },
  search: (query) => engine.search(query),
  suggest: (query) => engine.suggest(query),
};

addEventListener("message", async ({ data: { number, job, value } }) => {
  if (job === "search") {
    newest = number;
    await new Promise((resolve) => setTimeout(resolve)); // what was typed meanwhile comes first
    if (newest !== number) return postMessage({ number, value: null });
  }
  try {
    postMessage({ number, value: await jobs[job](value) });
  } catch (error) {
    postMessage({ number, fault: String(error) });
  }
});
