// Sends the reader of a short or old address on. Without script the page shows the same links.

/**
 * The language to go to.
 * @param {readonly string[]} wanted the reader's languages, best first ("fr-BE")
 * @param {readonly string[]} offered codes, the source language first
 */
export function chooseLanguage(wanted, offered) {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split("-")[0];
    if (offered.includes(code)) return code;
  }
  return offered[0];
}

/** Where an old address with this anchor leads now. */
export function movedTarget(target, anchors, hash) {
  const anchor = decodeURIComponent(hash.slice(1));
  const found = anchors.map((pair) => pair.split(" ")).find(([old]) => old === anchor);
  if (found) return found[1];
  return target.includes("#") ? target : target + hash;
}

if (typeof document !== "undefined") {
  const links = [...document.querySelectorAll("[data-go] a[hreflang]")];
  if (links.length) {
    const code = chooseLanguage(navigator.languages, links.map((link) => link.hreflang));
    location.replace(links.find((link) => link.hreflang === code).href + location.hash);
  }
  // Every language is there; the reader's own comes first.
  const list = document.querySelector("[data-own-first]");
  if (list) {
    const links = [...list.querySelectorAll("a[hreflang]")];
    const codes = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
    const own = codes.map((code) => links.find((link) => link.hreflang === code)).find(Boolean);
    if (own) list.prepend(own.closest("li"));
  }
  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    const anchors = Object.entries(moved.dataset).filter(([key]) => key.startsWith("anchor")).map(([, pair]) => pair);
    location.replace(new URL(movedTarget(moved.getAttribute("href"), anchors, location.hash), location.href));
  }
}
