// Makes the index of the partners at build: JSON on the standard input, JSON on the standard output.

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { assets, stopWords, data } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));
const [{ default: MiniSearch }, { makeIndex }] = await Promise.all([import(`${assets}/vendor/minisearch.mjs`), import(`${assets}/javascripts/partner-index.mjs`)]);
process.stdout.write(JSON.stringify(makeIndex(MiniSearch, data, stopWords)));
