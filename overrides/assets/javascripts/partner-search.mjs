// Search over partners: words in any of the guide's languages, with typing errors. Pure: no page, no network.

const FIELDS = ["name", "terms", "help", "area", "text"];
const BOOST = { name: 4, terms: 3, help: 2, area: 1.5, text: 1 };
const DOUBTFUL = 0.7; // what the score of a partner that may not be reached is worth
const LOOSE = 0.4; // when only some words are found: partners below this part of the best score are left out

/** Small letters without accents: "Oekraïens" → "oekraiens". */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text, folded, without those that say nothing. */
export const words = (text, stop) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !stop.has(word));

/** What is searched of each partner. data: the open data of the guide. */
export function documents(data) {
  const names = (list, ids) => (ids ?? []).flatMap((id) => Object.values(list[id] ?? {}));
  const places = Object.entries(data.municipality);
  return data.partners.map((partner) => {
    const areas = new Set(partner.service_area ?? []);
    // A municipality finds everybody who works there, also those who work in all of its region.
    const everywhere = partner.kind === "generic" && !areas.size;
    const inside = places.filter(([id, place]) => everywhere || id === partner.seat?.municipality || areas.has(id) || place.areas.some((area) => areas.has(area)));
    return {
      id: partner.id,
      name: Object.values(partner.name).join(" "),
      terms: [...(partner.former_names ?? []), ...(partner.search_terms ?? []), partner.id].join(" "),
      help: names(data.help, partner.help).join(" "),
      area: [...names(data.area, partner.service_area), ...inside.flatMap(([, place]) => Object.values(place.name))].join(" "),
      text: Object.values(partner.description).join(" "),
    };
  });
}

/** An index. MiniSearch: the class of the library. stopWords: words of all languages, with spaces between. */
export function createSearch(MiniSearch, data, stopWords) {
  const stop = new Set(stopWords.split(" ").map(fold));
  const all = documents(data);
  const index = new MiniSearch({ fields: FIELDS, tokenize: (text) => words(text, stop), processTerm: (term) => term });
  index.addAll(all);
  const doubtful = new Set(data.partners.filter((partner) => partner.status !== "active").map((partner) => partner.id));
  const options = { boost: BOOST, boostDocument: (id) => (doubtful.has(id) ? DOUBTFUL : 1), prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 3 ? 0.25 : false), maxFuzzy: 2 };

  /** The ids that fit, best first. loose: only some of the words were found. */
  function search(query) {
    if (!words(query, stop).length) return { ids: all.map((one) => one.id), loose: false, empty: true };
    const every = index.search(query, { ...options, combineWith: "AND" });
    if (every.length) return { ids: every.map((hit) => hit.id), loose: false };
    const some = index.search(query, { ...options, combineWith: "OR" });
    const best = some[0]?.score ?? 0;
    return { ids: some.filter((hit) => hit.score >= best * LOOSE).map((hit) => hit.id), loose: true };
  }

  let vocabulary;
  /** The words and names of the guide that look most like the query, at most `limit`. */
  function suggest(query, limit = 3) {
    vocabulary ??= [...new Set(data.partners.flatMap((partner) => [...Object.values(partner.name), ...(partner.former_names ?? []), ...(partner.search_terms ?? [])]))];
    const wanted = words(query, stop).join(" ") || fold(query);
    return vocabulary
      .map((text) => [text, likeness(wanted, words(text, stop).join(" "))])
      .filter(([, value]) => value > 0.33)
      .sort((one, other) => other[1] - one[1] || one[0].length - other[0].length || (one[0] < other[0] ? -1 : 1))
      .slice(0, limit)
      .map(([text]) => text);
  }

  return { search, suggest };
}

/** How much two texts share of their pairs of letters, 0 to 1. */
export function likeness(one, other) {
  const [a, b] = [pairs(one), pairs(other)];
  if (!a.length || !b.length) return 0;
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at >= 0) {
      left.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (a.length + b.length);
}

const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter((pair) => !pair.includes(" "));
