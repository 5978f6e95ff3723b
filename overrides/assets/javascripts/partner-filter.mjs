// The choices of the partner list: in the address, over the list, and in numbers. Pure: no page, no network.

import * as filters from "./filters.mjs";

// Not `q`: the site's own search opens on it.
const KINDS = { find: "text", help: "many", where: "one", recommendation: "one", audience: "one", language: "one", seat: "one" };

/** How many cards stand on the screen before somebody asks for more. */
export const PAGE = 30;

/** The choices that narrow the list by one value, in the order of the page. */
export const SELECTS = ["where", "recommendation", "audience", "language"];

/** No choice at all. show: how many cards. */
export const nothing = () => ({ ...filters.nothing(KINDS), show: PAGE });
export const isChosen = (choices, but) => filters.isChosen(KINDS, choices, but);

/** The choices that an address holds; values that are not on offer fall away. */
export function fromAddress(search, offered) {
  const asked = Number(new URLSearchParams(search).get("show"));
  const show = Number.isInteger(asked) && asked > PAGE ? Math.min(asked, 10_000) : PAGE;
  return { ...filters.fromAddress(KINDS, search, offered), show: Math.ceil(show / PAGE) * PAGE };
}

/** The query of the address for these choices; what else stands in it stays. */
export const toAddress = (choices, search = "") => filters.toAddress({ ...KINDS, show: "text" }, { ...choices, show: choices.show > PAGE ? choices.show : "" }, search);

/** Whether a partner fits. item: help, recommendation, audience, language, area (sets) and seat. areas: those that each place finds. */
export function fits(item, choices, areas, but = "") {
  const asks = (key) => key !== but && choices[key].length > 0;
  if (asks("help") && !choices.help.some((value) => item.help.has(value))) return false;
  for (const key of ["recommendation", "audience", "language"]) if (asks(key) && !item[key].has(choices[key])) return false;
  if (asks("where") && !anywhere(item) && !(areas.get(choices.where) ?? []).some((area) => item.area.has(area))) return false;
  if (asks("seat") && (choices.seat === "none" ? item.seat || item.generic : item.seat !== choices.seat)) return false;
  return true;
}

// A kind of service for which no area is named exists everywhere.
const anywhere = (item) => item.generic && !item.area.size;

/** Items in their order, but those first that have their seat in one of these places; [first, then]. good: ids, only these. */
export function seatedFirst(items, seats, good = null) {
  const within = new Set(seats);
  const first = (item) => within.has(item.seat) && (!good || good.has(item.id));
  return [items.filter(first), items.filter((item) => !first(item))];
}

/** How many partners each value of a key would give, with the other choices as they are. */
export function counts(items, key, values, choices, areas) {
  const found = new Map(values.map((value) => [value, 0]));
  const add = (value) => found.has(value) && found.set(value, found.get(value) + 1);
  const finders = key === "where" ? findersOf(areas) : null;
  for (const item of items) {
    if (!fits(item, choices, areas, key)) continue;
    if (key === "seat") add(item.seat || (item.generic ? "" : "none"));
    else if (key !== "where") item[key].forEach(add);
    else if (anywhere(item)) values.forEach(add);
    else new Set([...item.area].flatMap((area) => finders.get(area) ?? [])).forEach(add);
  }
  return found;
}

/** The places that find each area. */
function findersOf(areas) {
  const finders = new Map();
  for (const [place, found] of areas) for (const area of found) finders.set(area, [...(finders.get(area) ?? []), place]);
  return finders;
}

/** The numbers above the list and under the map: all, and organisations without a seat on the map. */
export const totals = (items) => ({ all: items.length, offMap: items.filter((item) => !item.generic && !item.seat).length });

/** Ids in their order, those of merged partners replaced by what they are part of now. successors: id by id. */
export const folded = (ids, successors) => [...new Set(ids.map((id) => successors.get(id) ?? id))];

/** The choices without one of them, for each that was made: [key, value, choices]. */
export function loosened(choices) {
  const made = Object.keys(KINDS).filter((key) => key !== "find").flatMap((key) => [choices[key]].flat().filter(Boolean).map((value) => [key, value]));
  return made.map(([key, value]) => [key, value, { ...choices, show: PAGE, [key]: KINDS[key] === "many" ? choices[key].filter((one) => one !== value) : "" }]);
}
