// Judges pages with Lighthouse on a phone, with the speed of a slow mobile network as Lighthouse simulates it.
// node judge.mjs BROWSER ROUNDS ADDRESS…: a line of JSON for each round of each address.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";

const [browser, rounds, ...addresses] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--remote-debugging-port=0", `--user-data-dir=${folder}`];
const chrome = spawn(browser, [...options, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });

/** The port on which the browser listens, as it says itself. */
const port = await new Promise((found, failed) => {
  let said = "";
  chrome.stderr.on("data", (text) => {
    said += text;
    const match = said.match(/DevTools listening on ws:\/\/[^:]+:(\d+)/);
    if (match) found(Number(match[1]));
  });
  chrome.on("exit", () => failed(new Error(`the browser ended: ${said.slice(-400)}`)));
});

try {
  for (const address of addresses) {
    for (let round = 0; round < Number(rounds); round++) {
      const { lhr } = await lighthouse(address, { port, logLevel: "silent", output: "json", maxWaitForLoad: 60_000 });
      const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, score === null ? null : Math.round(score * 100)]));
      const value = (name) => lhr.audits[name]?.numericValue ?? null;
      const values = { fcp: value("first-contentful-paint"), lcp: value("largest-contentful-paint"), tbt: value("total-blocking-time"), cls: value("cumulative-layout-shift"), bytes: value("total-byte-weight") };
      const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
        .map(({ id }) => `${id}${lhr.audits[id].displayValue ? ` (${lhr.audits[id].displayValue})` : ""}`);
      console.log(JSON.stringify({ address, scores, values, lost, error: lhr.runtimeError?.message ?? null }));
    }
  }
} finally {
  chrome.removeAllListeners("exit");
  chrome.kill();
  await new Promise((ended) => chrome.once("exit", ended));
  await rm(folder, { recursive: true, force: true });
}
