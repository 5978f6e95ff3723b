// Small comforts on every page; each page works without them.
import "./language.mjs";

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
opener?.addEventListener("click", () => {
  search?.click();
  document.querySelector("[data-md-component=search-query]")?.focus(); // within the tap, so that the keyboard comes up
});
search?.addEventListener("change", () => {
  if (!search.checked && opener.checkVisibility()) opener.focus();
});

// The menu of a phone closes when the reader goes elsewhere.
const menu = document.querySelector(".head__menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
