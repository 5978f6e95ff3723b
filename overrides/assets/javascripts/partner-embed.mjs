// The list in a frame on another site: what the address asks for, words, and where the whole guide has the same.

import { speaker } from "./filters.mjs";
import { openSearch } from "./partner-engine.mjs";
import { fits, folded, fromAddress, nothing, toAddress } from "./partner-filter.mjs";
import { fromCards } from "./partner-items.mjs";

const root = document.querySelector("[data-embed]");
const one = (selector) => root.querySelector(selector);
const all = (selector) => [...root.querySelectorAll(selector)];
const { say } = speaker(JSON.parse(one("[data-words]").textContent), document.documentElement.lang);
const PAGE = Number(root.dataset.first);

const rows = all("[data-list] > li");
const items = fromCards(rows).map((item, at) => ({ ...item, element: rows[at] }));
const byId = new Map(items.map((item) => [item.id, item]));
const successors = new Map(rows.flatMap((row) => (row.dataset.merged ?? "").split(" ").filter(Boolean).map((id) => [id, row.dataset.id])));
const selects = all("select");
const names = new Map(selects.map((select) => [select.name, new Map([...select.options].map((option) => [option.value, option.dataset.name]))]));
const offered = Object.fromEntries([...names].map(([key, values]) => [key, new Set([...values.keys()].filter(Boolean))]));
const areas = new Map(all("select[name=where] option[data-matches]").map((option) => [option.value, option.dataset.matches.split(" ")]));
const find = one("#find");
const whole = one("[data-whole]");
const home = whole.getAttribute("href");

let choices = { ...nothing(), ...fromAddress(location.search, offered) };
let limit = PAGE;
let turn = 0;
let engine;

async function search() {
  engine ??= openSearch(new URL(root.dataset.index, document.baseURI).href);
  try {
    return await engine;
  } catch {
    engine = undefined;
    return null;
  }
}

async function update() {
  const mine = ++turn;
  const found = choices.find ? await search() : undefined;
  const hits = found ? await found.search(choices.find) : null;
  if (mine !== turn) return; // somebody typed on meanwhile
  const ranked = hits && !hits.empty;
  const order = ranked ? folded(hits.ids, successors).map((id) => byId.get(id)).filter(Boolean) : items;
  const fitting = order.filter((item) => fits(item, choices, areas));
  const shown = new Set(fitting.slice(0, limit));
  one("[data-list]").append(...fitting.map((item) => item.element));
  for (const item of items) item.element.hidden = !shown.has(item);
  const status = fitting.length ? say("embed.of", { number: fitting.length, total: items.length }) : say("none");
  if (one("[data-status]").textContent !== status) one("[data-status]").textContent = status;
  const left = Math.min(PAGE, fitting.length - shown.size);
  one("[data-more]").hidden = left <= 0;
  one("[data-more]").textContent = say("embed.more", { number: left });
  const note = found === null ? say("loading_failed") : ranked && hits.loose && fitting.length ? say("loose") : "";
  one("[data-note]").hidden = !note;
  one("[data-note]").textContent = note;
  follow();
}

/** The address, the words for what was chosen, the link to the guide and the code say the same as the list. */
function follow() {
  const query = toAddress(choices);
  history.replaceState(null, "", location.pathname + query);
  whole.setAttribute("href", home + query);
  const chosen = Object.entries(choices).flatMap(([key, value]) => (names.has(key) ? [value].flat().map((id) => names.get(key).get(id)) : [])).filter(Boolean);
  one("[data-chosen]").hidden = !chosen.length;
  one("[data-chosen]").textContent = chosen.join(" · ");
  for (const select of selects) select.value = [choices[select.name]].flat()[0] ?? "";
  const code = one("[data-code]");
  const made = document.createElement("iframe");
  made.src = location.origin + location.pathname + query;
  made.title = code.dataset.title;
  made.loading = "lazy";
  for (const [name, value] of [["width", "100%"], ["height", "640"]]) made.setAttribute(name, value);
  made.style.border = "0"; // the policy of the page lets no style attribute in
  code.value = made.outerHTML;
}

function again() {
  limit = PAGE;
  return update();
}

let timer;
find.addEventListener("focus", search, { once: true });
find.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    choices = { ...choices, find: find.value.trim() };
    again();
  }, 120);
});
one("[data-form]").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  choices = { ...choices, find: find.value.trim() };
  again();
});
for (const select of selects) {
  select.addEventListener("change", () => {
    choices = { ...choices, [select.name]: Array.isArray(choices[select.name]) ? [select.value].filter(Boolean) : select.value };
    again();
  });
}
one("[data-more]").addEventListener("click", async () => {
  const next = limit;
  limit += PAGE;
  await update();
  all("[data-list] > li:not([hidden]) a")[next]?.focus();
});
one("[data-copy]").addEventListener("click", async ({ currentTarget: button }) => {
  const code = one("[data-code]");
  code.select();
  try {
    await navigator.clipboard.writeText(code.value);
    button.textContent = button.dataset.done;
  } catch {
    code.focus(); // it is selected: the reader copies it
  }
});

one("[data-form]").hidden = false;
one("[data-snippet]").hidden = window.top !== window; // inside another site it would only take room
find.value = choices.find;
await update();
root.dataset.ready = "";
