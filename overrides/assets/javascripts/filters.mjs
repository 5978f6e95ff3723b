// Choices over a list: in the address, over the list, and in numbers. Pure: no page, no network.
// kinds: for each key of the address "text", "one" (a value) or "many" (values with commas between).

/** No choice at all. */
export const nothing = (kinds) => Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, kind === "many" ? [] : ""]));

/** The choices that an address holds; values that are not on offer fall away. offered: a set of values by key. */
export function fromAddress(kinds, search, offered) {
  const found = new URLSearchParams(search);
  const read = {
    text: (value) => value.trim().slice(0, 120),
    one: (value, key) => (offered[key]?.has(value) ? value : ""),
    many: (value, key) => [...new Set(value.split(","))].filter((part) => offered[key]?.has(part)),
  };
  return Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, read[kind](found.get(key) ?? "", key)]));
}

/** The query of the address for these choices; what else stands in it stays. */
export function toAddress(kinds, choices, search = "") {
  const query = new URLSearchParams(search);
  for (const key of Object.keys(kinds)) {
    const value = String(choices[key]);
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** Whether something was chosen; `but` names a key that does not count. */
export const isChosen = (kinds, choices, but = "") => Object.keys(kinds).some((key) => key !== but && choices[key].length > 0);

/** How many items each value of a key would give, with the other choices as they are. fits(item, choices, but): whether an item fits. */
export function counts(kinds, items, key, values, choices, fits) {
  const left = items.filter((item) => fits(item, choices, key));
  return new Map(
    values.map((value) => {
      const only = { ...nothing(kinds), [key]: kinds[key] === "many" ? [value] : value };
      return [value, left.filter((item) => fits(item, only, "")).length];
    }),
  );
}

/** Words with their gaps filled in. words: texts by key; those in two forms end in ".one" and ".other". */
export function speaker(words, language) {
  const plural = new Intl.PluralRules(language || "en");
  const say = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[key]);
  const many = (key, number) => say(`${key}.${plural.select(number) === "one" ? "one" : "other"}`, { number });
  return { say, many };
}
