// A reader's own list of partners: kept, mailed, saved as files, put on a worksheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fromAddress, fromValues, joined, moved, nothing, restored, toAddress, toggled, toValues } from "../../overrides/assets/javascripts/partner-picks.mjs";
import { beginning, entry, folded, onSheet, toCsv, toGeoJson, toVcards } from "../../overrides/assets/javascripts/picks-files.mjs";
import { toFile } from "../../overrides/assets/javascripts/worksheet-file.mjs";
import { Keeper } from "../../overrides/assets/javascripts/worksheet-store.mjs";

class Store extends Map {
  get length() { return this.size; }
  key(at) { return [...this.keys()][at]; }
  getItem(key) { return this.get(key) ?? null; }
  setItem(key, value) { this.set(key, value); }
  removeItem(key) { this.delete(key); }
}

const list = { ids: ["foyer", "clb", "ligo"], notes: { clb: "vraag naar Els; dinsdag" }, title: "Hulp", school: "De Boom" };
const data = {
  help: { tolken: { nl: "Tolken", fr: "Interprètes" } },
  area: { brussel: { nl: "Brussel", fr: "Bruxelles" } },
  municipality: { elsene: { name: { nl: "Elsene", fr: "Ixelles" }, areas: ["brussel"] } },
  partners: [
    {
      id: "huis", kind: "organisation", status: "active", name: { nl: "=Huis; \"Taal\"", fr: "Maison" }, help: ["tolken"],
      description: { nl: "Eerste regel.\nTweede, met komma.", fr: "Phrase." }, contact: { url: "https://www.huis.be/", phone: "+32 2 123 45 67", email: "info@huis.be" },
      seat: { municipality: "elsene", address: "Straat 1, 1050 Elsene" }, service_area: ["brussel", "elsene"], checked_on: "2026-11-21",
    },
    { id: "oud", kind: "organisation", status: "merged", succeeded_by: "huis", name: { nl: "Oud", fr: "Vieux" }, description: { nl: "Was.", fr: "Était." } },
  ],
};
const known = { short: "https://gids.test/p/", places: { elsene: [4.37, 50.83] } };
const entries = (language, note) => data.partners.map((partner) => entry(data, partner, language, known, note));

test("what is kept comes back, and nothing of a partner that left", () => {
  assert.deepEqual(fromValues(toValues(list)), list);
  assert.deepEqual(toValues(toggled(list, "clb")), { ids: "foyer,ligo", title: "Hulp", school: "De Boom" });
  assert.deepEqual(fromValues({ ids: "foyer,,foyer,<b>,Foyer", "note foyer": 3, title: [], "note clb": "weg" }), { ...nothing(), ids: ["foyer"] });
});

test("what is put back takes nothing away that was typed or picked since", () => {
  const since = { ...toggled(toggled(list, "clb"), "saamo"), title: "Hulp dichtbij" };
  const back = { ids: ["foyer", "clb", "ligo", "saamo"], notes: list.notes, title: "Hulp dichtbij", school: "De Boom" };
  assert.deepEqual(restored(since, list), back);
  assert.deepEqual(restored(back, list), back); // another tab put it back first
});

test("the list is no sheet: erasing all sheets leaves it, and their file does not hold it", () => {
  const [device, tab] = [new Store(), new Store()];
  const [mine, sheets] = [new Keeper(device, tab, "partners:"), new Keeper(device, tab)];
  mine.save("mine", toValues(list), false);
  sheets.save("sheet", { one: "text" }, true);
  assert.deepEqual(sheets.names(), ["sheet"]);
  assert.doesNotMatch(toFile(sheets, "sheet", "2026-11-22"), /foyer/);
  assert.equal(sheets.eraseAll(), true);
  assert.deepEqual(fromValues(mine.open("mine").values), list);
  assert.equal(mine.open("mine").place, "tab");
  mine.save("mine", toValues(list), true);
  assert.equal(tab.size, 0);
  assert.equal(mine.erase("mine"), true);
  assert.equal(device.size, 0);
});

test("the address holds ids only; what cannot be one is said", () => {
  assert.equal(toAddress(list.ids), "?p=foyer,clb,ligo");
  assert.deepEqual(fromAddress("?p=foyer,clb,foyer,%3Cimg%3E&x=1"), { ids: ["foyer", "clb"], wrong: ["<img>"] });
  assert.equal(fromAddress("?find=x"), null);
  assert.deepEqual(fromAddress("?p="), { ids: [], wrong: [] });
});

test("order", () => {
  assert.deepEqual(moved(list, "ligo", -1).ids, ["foyer", "ligo", "clb"]);
  assert.equal(moved(list, "foyer", -1), list);
  assert.equal(moved(list, "ligo", 1), list);
  assert.equal(moved(list, "weg", 1), list);
  assert.deepEqual(joined(list, ["vcov", "clb"]).ids, ["foyer", "clb", "ligo", "vcov"]);
});

test("whole sentences, as many as fit, none cut within brackets", () => {
  assert.equal(beginning("Een. Twee. Drie.", 9), "Een.");
  assert.equal(beginning("Een. Twee. Drie.", 10), "Een. Twee.");
  assert.equal(beginning("Gaf les (‘Naar school. Ik ook!’) aan ouders. En meer.", 20), "Gaf les (‘Naar school. Ik ook!’) aan ouders.");
  assert.equal(beginning("Open ( haakje. Nooit dicht.", 5), "Open ( haakje. Nooit dicht.");
});

test("a partner in a language", () => {
  const [house, old] = entries("fr");
  assert.deepEqual([house.name, house.municipality, house.areas, house.help], ["Maison", "Ixelles", ["Bruxelles", "Ixelles"], ["Interprètes"]]);
  assert.deepEqual([house.page, house.point, old.point, old.successor, old.phone], ["https://gids.test/p/huis/", [4.37, 50.83], null, "Maison", ""]);
});

test("CSV: no cell is a formula, and semicolons, quotes and line ends stay inside", () => {
  const heads = Object.fromEntries("name text help address municipality areas phone email url page checked note".split(" ").map((key) => [key, key]));
  const csv = toCsv(entries("nl", "@som; \"x\""), heads);
  assert.ok(csv.startsWith("\ufeffname;text;help;"));
  const [, row] = csv.split("\r\n");
  assert.equal(row, `"'=Huis; ""Taal""";"Eerste regel.\nTweede, met komma.";Tolken;Straat 1, 1050 Elsene;Elsene;Brussel, Elsene;'+32 2 123 45 67;info@huis.be;https://www.huis.be/;https://gids.test/p/huis/;2026-11-21;"'@som; ""x"""`);
});

test("vCard: escaped, folded at 75 bytes, unfolds to the same", () => {
  const cards = toVcards(entries("nl", "vraag naar é".repeat(30)));
  assert.ok(cards.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75));
  const lines = cards.replaceAll("\r\n ", "").split("\r\n");
  assert.ok(lines.includes('FN:=Huis\\; "Taal"'));
  assert.ok(lines.includes("ADR;TYPE=WORK:;;Straat 1\\, 1050 Elsene;;;;"));
  assert.ok(lines.some((line) => line === `NOTE:${"vraag naar é".repeat(30)}\\nEerste regel.\\nTweede\\, met komma.\\nhttps://gids.test/p/huis/`));
  assert.equal(lines.filter((line) => line === "BEGIN:VCARD").length, 2);
  assert.equal(folded("x".repeat(75)), "x".repeat(75));
  assert.equal(folded("x".repeat(76)), `${"x".repeat(75)}\r\n x`);
  assert.equal(folded(`${"x".repeat(74)}é`), `${"x".repeat(74)}\r\n é`);
});

test("GeoJSON: a point where the municipality of the seat is known, and it says how precise that is", () => {
  const { type, features } = JSON.parse(toGeoJson(entries("nl")));
  assert.equal(type, "FeatureCollection");
  assert.deepEqual(features.map((one) => one.geometry), [{ type: "Point", coordinates: [4.37, 50.83] }, null]);
  assert.equal(features[0].properties.precision, "municipality");
  assert.equal(features[1].properties.precision, undefined);
});

const sheet = { rows: 3, fields: { name: "taken.{n}.partner", help: "taken.{n}.zij", note: "taken.{n}.nood" } };
const picks = ["A", "B"].map((name) => ({ name, help: ["tolken", "huiswerk"], note: name === "A" ? "brieven" : "" }));

test("on a worksheet: only in rows where nothing stands, and nobody twice", () => {
  const typed = { "taken.1.wij": "meegaan", "taken.2.partner": "B", "check.1": true, "taken.10.partner": "?" };
  const { changed, there, left } = onSheet(typed, picks, sheet);
  assert.deepEqual(changed, { "taken.3.partner": "A", "taken.3.zij": "tolken, huiswerk", "taken.3.nood": "brieven" });
  assert.deepEqual([there, left], [2, []]);
});

test("on a worksheet without room: told, and emptied only when asked", () => {
  const typed = { "taken.1.partner": "X", "taken.1.wij": "y", "taken.2.nood": "z", "taken.3.partner": "B" };
  assert.deepEqual(onSheet(typed, picks, sheet), { changed: {}, there: 1, left: [picks[0]] });
  const anew = onSheet(typed, picks, sheet, true);
  assert.deepEqual({ ...typed, ...anew.changed }, {
    "taken.1.partner": "A", "taken.1.wij": "", "taken.1.zij": "tolken, huiswerk", "taken.1.nood": "brieven", "taken.2.nood": "",
    "taken.2.partner": "B", "taken.2.zij": "tolken, huiswerk", "taken.3.partner": "",
  });
  assert.deepEqual(anew.left, []);
});
