// What people type, and whom they must find. The data is made up for the test but looks like the real thing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import MiniSearch from "minisearch";

import { fold, makeIndex, words } from "../../overrides/assets/javascripts/partner-index.mjs";
import { createSearch, likeness } from "../../overrides/assets/javascripts/partner-search.mjs";

const data = JSON.parse(readFileSync(new URL("partners.json", import.meta.url), "utf-8"));
const stop = "de het een van en in op voor wie kan helpt zoek we ik met le la les de des du pour qui peut aider the a for who can help with our at";
// As the page has it: the index travels as JSON.
const engine = createSearch(MiniSearch, JSON.parse(JSON.stringify(makeIndex(MiniSearch, data, stop))));

// query → who must be the first, or (a list) all within the first three
const CASES = {
  "tolk": ["brussel-onthaal", "agentschap-integratie"],
  "tolk Molenbeek": ["brussel-onthaal", "agentschap-integratie"],
  "Wie kan tolken in Molenbeek?": ["brussel-onthaal", "agentschap-integratie"],
  "tolkk": ["brussel-onthaal", "agentschap-integratie"],
  "vertaaler": "agentschap-integratie",
  "interprete": "agentschap-integratie",
  "interprète": "agentschap-integratie",
  "interpreter": "agentschap-integratie",
  "oekraiens": "agentschap-integratie",
  "AgII": "agentschap-integratie",
  "huiswerk": "huiswerkklas",
  "hiuswerk": "huiswerkklas",
  "huistaak Anderlecht": ["huiswerkklas"],
  "devoirs": "huiswerkklas",
  "homework": "huiswerkklas",
  "schoolkosten": "vzw-krijt",
  "schoolfactuur": "vzw-krijt",
  "frais scolaires": "vzw-krijt",
  "SOS Schulden op School": "vzw-krijt",
  "kansarmoede": "netwerk-tegen-armoede",
  "pauvrete": "netwerk-tegen-armoede",
  "Samenlevingsopbouw": "saamo",
  "samenlevings opbouw": ["saamo"],
  "basiseducatie": ["ligo", "brusselleer"],
  "alphabetisation": "ligo",
  "literacy": "ligo",
  "KOOGO": ["oudervereniging-2026", "go-ouders"],
  "vcov": "oudervereniging-2026",
  "ouderraad": ["oudervereniging-2026", "go-ouders"],
  "meertaligheid": "foyer",
  "meertalig": ["foyer", "agentschap-integratie"],
  "voorlezen": "foyer",
  "communicerenmetouders": "onderwijscentrum-brussel",
  "OCB": "onderwijscentrum-brussel",
  "onderwijscentrum gent": "onderwijscentrum-gent",
  "brugfiguur": ["onderwijscentrum-gent"],
  "smartschool": "mediawijs",
  "digitaal platvorm": "mediawijs",
  "kleuter": "vbjk",
  "clb": "clb",
  "leidraad": "leerpunt",
  "Ixelles interprète": ["brussel-onthaal", "agentschap-integratie"],
};

describe("search", () => {
  for (const [query, wanted] of Object.entries(CASES)) {
    test(`“${query}” finds ${wanted}`, () => {
      const { ids } = engine.search(query);
      if (typeof wanted === "string") assert.equal(ids[0], wanted, ids.slice(0, 5).join(" "));
      else for (const id of wanted) assert.ok(ids.slice(0, 3).includes(id), `${id} not in ${ids.slice(0, 5).join(" ")}`);
    });
  }

  test("all words together first; only if nobody has them all, some of them", () => {
    assert.equal(engine.search("tolk Molenbeek").loose, false);
    const { ids, loose } = engine.search("tolk zwemles");
    assert.equal(loose, true);
    assert.ok(ids.includes("brussel-onthaal"));
  });

  test("a partner that works elsewhere is not found by a municipality", () => {
    assert.ok(!engine.search("Molenbeek").ids.includes("onderwijscentrum-gent"));
    assert.ok(engine.search("Molenbeek").ids.includes("agentschap-integratie"));
  });

  test("words that say nothing ask for nobody", () => {
    const { ids, empty } = engine.search("wie kan helpt");
    assert.equal(empty, true);
    assert.deepEqual(ids, []);
  });

  test("nothing found gives the nearest names", () => {
    assert.deepEqual(engine.search("xylofoonles"), { ids: [], strong: 0, loose: true, empty: false });
    assert.equal(engine.suggest("meedjawais")[0], "Mediawijs");
    assert.ok(engine.suggest("ondrwijcentrm").some((name) => name.startsWith("Onderwijscentrum")));
    assert.deepEqual(engine.suggest("qqq"), []);
  });

  test("parts of words are found both ways, and names written as one", () => {
    assert.ok(engine.search("begeleiding").ids.slice(0, 3).includes("huiswerkklas"));
    assert.ok(engine.search("huiswerkouders").ids.slice(0, 2).includes("huiswerkklas")); // in the data only apart
    assert.equal(engine.search("onderwijscentrumgent").ids[0], "onderwijscentrum-gent");
  });

  test("two pairs of letters in common make no suggestion", () => assert.deepEqual(engine.suggest("zwemles"), []));

  test("odd input does no harm", () => {
    for (const query of ["", "   ", "<script>", "\"", "((((", "🙂", "a".repeat(2000), "constructor", "__proto__"]) {
      assert.ok(Array.isArray(engine.search(query).ids));
      assert.ok(Array.isArray(engine.suggest(query)));
    }
  });
});

describe("words", () => {
  test("folding takes accents and capitals away", () => {
    assert.equal(fold("Oekraïens ÉCOLE"), "oekraiens ecole");
    assert.deepEqual(words("Wie kan tolken in Molenbeek?", new Set(["wie", "kan", "in"])), ["tolken", "molenbeek"]);
  });

  test("likeness runs from 0 to 1", () => {
    assert.equal(likeness("foyer", "foyer"), 1);
    assert.equal(likeness("foyer", "klasse"), 0);
    assert.equal(likeness("", "foyer"), 0);
  });
});
