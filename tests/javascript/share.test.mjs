// Links to a section: whatever its title says, it stays a title; and who came from elsewhere is known.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fromElsewhere } from "../../overrides/assets/javascripts/arrived.mjs";
import { bibtex, htmlLink, mailLink, markdownLink } from "../../overrides/assets/javascripts/share.mjs";

// What the guide writes for a page (tests/guide/citing/test_links.py), a script writes for a section.
const titles = JSON.parse(readFileSync(new URL("../guide/citing/cases/titles.json", import.meta.url), "utf-8"));
const address = "https://gids.test/a/tolk/?b=1&c=2#met-een-tolk";

for (const { title, html, markdown, latex } of titles) {
  test(`a title is written as each form wants it: ${title}`, () => {
    assert.equal(htmlLink(title, address), `<a href="${address.replaceAll("&", "&amp;")}">${html}</a>`);
    assert.equal(markdownLink(title, address), `[${markdown}](${address})`);
    const values = { title, address, anchor: "met-een-tolk" };
    const filled = bibtex("@online{a-⟦anchor⟧,\n  title = {⟦title⟧},\n  url = {⟦address⟧}\n}", values);
    assert.equal(filled, `@online{a-met-een-tolk,\n  title = {${latex}},\n  url = {${address}}\n}`);
    const mail = mailLink("mailto:?subject=%E2%9F%A6title%E2%9F%A7%20%28Gids%29&body=Dag%0D%0A%E2%9F%A6address%E2%9F%A7", values);
    const said = new URL(mail).searchParams;
    assert.deepEqual([said.get("subject"), said.get("body")], [`${title} (Gids)`, `Dag\r\n${address}`]);
  });
}

test("an anchor in another script gives a name that BibTeX takes", () => {
  const values = { title: "A", address, anchor: "%D9%85, b}" };
  assert.equal(bibtex("@online{x-⟦anchor⟧,", values), "@online{x--D9-85-b-,");
});

test("a link from elsewhere is one from another page, a mail or a code", () => {
  const own = ["https://gids.test/a/#b", "https://gids.test/fr/a/#b"];
  assert.equal(fromElsewhere("navigate", "", own), true);
  assert.equal(fromElsewhere("navigate", "https://elders.test/", own), true);
  assert.equal(fromElsewhere("navigate", "https://gids.test/", own), true);
  assert.equal(fromElsewhere("navigate", "https://gids.test/fr/a/", own), false);
  assert.equal(fromElsewhere("navigate", "https://gids.test/a/#c", own), false);
  assert.equal(fromElsewhere("reload", "", own), false);
  assert.equal(fromElsewhere("back_forward", "", own), false);
});
