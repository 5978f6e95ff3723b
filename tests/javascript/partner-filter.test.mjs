// The choices: in the address, over the list, and in numbers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, fits, folded, fromAddress, isChosen, loosened, nothing, PAGE, seatedFirst, toAddress, totals } from "../../overrides/assets/javascripts/partner-filter.mjs";

const item = (id, help, area, seat = "", generic = false, audience = "leerkracht", language = "nl") => ({
  id, help: new Set(help.split(" ")), area: new Set(area.split(" ").filter(Boolean)), seat, generic,
  audience: new Set([audience]), language: new Set([language]), recommendation: new Set(["communicatie"]),
});
const items = [
  item("flanders", "tolken", "vlaanderen-en-brussel", "brussel"),
  item("brussels", "tolken huiswerk", "brussel", "sint-jans-molenbeek"),
  item("ghent", "huiswerk", "gent", "gent", false, "ouder", "ar"),
  item("nowhere", "armoede", "vlaanderen"),
  item("service", "huiswerk", "", "", true),
];
const areas = new Map([
  ["brussel", ["brussel", "vlaanderen-en-brussel"]],
  ["gent", ["gent", "vlaanderen", "vlaanderen-en-brussel"]],
]);
const offered = {
  help: new Set(["tolken", "huiswerk", "armoede"]), where: new Set(["brussel", "gent"]), recommendation: new Set(["communicatie"]),
  audience: new Set(["leerkracht", "ouder"]), language: new Set(["nl", "ar"]), seat: new Set(["brussel", "gent", "none"]),
};
const found = (choices) => items.filter((one) => fits(one, { ...nothing(), ...choices }, areas)).map((one) => one.id);

test("nothing chosen shows all", () => assert.equal(found({}).length, 5));
test("two kinds of help: one of them is enough", () => assert.deepEqual(found({ help: ["tolken", "armoede"] }), ["flanders", "brussels", "nowhere"]));
test("different choices narrow each other", () => assert.deepEqual(found({ help: ["huiswerk"], where: "brussel" }), ["brussels", "service"]));
test("where finds those who work there, not those who sit there; a service without an area is everywhere", () => assert.deepEqual(found({ where: "gent" }), ["flanders", "ghent", "nowhere", "service"]));
test("a seat finds those who sit there", () => assert.deepEqual(found({ seat: "gent" }), ["ghent"]));
test("no seat: organisations only, a kind of service has none by nature", () => assert.deepEqual(found({ seat: "none" }), ["nowhere"]));
test("a language that somebody speaks there", () => assert.deepEqual(found({ language: "ar" }), ["ghent"]));
test("audience", () => assert.deepEqual(found({ audience: "ouder" }), ["ghent"]));

test("a count is what the choice would give, the other choices as they are", () => {
  const help = counts(items, "help", ["tolken", "huiswerk", "armoede"], { ...nothing(), help: ["tolken"], where: "brussel" }, areas);
  assert.deepEqual([...help], [["tolken", 2], ["huiswerk", 2], ["armoede", 0]]);
  const seats = counts(items, "seat", ["brussel", "gent", "none"], { ...nothing(), help: ["huiswerk"] }, areas);
  assert.deepEqual([...seats], [["brussel", 0], ["gent", 1], ["none", 0]]);
});

test("every count is kept by the list that it leads to", () => {
  for (const key of Object.keys(offered)) {
    const values = [...offered[key]];
    for (const [value, number] of counts(items, key, values, nothing(), areas)) {
      assert.equal(found({ [key]: key === "help" ? [value] : value }).length, number, `${key}=${value}`);
    }
  }
});

test("totals tell how many there are and who is not on the map", () => {
  assert.deepEqual(totals(items), { all: 5, offMap: 1 });
});

test("a merged partner is found under its successor, once, where the first of the two stands", () => {
  const successors = new Map([["old", "new"], ["older", "new"]]);
  assert.deepEqual(folded(["other", "older", "new", "old", "last"], successors), ["other", "new", "last"]);
});

test("the address holds all choices and gives them back", () => {
  const choices = { find: "tolk & thee", help: ["tolken", "huiswerk"], where: "brussel", recommendation: "communicatie", audience: "ouder", language: "ar", seat: "none", show: 60 };
  const address = toAddress(choices);
  assert.equal(address, "?find=tolk+%26+thee&help=tolken,huiswerk&where=brussel&recommendation=communicatie&audience=ouder&language=ar&seat=none&show=60");
  assert.deepEqual(fromAddress(address, offered), choices);
});

test("how many cards: whole pages of them, and the first one leaves no trace", () => {
  for (const [text, show] of [["", PAGE], ["?show=5", PAGE], ["?show=31", 60], ["?show=x", PAGE], ["?show=-60", PAGE], ["?show=1e9", 10_020]]) {
    assert.equal(fromAddress(text, offered).show, show, text);
  }
  assert.equal(toAddress(nothing()), "");
});

test("who has a seat there comes first, the others keep their order", () => {
  const [near, far] = seatedFirst(items, ["gent", "sint-jans-molenbeek"]);
  assert.deepEqual([near, far].map((some) => some.map((one) => one.id)), [["brussels", "ghent"], ["flanders", "nowhere", "service"]]);
  assert.deepEqual(seatedFirst(items, ["gent", "sint-jans-molenbeek"], new Set(["ghent"]))[0].map((one) => one.id), ["ghent"]);
});

test("every choice can be let go, the words stay", () => {
  const choices = { ...nothing(), find: "tolk", help: ["tolken", "huiswerk"], where: "gent", show: 90 };
  const ways = loosened(choices).map(([key, value, left]) => [key, value, toAddress(left)]);
  assert.deepEqual(ways, [
    ["help", "tolken", "?find=tolk&help=huiswerk&where=gent"],
    ["help", "huiswerk", "?find=tolk&help=tolken&where=gent"],
    ["where", "gent", "?find=tolk&help=tolken,huiswerk"],
  ]);
});

test("what else stands in the address stays; no choice leaves no trace", () => {
  assert.equal(toAddress({ ...nothing(), where: "gent" }, "?h=tolk&help=tolken"), "?h=tolk&where=gent");
  assert.equal(toAddress(nothing(), "?find=tolk"), "");
});

test("values that are not on offer fall away", () => {
  const read = fromAddress("?help=tolken,zwemmen,tolken&where=mars&audience=<b>&seat=constructor&find=" + "a".repeat(500), offered);
  assert.deepEqual({ ...read, find: read.find.length }, { find: 120, help: ["tolken"], where: "", recommendation: "", audience: "", language: "", seat: "", show: PAGE });
});

test("whether something is chosen", () => {
  assert.equal(isChosen(nothing()), false);
  assert.equal(isChosen({ ...nothing(), find: "x" }), true);
  assert.equal(isChosen({ ...nothing(), find: "x" }, "find"), false);
});
