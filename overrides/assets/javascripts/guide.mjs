// Small comforts on every page; each page works without them.
import "./language.mjs";

/** Put an address on the clipboard and say so, next to the element that was used. */
async function copy(address, element, words) {
  await navigator.clipboard.writeText(address);
  const said = document.createElement("span");
  said.className = "copied";
  said.setAttribute("role", "status");
  element.after(said);
  said.textContent = words; // after it stands in the page, so that a screen reader tells it
  setTimeout(() => said.remove(), 2500);
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.dataset.copy, button, button.dataset.copied));
  }
  // The link at a heading leads there and also copies an address that can be sent to a colleague.
  const content = document.querySelector("[data-address]");
  for (const link of content?.querySelectorAll("a.headerlink") ?? []) {
    link.addEventListener("click", () => copy(content.dataset.address + link.hash, link, content.dataset.copied));
  }
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
