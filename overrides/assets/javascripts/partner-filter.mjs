// The choices of the partner list: in the address, over the list, and in numbers. Pure: no page, no network.

import * as filters from "./filters.mjs";

// Not `q`: the site's own search opens on it.
const KINDS = { find: "text", help: "many", where: "one", recommendation: "one", audience: "one", seat: "one" };

export const nothing = () => filters.nothing(KINDS);
export const fromAddress = (search, offered) => filters.fromAddress(KINDS, search, offered);
export const toAddress = (choices, search) => filters.toAddress(KINDS, choices, search);
export const isChosen = (choices, but) => filters.isChosen(KINDS, choices, but);

/** Whether a partner fits. item: help, recommendation, audience, area (sets) and seat. areas: those that each place finds. */
export function fits(item, choices, areas, but = "") {
  const asks = (key) => key !== but && choices[key].length > 0;
  if (asks("help") && !choices.help.some((value) => item.help.has(value))) return false;
  if (asks("recommendation") && !item.recommendation.has(choices.recommendation)) return false;
  if (asks("audience") && !item.audience.has(choices.audience)) return false;
  const everywhere = item.generic && !item.area.size;
  if (asks("where") && !everywhere && !(areas.get(choices.where) ?? []).some((area) => item.area.has(area))) return false;
  if (asks("seat") && (choices.seat === "none" ? item.seat || item.generic : item.seat !== choices.seat)) return false;
  return true;
}

/** How many partners each value of a key would give, with the other choices as they are. */
export const counts = (items, key, values, choices, areas) =>
  filters.counts(KINDS, items, key, values, choices, (item, wanted, but) => fits(item, wanted, areas, but));

/** The numbers above the list and under the map: all, and organisations without a seat on the map. */
export const totals = (items) => ({ all: items.length, offMap: items.filter((item) => !item.generic && !item.seat).length });

/** Ids in their order, those of merged partners replaced by what they are part of now. successors: id by id. */
export const folded = (ids, successors) => [...new Set(ids.map((id) => successors.get(id) ?? id))];
