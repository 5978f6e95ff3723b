// What people type in the search box, and the pages they must find. The pages are made up for the test.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import MiniSearch from "minisearch";

import { createSearch } from "../../overrides/assets/javascripts/search-engine.mjs";

const kinds = { recommendation: "Aanbeveling", method: "Methodiek", worksheet: "Werkblad", partner: "Partner", page: "Pagina", term: "Begrip" };
const page = (location, kind, title, lead, more = {}) => ({ location, kind, title, lead, text: "", ...more });
const section = (location, title, text, more = {}) => ({ location, title, text, ...more });
const docs = [
  page("doen/", "page", "Methodieken", "Huisbezoek, thermometer en koffie.", { lists: true }),
  page("doen/huisbezoek/", "method", "Huisbezoek", "Op bezoek bij een gezin dat dat wil."),
  section("doen/huisbezoek/#tolk", "Een tolk erbij", "Vraag een professionele tolk voor een gevoelig gesprek."),
  section("doen/huisbezoek/#uur", "Dag en uur", "Het gezin kiest de dag."),
  page("doen/thermometer/", "method", "Thermometer", "Zien hoe het team denkt."),
  page("bladen/bezoek/", "worksheet", "Op bezoek", "Wij leren elkaar kennen.", { words: "Huisbezoek" }),
  page("bladen/huiswerk/", "worksheet", "Huiswerkafspraken", "Afspraken over taken na school."),
  page("wie/clb/", "partner", "Centrum voor leerlingenbegeleiding (CLB)", "Begeleidt leerlingen.", { words: "PMS", role: true }),
  page("wie/clb-noord/", "partner", "CLB Noord", "Begeleidt leerlingen in het noorden.", { words: "PMS" }),
  page("wie/smartschool/", "partner", "Smartschool", "Een platform."),
  page("raad/taal/", "recommendation", "Toegankelijk communiceren", "In een taal die ouders verstaan: één café, één tolk."),
  page("zo/", "page", "Zo lees je deze gids", "", { text: "Een brugfiguur is geen gelegenheidstolk." }),
  page("woorden/", "page", "Begrippenlijst", "Alle begrippen."),
  section("woorden/#gelegenheidstolk", "gelegenheidstolk", "Een buur of kind dat even tolkt.", { kind: "term", words: "interprète occasionnel" }),
  section("woorden/#brugfiguur", "brugfiguur", "Een gevoelig woord <b>& meer</b>.", { kind: "term" }),
];
const stem = (word) => word.replace(/(en|s)$/u, "");
const idle = (word) => ["de", "een", "en", "of"].includes(word);
const engine = createSearch(MiniSearch, { kinds, docs }, { stem, idle });
const found = (query) => engine.search(query).map(([first]) => first.location);

describe("the best page comes first", () => {
  const CASES = {
    huisbezoek: "doen/huisbezoek/", huisbezoeken: "doen/huisbezoek/", "de huisbezoeken": "doen/huisbezoek/", // other form
    thermometr: "doen/thermometer/", thermomteer: "doen/thermometer/", smartschol: "wie/smartschool/", tlok: "doen/huisbezoek/", // typing errors
    "smart school": "wie/smartschool/", cafe: "raad/taal/", CAFÉ: "raad/taal/", // two words for one; accents and capitals
    ther: "doen/thermometer/", afspraken: "bladen/huiswerk/", communicerenplan: "raad/taal/", taken: "bladen/huiswerk/", // while typing; part of a compound
    "tolk gesprek": "doen/huisbezoek/", "interprete occasionnel": "woorden/", pms: "wie/clb/", klb: "wie/clb/",
  };
  for (const [query, first] of Object.entries(CASES)) test(query, () => assert.equal(found(query)[0], first));
});

test("a sheet is found by the method that it is for", () => assert.ok(found("huisbezoek").slice(0, 2).includes("bladen/bezoek/")));
test("a page that leads to others comes after them", () => assert.equal(found("thermometer").at(-1), "doen/"));
test("pages with all words come before those with some", () => {
  const every = found("gezin verstaan");
  assert.deepEqual(every.slice(0, 2).sort(), ["doen/huisbezoek/", "raad/taal/"]);
  assert.deepEqual(found("huisbezoek koffie").slice(0, 1), ["doen/huisbezoek/"]); // what only lists them is none
  assert.deepEqual(found("tolk gevoelig")[0], "doen/huisbezoek/");
});
test("a page that has all words in one place comes before one that has them far apart", () => assert.equal(found("gelegenheidstolk brugfiguur")[0], "zo/"));
test("what nobody wrote is not found, and nothing is asked by an empty query", () => {
  assert.deepEqual(found("xqzwv"), []);
  assert.deepEqual(found("  ?! "), []);
});
test("a word of only stop words is still searched", () => assert.ok(found("een").length > 0));

describe("a result", () => {
  test("says what it is, for the eye and for the ear", () => {
    const [[first]] = engine.search("thermometer");
    assert.equal(first.title, '<span class="search-kind search-kind--method">Methodiek</span><span class="visually-hidden">: </span><mark>Thermometer</mark>');
    assert.equal(first.text, "<p>Zien hoe het team denkt.</p>");
  });
  test("shows a page once with the sections that fit", () => {
    const group = engine.search("professionele tolk").find(([first]) => first.location === "doen/huisbezoek/");
    assert.deepEqual(group.map((one) => one.location), ["doen/huisbezoek/", "doen/huisbezoek/#tolk"]);
    assert.equal(group[0].score, group[1].score); // the theme opens what has the number of the first
    assert.match(group[1].text, /<mark>professionele<\/mark> <mark>tolk<\/mark>/);
  });
  test("tells which words it lacks and which it has, as they stand there", () => {
    const [[first]] = engine.search("cafe xqzwv");
    assert.deepEqual(first.terms, { café: true, xqzwv: false });
  });
  test("never brings markup out of a text", () => {
    const group = engine.search("brugfiguur")[0];
    assert.match(group[1].text, /&lt;b&gt;&amp; meer&lt;\/b&gt;/);
  });
  test("has a lower number than the one before it", () => {
    const numbers = engine.search("tolk").map(([first]) => first.score);
    assert.deepEqual(numbers, [...new Set(numbers)].sort((one, other) => other - one));
  });
});

test("a long text is cut around the word", () => {
  const long = createSearch(MiniSearch, { kinds, docs: [page("a/", "page", "Lang", `${"woord ".repeat(60)}naald ${"woord ".repeat(60)}`)] });
  const [[first]] = long.search("naald");
  assert.match(first.text, /^<p>… (woord )+<mark>naald<\/mark>( woord)+ …<\/p>$/);
  assert.ok(first.text.length < 300);
});
