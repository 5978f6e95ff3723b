// From one language to another: what is decided without a page.
import assert from "node:assert/strict";
import { test } from "node:test";

import { headingAt, keepPlace, languageOf, languageToOffer } from "../../overrides/assets/javascripts/language.mjs";

test("an address keeps no place but the one that is given", () => {
  assert.equal(keepPlace("/fr/visie/#oud", "#nieuw"), "/fr/visie/#nieuw");
  assert.equal(keepPlace("/fr/visie/", ""), "/fr/visie/");
});

test("the heading that is reached is the last one above the line", () => {
  const headings = [{ id: "een", top: -900 }, { id: "twee", top: 40 }, { id: "drie", top: 700 }];
  assert.equal(headingAt(headings, 240), "twee");
  assert.equal(headingAt(headings.slice(2), 240), "");
  assert.equal(headingAt([], 240), "");
});

test("a reader is offered the first language of the own list that is there, and never the one of the page", () => {
  assert.equal(languageToOffer(["fr-BE", "nl"], "nl", ["fr", "en"]), "fr");
  assert.equal(languageToOffer(["nl-BE", "fr"], "nl", ["fr", "en"]), "");
  assert.equal(languageToOffer(["de", "EN-gb"], "nl", ["fr", "en"]), "en");
  assert.equal(languageToOffer(["de"], "nl", ["fr", "en"]), "");
  assert.equal(languageToOffer([], "nl", ["fr"]), "");
});

test("a language with a region is known as itself before it is known by its first part", () => {
  assert.equal(languageToOffer(["pt-BR"], "nl", ["pt", "pt-br"]), "pt-br");
  assert.equal(languageToOffer(["pt-PT"], "nl", ["pt", "pt-br"]), "pt");
});

test("the folder of a language counts only below the guide's own address", () => {
  assert.equal(languageOf("/gids/fr/nergens/", "/gids/", ["fr", "ar"]), "fr");
  assert.equal(languageOf("/fr/nergens/", "/gids/", ["fr", "ar"]), "");
  assert.equal(languageOf("/nergens/", "/", ["fr", "ar"]), "");
});
