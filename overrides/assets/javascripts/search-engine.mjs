// The search over the pages of one language, as the theme's search box wants its answers. Pure: no page, no network.

import { fold, splits } from "./partner-index.mjs";

const BOOST = { title: 8, parts: 3, words: 4, lead: 1.5, text: 1 };
const SECTION = 0.5; // what a heading and its text count for beside the title and lead of the page
const LISTS = 0.3; // a page that leads to others
const KIND = { recommendation: 1.15, method: 1.15, worksheet: 1.1, page: 0.9, partner: 0.65, term: 0.9 };
const ROLE = 1.4; // a partner that stands for all of its sort
const STEM = 0.8; // another form of the word that was typed
const COMPOUND = 0.4; // a part of it
const SWAPPED = 0.6; // the word with two neighbouring letters changed about
const NAMED = 2; // the title is what was typed
const BEGINS = 1.4; // it begins so
const FEW = 5; // with fewer pages than this those that have only some of the words follow
const LOOSE = 0.1; // the least of the best score that still counts
const OPEN = 2; // sections of a page that are shown at once
const MORE = 3; // and on demand
const PAGES = 30; // more than that nobody reads
const AROUND = 60; // letters in front of the first word that was found, and three times as many from there on
const MOST = 12; // words of a query

const tokens = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/**
 * A search. MiniSearch: the class of the library. data: what the build wrote: the names of the kinds, and of each page
 * and its sections the address, the title, the text, the lead of a page and words for which it is looked up.
 * stem: the stem of a word in small letters. idle: whether a word says nothing.
 */
export function createSearch(MiniSearch, { kinds, docs }, { stem = (word) => word, idle = () => false } = {}) {
  const made = new Map();
  /** A word as it is searched: folded, and its stem. */
  function forms(word) {
    if (!made.has(word)) {
      const small = word.toLowerCase();
      const [whole, root] = [fold(small), fold(stem(small))];
      made.set(word, whole === root ? [whole] : [whole, root]);
    }
    return made.get(word);
  }
  const index = new MiniSearch({ fields: Object.keys(BOOST), tokenize: tokens, processTerm: forms });
  const said = new Set(docs.flatMap(({ title, lead = "", text }) => tokens(`${title} ${lead} ${text}`)).map((word) => forms(word)[0]));
  index.addAll(docs.map((entry, id) => ({ ...entry, id, parts: entry.kind ? tokens(entry.title).flatMap(partsOf).join(" ") : "" })));
  const known = new Set([...made.values()].map(([whole]) => whole));
  const pageOf = docs.map((entry) => entry.location.split("#")[0]);
  const pages = new Map(docs.flatMap((entry, id) => (entry.location === pageOf[id] && entry.kind ? [[pageOf[id], id]] : [])));
  const begins = (start) => [...said].some((word) => word.startsWith(start));

  /** The two words of which a compound is made. */
  function partsOf(word) {
    return splits(fold(word)).filter((two) => two.every((part) => said.has(part))).flat();
  }

  /** The words that differ from this one by two neighbouring letters. */
  function swapsOf(word) {
    return [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2)).filter((one) => known.has(one));
  }

  /** What a word may stand for, as a query. other: the word made of this one and its neighbour. */
  function meanings(word, last, other) {
    const [whole, root = whole] = forms(word);
    const exactly = (terms, weight) => ({ queries: terms, processTerm: (term) => term, prefix: false, fuzzy: false, boost: weighed(weight) });
    // A word that is there, or of which the rest is still to be typed, was not mistyped.
    const mistyped = whole.length > 2 && !/\d/.test(whole) && !known.has(whole) && !begins(whole);
    // Of a compound that nobody wrote the part that is there helps on.
    const parts = known.has(whole) ? [] : [partsOf(whole), splits(whole).flat().filter((part) => said.has(part))].find((some) => some.length) ?? [];
    return {
      combineWith: "OR",
      queries: [
        { queries: [whole], processTerm: (term) => term, prefix: whole.length > (last ? 1 : 2), fuzzy: mistyped ? 0.25 : false, maxFuzzy: 2, boost: BOOST },
        ...(root === whole ? [] : [exactly([root], STEM)]),
        ...(parts.length ? [exactly(parts, COMPOUND)] : []),
        ...(other ? [exactly([other], 1)] : []),
        ...(mistyped ? swapsOf(whole).map((one) => exactly([one], SWAPPED)) : []),
      ],
    };
  }

  const weighed = (weight) => Object.fromEntries(Object.entries(BOOST).map(([field, value]) => [field, value * weight]));

  /** The words of a query that say something; all of them when none does. */
  function asked(query) {
    const all = tokens(query.toLowerCase()).slice(0, MOST);
    const telling = all.filter((word) => word.length > 1 && !idle(word));
    return telling.length ? telling : all;
  }

  /** For each section that has a word of these: what each word counts for there, and the words as they stand there. */
  function hitsOf(words) {
    const found = new Map();
    words.forEach((word, at) => {
      const joined = [words[at - 1] + word, word + words[at + 1]].map(fold).find((one, side) => words[side ? at + 1 : at - 1] && known.has(one));
      for (const hit of index.search(meanings(word, at === words.length - 1, joined), { bm25: { k: 1.2, b: 0.3, d: 0.5 } })) {
        if (!found.has(hit.id)) found.set(hit.id, { id: hit.id, scores: words.map(() => 0), terms: new Set() });
        const one = found.get(hit.id);
        one.scores[at] = hit.score * (pages.get(pageOf[hit.id]) === hit.id ? 1 : SECTION * (KIND[docs[hit.id].kind] ?? 1));
        hit.terms.forEach((term) => one.terms.add(term));
      }
    });
    return [...found.values()];
  }

  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const key = (text) => tokens(text).map((word) => forms(word).at(-1)).join(" ");

  function named(title, wanted) {
    const own = key(title);
    return own === wanted ? NAMED : own.startsWith(wanted) ? BEGINS : 1;
  }

  /** The pages, best first, each with its best sections, as the theme's search box shows them. */
  function search(query) {
    const words = asked(query);
    if (!words.length) return [];
    const wanted = key(query);
    const groups = new Map();
    for (const hit of hitsOf(words)) {
      hit.score = sum(hit.scores) * named(docs[hit.id].title, wanted);
      const page = pageOf[hit.id];
      if (pages.has(page)) groups.set(page, [...(groups.get(page) ?? []), hit]);
    }
    const ranked = [...groups].map(([page, hits]) => {
      const whole = docs[pages.get(page)];
      const own = hits.find((hit) => hit.id === pages.get(page))?.scores;
      // The words stand in the title, in the lead or in one section; what is spread over a long page says little.
      const each = hits.map((hit) => hit.scores.map((score, at) => Math.max(score, own?.[at] ?? 0)));
      const share = Math.max(...each.map((scores) => scores.filter(Boolean).length)) / words.length;
      const best = Math.max(...each.map(sum));
      const every = share === 1 && !whole.lists;
      const weight = (KIND[whole.kind] ?? 1) * (whole.role ? ROLE : 1) * (whole.lists ? LISTS : 1);
      return { page, hits, share, every, score: best * share * weight * named(whole.title, wanted) };
    });
    ranked.sort((one, other) => other.every - one.every || other.score - one.score);
    const full = ranked.filter((one) => one.every);
    const chosen = full.length >= FEW ? full : ranked;
    const least = Math.max(...chosen.map((one) => one.score)) * LOOSE;
    return chosen.filter((one) => one.share === 1 || one.score >= least).slice(0, PAGES).map((one, at) => shown(one, words, 1000 - at));
  }

  /** A page and its sections, with descending numbers: the theme opens those with the number of the first. */
  function shown({ page, hits }, words, rank) {
    const own = pages.get(page);
    const sections = hits.filter((hit) => hit.id !== own).sort((one, other) => other.score - one.score);
    const whole = hits.find((hit) => hit.id === own) ?? { id: own, score: 0, scores: words.map(() => 0), terms: new Set() };
    const open = sections.length && sections[0].score > whole.score ? OPEN : 0;
    return [entry(whole, words, rank), ...sections.slice(0, open + MORE).map((hit, at) => entry(hit, words, at < open ? rank : rank - 0.5))];
  }

  function entry({ id, scores, terms }, words, score) {
    const { location, title, lead, text, kind } = docs[id];
    const found = new Set();
    const mark = (part) =>
      part.split(/([\p{L}\p{N}]+)/u).map((word, at) => {
        if (at % 2 === 0 || !forms(word).some((form) => terms.has(form))) return escape(word);
        found.add(word.toLowerCase());
        return `<mark>${escape(word)}</mark>`;
      }).join("");
    const name = kind ? `<span class="search-kind search-kind--${kind}">${escape(kinds[kind])}</span><span class="visually-hidden">: </span>` : "";
    const shownTitle = name + mark(title);
    const said = lead || text;
    const shownText = said && `<p>${mark(excerpt(said, terms))}</p>`;
    const missing = words.filter((_, at) => !scores[at]);
    // The theme puts the words that were found in the address, to mark them on the page.
    return { location, title: shownTitle, text: shownText, score, terms: Object.fromEntries([...[...found].map((word) => [word, true]), ...missing.map((word) => [word, false])]) };
  }

  /** The part of a text around the first word that was found. */
  function excerpt(text, terms) {
    const first = [...text.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => forms(word).some((form) => terms.has(form)))?.index ?? 0;
    const start = first <= AROUND ? 0 : text.lastIndexOf(" ", first - AROUND) + 1;
    const end = text.length - start <= 4 * AROUND ? text.length : text.lastIndexOf(" ", start + 4 * AROUND);
    return `${start ? "… " : ""}${text.slice(start, end > start ? end : undefined)}${end > start && end < text.length ? " …" : ""}`;
  }

  return { search };
}
