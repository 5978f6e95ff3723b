// The typefaces of other letters than those of the page, when such letters come onto it: a sheet in another language.

const LETTERS = { arabic: /\p{Script=Arabic}/u, cyrillic: /\p{Script=Cyrillic}/u };

/** Fetch the typefaces for what stands in an element. @param {Element} element */
export function bringLetters(element) {
  const own = document.querySelector('link[rel=stylesheet][href$="/fonts.css"]');
  if (!own) return;
  for (const [name, letters] of Object.entries(LETTERS)) {
    const href = own.getAttribute('href').replace(/fonts\.css$/, `fonts-${name}.css`);
    if (!letters.test(element.textContent) || document.querySelector(`link[href="${href}"]`)) continue;
    own.after(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  }
}
