// A list with choices (worksheets, methods): they narrow it, and the address holds them.

import { counts, fromAddress, isChosen, nothing, speaker, toAddress } from "./filters.mjs";

const root = document.querySelector("[data-sheets]");
const one = (selector, within = root) => within.querySelector(selector);
const all = (selector, within = root) => [...within.querySelectorAll(selector)];
const { say, many } = speaker(JSON.parse(one("[data-words]").textContent), root.lang);

const form = one(".filters-form");
const more = one("[data-more]");
const clear = one("[data-clear]");
const notice = one("[data-notice]");
const showAll = one("[data-show-all]");
const boxes = all("input[type=checkbox]", form);
const selects = all("select", form);
const entries = all("[data-entry]", form);

// Every choice of one value is a list to pick from, every choice of several a row of boxes to tick.
const kinds = Object.fromEntries([...boxes.map((box) => [box.name, "many"]), ...selects.map((select) => [select.name, "one"])]);
const values = Object.fromEntries(Object.keys(kinds).map((key) => [key, []]));
for (const box of boxes) values[box.name].push(box.value);
for (const select of selects) values[select.name].push(...[...select.options].map((option) => option.value).filter(Boolean));
const offered = Object.fromEntries(Object.entries(values).map(([key, list]) => [key, new Set(list)]));
const items = all(".sheets-card").map((element) => ({
  element,
  link: one("h4 a", element),
  shownIn: new Set((element.dataset.shownIn ?? "").split(" ")),
  values: Object.fromEntries(Object.keys(kinds).map((key) => [key, new Set(element.dataset[key].split(" "))])),
}));
const fits = (item, choices, but) =>
  Object.keys(kinds).every((key) => key === but || !choices[key].length || [choices[key]].flat().some((value) => item.values[key].has(value)));

let choices = nothing(kinds);

/** With a language chosen a link opens the sheet in that language beside the source; that is what the page calls `sheet`. */
function open(item) {
  const [path, query] = item.link.getAttribute("href").split("?");
  const asked = new URLSearchParams(query);
  if (choices.language && item.shownIn.has(choices.language)) asked.set("sheet", `${root.dataset.source}-${choices.language}`);
  else asked.delete("sheet");
  const wanted = asked.size ? `${path}?${asked}` : path;
  if (wanted !== item.link.getAttribute("href")) item.link.setAttribute("href", wanted);
}

function paint() {
  const shown = new Set(items.filter((item) => fits(item, choices, "")));
  for (const item of items) {
    item.element.hidden = !shown.has(item);
    open(item);
  }
  for (const group of all("[data-group]")) group.hidden = !one(".sheets-card:not([hidden])", group);
  for (const [key, list] of Object.entries(values)) {
    const found = counts(kinds, items, key, list, choices, fits);
    for (const box of boxes.filter((other) => other.name === key)) {
      box.checked = choices[key].includes(box.value);
      const label = box.closest("label");
      one("[data-count]", label).textContent = found.get(box.value);
      label.classList.toggle("filters-empty", !found.get(box.value) && !box.checked);
    }
    const select = selects.find((other) => other.name === key);
    if (!select) continue;
    for (const option of select.options) if (option.value) option.textContent = `${option.dataset.name} (${found.get(option.value)})`;
    select.value = choices[key];
  }
  const chosen = isChosen(kinds, choices);
  root.toggleAttribute("data-chosen", chosen);
  one("[data-chosen-title]").hidden = !chosen;
  clear.hidden = !chosen;
  const number = Object.values(choices).filter((value) => value.length).length;
  one("[data-more-count]", more).textContent = number ? `(${number})` : "";
  for (const entry of entries) {
    if (chosen && toAddress(kinds, choices) === toAddress(kinds, fromAddress(kinds, entry.search, offered))) entry.setAttribute("aria-current", "true");
    else entry.removeAttribute("aria-current");
  }
  const text = shown.size ? many("count", shown.size) : say("none");
  const status = one("[data-status]");
  if (status.textContent !== text) status.textContent = text;
  notice.hidden = shown.size > 0;
  showAll.textContent = many("show_all", items.length);
}

function choose(wanted) {
  const lost = [clear, showAll].includes(document.activeElement);
  choices = wanted;
  const target = location.pathname + toAddress(kinds, choices, location.search);
  if (target !== location.pathname + location.search) history.pushState(null, "", target);
  paint();
  if (lost) one("a, summary, input, select", form).focus({ preventScroll: true });
}

form.addEventListener("change", () => {
  const ticked = (key) => boxes.filter((box) => box.name === key && box.checked).map((box) => box.value);
  choose(Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, kind === "many" ? ticked(key) : form.elements[key].value])));
});
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", () => choose(nothing(kinds)));
showAll.addEventListener("click", () => choose(nothing(kinds)));
for (const entry of entries) {
  entry.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab
    event.preventDefault();
    choose(entry.hasAttribute("aria-current") ? nothing(kinds) : fromAddress(kinds, entry.search, offered));
  });
}

// On a wide screen there is room for all choices; a narrow one shows them when asked.
const wide = matchMedia("(min-width: 45em)");
const unfold = () => (more.open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

const read = () => {
  choices = fromAddress(kinds, location.search, offered);
  paint();
};
addEventListener("popstate", read);
read();
root.dataset.ready = "";
