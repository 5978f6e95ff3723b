// The partner list, its choices and its map move together; the address holds the choices.

import { speaker } from "./filters.mjs";
import { createControls } from "./partner-controls.mjs";
import { fits, folded, fromAddress, isChosen, nothing, PAGE, seatedFirst, toAddress, totals } from "./partner-filter.mjs";
import { fromCards, fromRecords } from "./partner-items.mjs";
import { createList } from "./partner-list.mjs";
import { createNotice } from "./partner-notice.mjs";
import { createSeats } from "./partner-seats.mjs";

const WAIT = 50; // ms without a key before the list moves
const root = document.querySelector("[data-partners]");
const one = (selector, within = root) => within.querySelector(selector);
const { say, many } = speaker(JSON.parse(one("[data-words]").textContent), root.lang);
const clear = one("[data-clear]");
const more = one("[data-more-cards]");
const cards = [...root.querySelectorAll(".partners-card")];
const long = Boolean(root.dataset.list); // the page holds only the first of the list

const controls = createControls(root, { say });
const { form, areas } = controls;
const seats = createSeats(root, { say, many, areas, choose: seat });
const offered = { ...controls.offered, seat: seats.offered };
const nameOf = (key, value) => (key === "seat" ? seats.nameOf(value) : controls.nameOf(key, value));
const notice = createNotice(root, { say, many, areas, help: controls.help, nameOf, choose });

let choices = fromAddress(location.search, offered);
let people; // everybody, with the list that shows them
let engine; // the index, fetched when somebody first types
let turn = 0;

function everybody() {
  people ??= load().then((items) => ({
    items, byId: new Map(items.map((item) => [item.id, item])), list: createList(root, items, { say, long }),
    successors: new Map(items.flatMap((item) => item.merged.map((id) => [id, item.id]))),
  }));
  return people;
}

async function load() {
  if (!long) return fromCards(cards);
  const answer = await fetch(root.dataset.list);
  return fromRecords(await answer.json(), one("[data-pattern]").content.firstElementChild, cards);
}

/** The search, or null when it cannot be had. */
async function search() {
  engine ??= import("./partner-engine.mjs").then(({ openSearch }) => openSearch(root.dataset.index, { long }));
  try {
    return await engine;
  } catch {
    engine = undefined;
    return null;
  }
}

async function update({ push = false, write = true } = {}) {
  const mine = ++turn;
  const current = () => mine === turn; // nobody chose anything else meanwhile
  if (write) {
    const target = location.pathname + toAddress(choices, location.search) + location.hash;
    if (target !== location.pathname + location.search + location.hash) history[push ? "pushState" : "replaceState"](null, "", target);
  }
  const [{ items, byId, list, successors }, found] = await Promise.all([everybody(), choices.find ? search() : undefined]);
  const hits = current() && found ? await found.search(choices.find) : null;
  if (!current()) return;
  const ranked = Boolean(hits && !hits.empty);
  const order = ranked ? folded(hits.ids, successors).map((id) => byId.get(id)).filter(Boolean) : items;
  const shown = order.filter((item) => fits(item, choices, areas));
  // A seat nearby weighs more than a better fit, but not than a good one.
  const good = ranked ? new Set(folded(hits.ids.slice(0, hits.strong), successors)) : null;
  const [near, far] = seatedFirst(shown, choices.where ? controls.seats.get(choices.where) : [], good);
  const ids = ranked
    ? list.show([...near, ...far], say("best_first"), [], choices.show)
    : list.show(near, near.length ? say("seat_filter", { name: nameOf("where", choices.where) }) : "", far, choices.show);
  controls.show(order, choices);
  seats.show(order, choices);
  const text = shown.length ? many("count", totals(shown).all) : say("none");
  const status = one("[data-status]");
  if (status.textContent !== text) status.textContent = text;
  const works = offered.where.has(choices.seat) ? { name: seats.names.get(choices.seat), choices: { ...choices, show: PAGE, seat: "", where: choices.seat } } : null;
  await notice.show({ items, order, shown, choices, loose: ranked && hits.loose, found, works, current });
  if (current()) document.dispatchEvent(new CustomEvent("partners:shown", { detail: { ids } }));
}

async function choose(wanted) {
  const focused = document.activeElement;
  const lost = notice.holds(focused) || seats.chip === focused || clear === focused;
  choices = wanted;
  form.elements.find.value = choices.find;
  const done = update({ push: true });
  if (lost) form.elements.find.focus({ preventScroll: true });
  await done;
}

/** A place of the map was clicked: only who has a seat there, or all again. */
function seat(wanted, place) {
  const beside = place && one("[data-list]").getBoundingClientRect().right <= one(".partners-map").getBoundingClientRect().left + 1;
  choose({ ...choices, show: PAGE, seat: choices.seat === wanted ? "" : wanted }).then(() => !place || beside || reveal());
}

/** Bring the first of the list into sight, under the bar with the count. */
function reveal() {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  one("[data-list]").scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

let timer;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  const typing = event.target === form.elements.find;
  timer = setTimeout(() => {
    choices = { ...controls.read(choices), show: PAGE };
    update({ push: !typing });
  }, typing ? WAIT : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  if (matchMedia("(pointer: coarse)").matches) form.elements.find.blur(); // the keyboard would cover what was found
  choose({ ...controls.read(choices), show: PAGE }).then(reveal);
});
form.elements.find.addEventListener("focus", () => search(), { once: true });
clear.addEventListener("click", () => choose(nothing()));
more.addEventListener("click", async () => {
  const before = choices.show;
  await choose({ ...choices, show: before + PAGE });
  if (more.hidden) (await everybody()).list.link(before)?.focus(); // nothing is left to ask for
});
addEventListener("popstate", () => {
  choices = fromAddress(location.search, offered);
  form.elements.find.value = choices.find;
  update({ write: false });
});

async function start() {
  form.elements.find.value = choices.find;
  // Whoever listens is loaded by then.
  if (document.readyState !== "complete") await new Promise((resolve) => ["DOMContentLoaded", "load"].forEach((kind) => addEventListener(kind, resolve, { once: true })));
  await update({ write: false });
  root.dataset.ready = "";
}
start();
