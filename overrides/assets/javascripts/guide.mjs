// Small comforts on every page; each page works without them.
import "./language.mjs";

// The theme's script, for the search and for wide tables, waits until the page has been drawn. It begins at an event that
// is over by then.
addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(() => {
  const theme = document.createElement("script");
  theme.src = document.querySelector("script[data-theme]").dataset.theme;
  theme.onload = () => document.dispatchEvent(new Event("DOMContentLoaded"));
  document.head.append(theme);
})), { once: true });

// The links to a page and to its sections, in a panel at the foot; what it can do is loaded when somebody wants it.
const panel = document.querySelector("[data-share-panel]");
if (panel) {
  const share = () => import("./share.mjs");
  const prepare = async () => (await share()).ready(panel.querySelector(".share__body"), panel.dataset.copied);
  panel.addEventListener("toggle", prepare, { once: true });
  if (panel.open) prepare();
  for (const link of document.querySelectorAll("a[data-share-page], .md-content a.headerlink")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a new window, a bookmark
      event.preventDefault();
      share().then(({ open }) => open(link, panel), () => location.assign(link.hash));
    });
  }
  if (location.hash.length > 1) import("./arrived.mjs").then(({ tell }) => tell(panel.dataset.here));
}

// On a small screen a button opens the search; it gets the focus back when the search closes.
const opener = document.querySelector("[data-opens]");
const search = document.getElementById(opener?.dataset.opens);
// Firefox remembers what was ticked before a reload, and would show a search that nobody opened.
if (search?.checked && performance.getEntriesByType("navigation")[0]?.type === "reload") search.click();
opener?.addEventListener("click", () => {
  search?.click();
  document.querySelector("[data-md-component=search-query]")?.focus(); // within the tap, so that the keyboard comes up
});
search?.addEventListener("change", () => {
  if (!search.checked && opener.checkVisibility()) opener.focus();
});

// The rest of the search comes when somebody is about to type.
const field = document.querySelector("[data-md-component=search-query]");
const found = () => import("./search.mjs");
if (field === document.activeElement) found();
else field?.addEventListener("focus", found, { once: true });

// On a wide screen Escape gives the focus back to where the reader was before; the theme drops it.
let before = null;
field?.addEventListener("focus", ({ relatedTarget }) => {
  if (relatedTarget && !relatedTarget.closest(".md-search")) before = relatedTarget;
});
document.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape" || !target.closest?.(".md-search") || opener?.checkVisibility()) return;
  setTimeout(() => before?.isConnected && before.focus({ preventScroll: true })); // the theme closes it first
});

// One button changes the colours. Only a choice is kept; without one the page goes with the device.
const dark = matchMedia("(prefers-color-scheme: dark)");
const colours = document.body.dataset;
const chosen = () => {
  try {
    return __md_get("__palette");
  } catch {
    return null; // no storage here
  }
};
const tell = () => { // what the browser itself draws: bars to scroll, its own head on a phone
  const { backgroundColor, colorScheme } = getComputedStyle(document.body);
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = backgroundColor;
  document.querySelector("meta[name=color-scheme]").content = colorScheme;
};
document.querySelector("[data-scheme-key]")?.addEventListener("click", () => {
  colours.mdColorScheme = colours.mdColorScheme === "slate" ? "default" : "slate";
  tell();
  try {
    __md_set("__palette", { color: { scheme: colours.mdColorScheme } });
  } catch {} // no storage here
});
dark.addEventListener("change", () => {
  if (!chosen()) colours.mdColorScheme = dark.matches ? "slate" : "default";
});
if (chosen()) tell();

// The menu of a phone closes when the reader goes elsewhere, by hand or by key: it would hide what has the focus.
const menu = document.querySelector(".head__menu");
menu?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
});
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
