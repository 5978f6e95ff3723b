// Answers the theme's search box in a thread of its own. The theme lets a site bring its own worker, and talks to it in
// messages of four types. The index is fetched when something is typed: who does not search, downloads none.
//
// ?theme= names the theme's own worker, from this file: it brings lunr, whose stemmers and stop words are used here.

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
let settings;
let engine;

/** Lunr as the theme bundles it, without the theme's own answers. */
function loadLunr(language) {
  const listen = self.addEventListener;
  self.addEventListener = () => {};
  try {
    importScripts(new URL(new URL(self.location).searchParams.get("theme"), self.location));
  } finally {
    self.addEventListener = listen;
  }
  if (language && language !== "en") importScripts("lunr/min/lunr.stemmer.support.min.js", `lunr/min/lunr.${language}.min.js`);
}

/** How words of the language are brought back to their stem, and which ones say nothing. */
function tongue(language) {
  if (!language) return {};
  loadLunr(language);
  const { stemmer, stopWordFilter } = language === "en" ? self.lunr : self.lunr[language];
  const token = (word) => new self.lunr.Token(word, {});
  return { stem: (word) => stemmer(token(word)).toString(), idle: (word) => stopWordFilter(token(word)) === undefined };
}

async function open() {
  const [answer, { default: MiniSearch }, { createSearch }] = await Promise.all([
    fetch(new URL(`../../${settings.index}`, self.location)),
    import("../vendor/minisearch.mjs"),
    import("./search-engine.mjs"),
  ]);
  if (!answer.ok) throw new Error(answer.statusText);
  return createSearch(MiniSearch, await answer.json(), tongue(settings.stemmer));
}

async function find(query) {
  if (!query.trim()) return [];
  engine ??= open();
  try {
    return (await engine).search(query);
  } catch (error) {
    engine = undefined; // the next key tries again
    throw error;
  }
}

let newest = 0;

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    settings = data.config;
    self.postMessage({ type: READY });
  } else if (type === QUERY) {
    const number = (newest += 1);
    let items = [];
    try {
      items = await find(data);
    } catch (error) {
      console.error(error);
    }
    if (number === newest) self.postMessage({ type: RESULT, data: { items } }); // more was typed meanwhile: that comes
  }
});
