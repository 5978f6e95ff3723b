// Search over partners: words in any of the guide's languages, with typing errors. Pure: no page, no network.

import { ANYWHERE, ids, joined, makeIndex, settings, splits, stopped, words } from "./partner-index.mjs";

const BOOST = { name: 4, terms: 3, help: 2, parts: 1.5, text: 0.5 };
const WHOLE = 6; // what the whole name counts for
const TEXT = Object.keys(BOOST);
const NEAR = 3; // how much more a partner counts that works in the place which is named, and nowhere else
const FEW = 5; // with fewer partners than this those that have only some of the words follow
const COMPOUND = 0.4; // what a part of a word counts for that somebody typed
const DOUBTFUL = 0.25; // what the score of a partner that may not be reached is worth
const B = 0.3; // how much a short text counts for more than a long one
const LOOSE = 0.4; // when only some words are found: partners below this part of the best score are left out

/** A search. MiniSearch: the class of the library. data: what `makeIndex` gave, or the open data with stop words. */
export function createSearch(MiniSearch, data, stopWords) {
  const made = data.index ? data : makeIndex(MiniSearch, data, stopWords);
  const stop = stopped(made.stopWords);
  const index = MiniSearch.loadJS(made.index, settings(stop));
  const near = places(MiniSearch, made.places);
  const doubtful = new Set(made.doubtful);
  // A word that is there was not mistyped, and a number that looks like another one is another one.
  const fuzzy = (term) => (term.length > 3 && !/\d/.test(term) && !known(term) ? 0.25 : false);
  const text = { fields: TEXT, boost: BOOST, prefix: (term) => term.length > 2, fuzzy, maxFuzzy: 2 };
  const known = (word) => stop.has(word) || index.search(word, { fields: TEXT, prefix: false, fuzzy: false }).length > 0;

  /** What a word may mean: itself, the parts of a compound, a place and those who work there from elsewhere. */
  function meanings([word, named]) {
    const compound = splits(word).filter(([head, tail]) => known(head) && known(tail)).flat().filter((part) => !stop.has(part));
    const exact = (queries, rest) => ({ queries, combineWith: "OR", prefix: false, fuzzy: false, ...rest });
    return {
      combineWith: "OR",
      queries: [
        { queries: [word], ...text },
        ...(compound.length ? [exact(compound, { fields: TEXT, prefix: (term) => term.length > 5, boost: Object.fromEntries(TEXT.map((field) => [field, BOOST[field] * COMPOUND])) })] : []),
        ...(named.size ? [exact([...named.keys()], { fields: ["place"], boost: { place: 0.1 }, tokenize: ids })] : []),
      ],
    };
  }

  /** The ids that fit, best first. strong: how many of them fit well. loose: nobody has all the words. empty: no word says anything. */
  function search(query) {
    const wanted = words(query, stop).slice(0, 12).map((word) => [word, near(word)]);
    if (!wanted.length) return { ids: [], strong: 0, loose: false, empty: true };
    const worth = new Map(wanted.flatMap(([, named]) => [...named]));
    const nearness = (place) => Math.max(0, ...ids(place).map((id) => worth.get(id) ?? 0));
    const boostDocument = (id, _, { place }) => (doubtful.has(id) ? DOUBTFUL : 1) * (1 + NEAR * nearness(place));
    const name = { queries: [joined(query)], fields: ["whole"], boost: { whole: WHOLE }, prefix: false, fuzzy: false };
    const found = (queries) => index.search({ combineWith: "OR", queries: [queries, name] }, { boostDocument, bm25: { k: 1.2, b: B, d: 0.5 } });
    const all = (queries) => ({ combineWith: "AND", queries });
    const well = (hits) => hits.filter((hit) => hit.score >= hits[0].score * LOOSE).map((hit) => hit.id);
    const hits = found(all(wanted.map(meanings)));
    const every = hits.map((hit) => hit.id);
    if (every.length >= FEW) return { ids: every, strong: well(hits).length, loose: false, empty: false };
    // Who works elsewhere stays out, when a place was named.
    const [there, rest] = [wanted.filter(([, named]) => named.size), wanted.filter(([, named]) => !named.size)];
    const some = found(all([...there.map(meanings), ...(rest.length ? [{ combineWith: "OR", queries: rest.map(meanings) }] : [])]));
    const more = well(some);
    return { ids: [...new Set([...every, ...more])], strong: well(every.length ? hits : some).length, loose: !every.length, empty: false };
  }

  let vocabulary;
  /** The words and names of the guide that look most like the query, at most `limit`. */
  function suggest(query, limit = 3) {
    vocabulary ??= made.names.map((name) => [name, pairs(words(name, stop).join(" "))]);
    const wanted = pairs(words(query, stop).join(" ").slice(0, 120));
    return vocabulary
      .map(([name, own]) => [name, shared(wanted, own), wanted.length + own.length])
      // Two pairs of letters in common say little, unless the words are short.
      .filter(([, value, length]) => value > 0.5 || (value > 0.33 && value * length >= 6))
      .sort((one, other) => other[1] - one[1] || one[0].length - other[0].length || (one[0] < other[0] ? -1 : 1))
      .slice(0, limit)
      .map(([name]) => name);
  }

  return { search, suggest };
}

/** A function that gives the places which a word may name, and those around and inside: worth from 0 to 1 by id. */
function places(MiniSearch, all) {
  const byId = new Map(all.map((place) => [place.id, place]));
  const index = new MiniSearch({ ...settings(new Set()), fields: ["name"] });
  index.addAll(all);
  return (word) => {
    // The same name before one that begins so, and that before one that looks like it.
    const ways = [[1, {}], [1, { prefix: word.length > 3 }], [0.6, { fuzzy: word.length > 5 ? 0.2 : false }]];
    const [certain, hits] = ways.map(([worth, options]) => [worth, index.search(word, options)]).find(([, found]) => found.length) ?? [0, []];
    const named = new Set(hits.map((hit) => hit.id));
    const worth = new Map();
    const add = (id, value) => worth.set(id, Math.max(value, worth.get(id) ?? 0));
    for (const id of named) {
      const { around, inside } = byId.get(id);
      if (inside.some((one) => named.has(one))) continue; // "Brussels" is not all of "Flanders and Brussels"
      add(id, certain);
      inside.forEach((one) => add(one, certain * 0.7));
      around.forEach((one, at) => add(one, certain * 0.5 ** (at + 1)));
      add(ANYWHERE, certain * 0.1);
    }
    return worth;
  };
}

/** How much two texts share of their pairs of letters, 0 to 1. */
export const likeness = (one, other) => shared(pairs(one), pairs(other));

function shared(one, other) {
  if (!one.length || !other.length) return 0;
  const left = [...other];
  let both = 0;
  for (const pair of one) {
    const at = left.indexOf(pair);
    if (at >= 0) {
      left.splice(at, 1);
      both += 1;
    }
  }
  return (2 * both) / (one.length + other.length);
}

const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter((pair) => !pair.includes(" "));
