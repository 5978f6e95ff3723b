// Switching language keeps the place on the page, and who reads another language is told once that there is one.

/** The address of a link to another language, at the heading where the reader is. */
export function keepPlace(href, hash) {
  return href.split("#")[0] + hash;
}

/**
 * The heading that the reader has reached: the last one above a line of the window; "" above the first.
 * @param {readonly {id: string, top: number}[]} headings in their order, top as seen from the window's top
 * @param {number} line in pixels
 */
export function headingAt(headings, line) {
  return headings.findLast(({ top }) => top <= line)?.id ?? "";
}

/**
 * The language to offer: the first that the reader wants and that the page has; "" when that is the page's own.
 * @param {readonly string[]} wanted the reader's languages, best first ("fr-BE")
 * @param {string} own the language of the page
 * @param {readonly string[]} offered the others that there are
 */
export function languageToOffer(wanted, own, offered) {
  const known = new Map([own, ...offered].map((code) => [code.toLowerCase(), code]));
  // "pt-BR" is known as itself, else as "pt".
  const found = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).map((tag) => known.get(tag.toLowerCase())).find(Boolean);
  return found === own ? "" : (found ?? "");
}

/**
 * The language in which an address below the guide's own is written; "" when it names none.
 * @param {string} path of the address
 * @param {string} base path of the guide's home page
 * @param {readonly string[]} offered codes
 */
export function languageOf(path, base, offered) {
  const code = path.startsWith(base) ? path.slice(base.length).split("/")[0] : "";
  return offered.includes(code) ? code : "";
}

/** What this browser remembers; nothing where it may not. */
const memory = (store) => ({
  has: (name) => {
    try {
      return store().getItem(name) !== null;
    } catch {
      return true; // what cannot be remembered is not asked again and again
    }
  },
  keep: (name) => {
    try {
      store().setItem(name, "1");
    } catch {
      // asked once more, on another page
    }
  },
});

if (typeof document !== "undefined") {
  const ANSWERED = "guide-language";
  const device = memory(() => localStorage);
  const visit = memory(() => sessionStorage);

  const here = () => {
    const headings = [...document.querySelectorAll(":is(h2, h3)[id]")].filter((one) => one.checkVisibility());
    const id = headingAt(headings.map((one) => ({ id: one.id, top: one.getBoundingClientRect().top })), innerHeight / 3);
    return id ? `#${id}` : "";
  };
  for (const link of document.querySelectorAll("a[data-keep-place]")) {
    link.addEventListener("click", () => {
      link.href = keepPlace(link.href, here());
      device.keep(ANSWERED);
    });
  }

  // A host may show the page for what is not there in one language for all: it has a line in each.
  const parts = [...document.querySelectorAll("[data-elsewhere]")];
  const base = new URL(document.querySelector(".wordmark")?.href ?? "/", location.href).pathname;
  const asked = languageOf(location.pathname, base, parts.map((part) => part.lang));
  if (asked) {
    const part = parts.find((one) => one.lang === asked);
    const head = document.getElementById("__main");
    const link = part.querySelector("a");
    const button = head.querySelector(".button");
    Object.assign(head, { lang: asked, dir: part.dir });
    head.querySelector("h1").textContent = document.title = part.querySelector("span").textContent;
    head.querySelector(".page__lead").textContent = part.dataset.elsewhere;
    button.textContent = link.textContent;
    button.href = link.href;
    document.documentElement.lang = asked;
    part.hidden = true;
  }

  const lines = [...document.querySelectorAll("[data-suggest] > p")];
  const code = languageToOffer(navigator.languages, document.documentElement.lang, lines.map((line) => line.lang));
  const line = lines.find((one) => one.lang === code);
  if (line && !device.has(ANSWERED) && !visit.has(ANSWERED)) {
    line.hidden = false;
    visit.keep(ANSWERED);
    line.querySelector("button").addEventListener("click", () => {
      line.hidden = true;
      device.keep(ANSWERED);
    });
  }
}
