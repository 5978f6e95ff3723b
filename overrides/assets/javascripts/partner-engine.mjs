// Opens the search: in this thread, or in a worker of its own when the list is long, so that typing never waits for it.

const fetched = (address) => fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));

/** The search. address: of the index that was made with the site. long: in a worker, where there are any. */
export function openSearch(address, { long = false } = {}) {
  return long && typeof Worker !== "undefined" ? inWorker(address) : here(address);
}

async function here(address) {
  const [{ default: MiniSearch }, { createSearch }, made] = await Promise.all([import("../vendor/minisearch.mjs"), import("./partner-search.mjs"), fetched(address)]);
  return createSearch(MiniSearch, made);
}

function inWorker(address) {
  const worker = new Worker(new URL("./partner-worker.mjs", import.meta.url), { type: "module" });
  const waiting = new Map();
  let last = 0;
  const ask = (job, value) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ number: last, job, value });
    });
  worker.addEventListener("message", ({ data: { number, value, fault } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (fault) reject(new Error(fault));
    else resolve(value);
  });
  const failed = new Promise((_, reject) => worker.addEventListener("error", () => reject(new Error("no worker"))));
  const opened = ask("open", new URL(address, document.baseURI).href).then(() => ({ search: (query) => ask("search", query), suggest: (query) => ask("suggest", query) }));
  return Promise.race([opened, failed]);
}
