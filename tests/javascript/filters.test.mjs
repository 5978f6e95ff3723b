// Choices over any list: in the address, and in numbers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, fromAddress, isChosen, nothing, speaker, toAddress } from "../../overrides/assets/javascripts/filters.mjs";

const kinds = { find: "text", color: "many", size: "one" };
const offered = { color: new Set(["red", "blue"]), size: new Set(["s", "l"]) };
const items = [
  { color: "red", size: "s" },
  { color: "red", size: "l" },
  { color: "blue", size: "l" },
];
const fits = (item, choices, but) => ["color", "size"].every((key) => key === but || !choices[key].length || [choices[key]].flat().includes(item[key]));

test("nothing is chosen at first", () => {
  assert.deepEqual(nothing(kinds), { find: "", color: [], size: "" });
  assert.equal(isChosen(kinds, nothing(kinds)), false);
});
test("an address holds what is on offer, once, and nothing else", () => {
  assert.deepEqual(fromAddress(kinds, "?find=+a+&color=red,green,red&size=xl", offered), { find: "a", color: ["red"], size: "" });
  assert.deepEqual(fromAddress(kinds, "?color=__proto__&size=s&other=1", offered), { find: "", color: [], size: "s" });
});
test("choices go to the address and come back; what else stands there stays", () => {
  const choices = { find: "a & b", color: ["red", "blue"], size: "l" };
  const address = toAddress(kinds, choices, "?h=word&size=s");
  assert.equal(address, "?h=word&size=l&find=a+%26+b&color=red,blue");
  assert.deepEqual(fromAddress(kinds, address, offered), choices);
  assert.equal(toAddress(kinds, nothing(kinds), "?color=red"), "");
});
test("a choice counts as one, but for the key that is named", () => {
  const choices = { ...nothing(kinds), color: ["red"] };
  assert.equal(isChosen(kinds, choices), true);
  assert.equal(isChosen(kinds, choices, "color"), false);
});
test("numbers say what each value would give with the other choices as they are", () => {
  const choices = { find: "", color: ["red"], size: "l" };
  assert.deepEqual([...counts(kinds, items, "color", ["red", "blue"], choices, fits)], [["red", 1], ["blue", 1]]);
  assert.deepEqual([...counts(kinds, items, "size", ["s", "l"], choices, fits)], [["s", 1], ["l", 1]]);
});
test("words in the form that the language wants", () => {
  const words = { "count.one": "{number} fiche", "count.other": "{number} fiches", plain: "{a} et {a}" };
  const { say, many } = speaker(words, "fr");
  assert.equal(many("count", 0), "0 fiche");
  assert.equal(many("count", 2), "2 fiches");
  assert.equal(speaker(words, "nl").many("count", 0), "0 fiches");
  assert.equal(say("plain", { a: "$&" }), "$& et {a}");
});
