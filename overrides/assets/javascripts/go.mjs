// Sends the reader of a short address on. Without script the page shows the same links.

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

/** The name of a place in a hash; as it stands when nobody encoded it. */
function anchor(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

if (typeof document !== "undefined") {
  const general = document.querySelector("[data-go]");
  if (general) {
    // A place that was published has a list of its own, which knows where it is now. The browser may not have looked
    // for the target yet, so :target is no help here.
    const place = location.hash && document.querySelector(`.choices[id="${CSS.escape(anchor(location.hash))}"]`);
    const links = [...(place || general).querySelectorAll("a[hreflang]")];
    const code = chooseLanguage(navigator.languages, links.map((link) => link.hreflang));
    const { href } = links.find((link) => link.hreflang === code);
    location.replace(place || href.includes("#") ? href : href + location.hash);
  }
  // Every language is there; the reader's own comes first.
  const list = document.querySelector("[data-own-first]");
  if (list) {
    const links = [...list.querySelectorAll("a[hreflang]")];
    const codes = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
    const own = codes.map((code) => links.find((link) => link.hreflang === code)).find(Boolean);
    if (own) list.prepend(own.closest("li"));
  }
}
