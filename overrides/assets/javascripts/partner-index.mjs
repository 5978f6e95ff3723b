// What is searched of each partner, and the index over it. Pure: the build runs it under Node, the page reads what it made.

const FIELDS = ["name", "whole", "terms", "help", "parts", "text", "place"];
const PART = 4; // letters that a part of a compound has at least
export const ANYWHERE = "*"; // stands for every place

/** Small letters without accents: "Oekraïens" → "oekraiens". */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text, folded, without those that say nothing. */
export const words = (text, stop) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !stop.has(word));

/** Stop words as a set. text: those of all languages, with spaces between. */
export const stopped = (text) => new Set(text.split(" ").map(fold));

/** How MiniSearch reads texts here; the same when an index is made and when it is read. */
export const settings = (stop) => ({
  fields: FIELDS,
  tokenize: (text, field) => (field === "place" ? ids(text) : words(text, stop)),
  processTerm: (term) => term,
  storeFields: ["place"],
});

/** A text as one word: "Kind en Gezin (agency)" → "kindengezin". */
export const joined = (text) => fold(text.split(/[(,]/u)[0]).replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 60);

/** Ids with spaces between, as a list. */
export const ids = (text) => text.split(" ").filter(Boolean);

/** What is searched of each partner. data: the open data of the guide. */
export function documents(data, stop) {
  const names = (list, keys) => (keys ?? []).flatMap((id) => Object.values(list[id] ?? {}));
  const made = data.partners.map((partner) => {
    const own = new Set([...(partner.service_area ?? []), partner.seat?.municipality ?? ""]);
    if (partner.kind === "generic" && !partner.service_area) own.add(ANYWHERE);
    const terms = [...(partner.former_names ?? []), ...(partner.search_terms ?? [])];
    const titles = Object.values(partner.name);
    return {
      id: partner.id,
      name: titles.join(" "),
      whole: [...new Set([...titles, ...(partner.former_names ?? [])].map(joined))].join(" "),
      terms: [...terms, partner.id].join(" "),
      help: names(data.help, partner.help).join(" "),
      parts: [...titles, ...terms],
      text: Object.values(partner.description).join(" "),
      place: [...own].filter(Boolean).join(" "),
    };
  });
  const known = new Set(made.flatMap((one) => words(`${one.name} ${one.terms} ${one.help}`, stop)));
  for (const one of made) one.parts = parts(one.parts, known, stop).join(" ");
  return made;
}

/** The last part of each compound, and names of more words written as one. */
function parts(texts, known, stop) {
  const found = new Set();
  for (const text of texts) {
    if (/\s/.test(text.trim())) found.add(joined(text));
    for (const word of words(text, stop)) {
      for (const [head, tail] of splits(word)) if (known.has(head) || known.has(tail)) found.add(tail);
    }
  }
  return [...found];
}

/** The splits of a word in two: "huiswerkklas" → [["huis", "werkklas"], …]; an s may join the two. */
export function splits(word) {
  const found = [];
  for (let at = PART; at <= word.length - PART; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    found.push([head, tail]);
    if (head.endsWith("s") && head.length > PART) found.push([head.slice(0, -1), tail]);
  }
  return found;
}

/** Every area and municipality: its names, those that it lies in (near to far) and those that lie in it. */
export function places(data) {
  const chains = new Map();
  for (const [id, place] of Object.entries(data.municipality)) {
    chains.set(id, place.areas);
    place.areas.forEach((area, at) => chains.set(area, place.areas.slice(at + 1)));
  }
  const names = new Map();
  for (const [id, place] of Object.entries(data.municipality)) names.set(id, Object.values(place.name));
  for (const [id, name] of Object.entries(data.area)) names.set(id, [...(names.get(id) ?? []), ...Object.values(name)]);
  return [...names].map(([id, all]) => ({
    id, name: [...new Set(all)].join(" "), around: chains.get(id) ?? [],
    inside: [...chains].filter(([, chain]) => chain.includes(id)).map(([inner]) => inner),
  }));
}

/** All that a search needs, as plain data. MiniSearch: the class of the library. */
export function makeIndex(MiniSearch, data, stopWords) {
  const stop = stopped(stopWords);
  const index = new MiniSearch(settings(stop));
  index.addAll(documents(data, stop));
  const doubtful = data.partners.filter((partner) => partner.status !== "active").map((partner) => partner.id);
  const names = data.partners.flatMap((partner) => [...Object.values(partner.name), ...(partner.former_names ?? []), ...(partner.search_terms ?? [])]);
  return { stopWords, index: index.toJSON(), places: places(data), doubtful, names: [...new Set(names)] };
}
