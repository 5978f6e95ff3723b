// Puts questions to an index: {index, questions} as JSON on the standard input, the ids found on the standard output.

import MiniSearch from "minisearch";

import { createSearch } from "../../../overrides/assets/javascripts/partner-search.mjs";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { index, questions } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));
const engine = createSearch(MiniSearch, index);
process.stdout.write(JSON.stringify(questions.map((question) => engine.search(question).ids)));
