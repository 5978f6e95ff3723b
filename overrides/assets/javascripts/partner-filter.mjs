// The choices of the partner list: in the address, over the list, and in numbers. Pure: no page, no network.

// Not `q`: the site's own search opens on it.
const KEYS = ["find", "help", "where", "recommendation", "audience", "seat"];

/** No choice at all. */
export const nothing = () => ({ find: "", help: [], where: "", recommendation: "", audience: "", seat: "" });

/** The choices that an address holds; values that are not on offer fall away. offered: values by key. */
export function fromAddress(search, offered) {
  const found = new URLSearchParams(search);
  const valid = (key, value) => (offered[key]?.has(value) ? value : "");
  return {
    find: (found.get("find") ?? "").trim().slice(0, 120),
    help: [...new Set((found.get("help") ?? "").split(","))].filter((value) => offered.help.has(value)),
    where: valid("where", found.get("where")),
    recommendation: valid("recommendation", found.get("recommendation")),
    audience: valid("audience", found.get("audience")),
    seat: valid("seat", found.get("seat")),
  };
}

/** The query of the address for these choices; what else stands in it stays. */
export function toAddress(choices, search = "") {
  const query = new URLSearchParams(search);
  for (const key of KEYS) {
    const value = String(choices[key]);
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** Whether something was chosen; `but` names a key that does not count. */
export const isChosen = (choices, but = "") => KEYS.some((key) => key !== but && choices[key].length > 0);

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
export function counts(items, key, values, choices, areas) {
  const left = items.filter((item) => fits(item, choices, areas, key));
  return new Map(
    values.map((value) => {
      const only = { ...nothing(), [key]: key === "help" ? [value] : value };
      return [value, left.filter((item) => fits(item, only, areas)).length];
    }),
  );
}

/** The numbers above the list and under the map: all, and organisations without a seat on the map. */
export const totals = (items) => ({ all: items.length, offMap: items.filter((item) => !item.generic && !item.seat).length });

/** Ids in their order, those of merged partners replaced by what they are part of now. successors: id by id. */
export const folded = (ids, successors) => [...new Set(ids.map((id) => successors.get(id) ?? id))];
