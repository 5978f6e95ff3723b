// The partner list, its choices and its map move together; the address holds the choices.

import { speaker } from "./filters.mjs";
import { counts, fits, folded, fromAddress, isChosen, nothing, toAddress, totals } from "./partner-filter.mjs";

const root = document.querySelector("[data-partners]");
const one = (selector, within = root) => within.querySelector(selector);
const all = (selector, within = root) => [...within.querySelectorAll(selector)];

const words = JSON.parse(one("[data-words]").textContent);
const { say, many } = speaker(words, root.lang);

const form = one(".filters-form");
const list = one("[data-list]");
const ranked = one("[data-ranked]");
const notice = one("[data-notice]");
const seatChip = one("[data-seat-chip]");
const clear = one("[data-clear]");
const more = one("[data-more]");
const offMap = one("[data-off-map]");
const places = all("[data-place]");
const set = (text) => new Set(text.split(" ").filter(Boolean));

const items = all(".partners-card").map((element) => ({
  element,
  id: element.dataset.id,
  home: element.parentElement,
  help: set(element.dataset.help),
  recommendation: set(element.dataset.recommendation),
  audience: set(element.dataset.audience),
  area: set(element.dataset.area),
  seat: element.dataset.seat,
  generic: "generic" in element.dataset,
}));
const byId = new Map(items.map((item) => [item.id, item]));
const successors = new Map(all("[data-merged]").map((link) => [link.dataset.merged, link.closest(".partners-card").dataset.id]));
const values = (name) => all(`select[name=${name}] option`, form).map((option) => option.value).filter(Boolean);
const areas = new Map(all("select[name=where] option[value]", form).map((option) => [option.value, (option.dataset.matches ?? "").split(" ").filter(Boolean)]));
const placeNames = new Map(places.map((place) => [place.dataset.place, place.dataset.name]));
const offered = {
  help: new Set(all("input[name=help]", form).map((box) => box.value)),
  where: new Set(values("where")),
  recommendation: new Set(values("recommendation")),
  audience: new Set(values("audience")),
  seat: new Set([...placeNames.keys(), "none"]),
};

let choices = nothing();
let engine; // the index, made when somebody first types
let painted = 0;

async function search() {
  engine ??= Promise.all([
    import("../vendor/minisearch.mjs"),
    import("./partner-search.mjs"),
    fetch(root.dataset.source).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))),
  ]).then(([library, module, data]) => module.createSearch(library.default, data, words.stop_words));
  try {
    return await engine;
  } catch {
    engine = undefined;
    return null;
  }
}

async function update({ push = false, write = true } = {}) {
  const turn = ++painted;
  if (write) {
    const target = location.pathname + toAddress(choices, location.search) + location.hash;
    if (target !== location.pathname + location.search + location.hash) history[push ? "pushState" : "replaceState"](null, "", target);
  }
  const found = choices.find ? await search() : undefined;
  if (turn !== painted) return; // somebody typed on while the index was made
  const hits = found?.search(choices.find);
  const order = hits && !hits.empty ? folded(hits.ids, successors).map((id) => byId.get(id)).filter(Boolean) : items;
  paint(order, order !== items, hits?.loose ?? false, found);
}

function paint(order, isRanked, loose, found) {
  const shown = order.filter((item) => fits(item, choices, areas));
  arrange(shown, isRanked);
  numbers(order);
  map(order);
  bar(shown);
  explain(shown, order, loose, found);
}

/** Put the cards in their place: by type, or best first. */
function arrange(shown, isRanked) {
  const on = new Set(shown);
  for (const item of items) item.element.hidden = !on.has(item);
  ranked.hidden = !isRanked || !shown.length;
  const flat = one("ul", ranked);
  if (isRanked) flat.append(...shown.map((item) => item.element));
  else for (const item of items) item.home.append(item.element);
  for (const group of all("[data-group]")) group.hidden = isRanked || !one(".partners-card:not([hidden])", group);
  const number = new Map(shown.map((item, at) => [item.id, at + 1]));
  const visible = isRanked ? shown : items.filter((item) => on.has(item));
  visible.forEach((item, at) => number.set(item.id, at + 1));
  for (const item of items) one("[data-number]", item.element).textContent = number.get(item.id) ?? "";
  for (const line of all("[data-line]")) {
    for (const entry of all("[data-of]", line)) {
      entry.hidden = !number.has(entry.dataset.of);
      one("[data-number]", entry).textContent = number.get(entry.dataset.of) ?? "";
    }
    line.hidden = !one("[data-of]:not([hidden])", line);
  }
}

/** What every choice would give. */
function numbers(order) {
  const help = counts(order, "help", [...offered.help], choices, areas);
  for (const box of all("input[name=help]", form)) {
    const number = help.get(box.value);
    box.checked = choices.help.includes(box.value);
    one("[data-count]", box.closest("label")).textContent = number;
    box.closest("label").classList.toggle("filters-empty", !number && !box.checked);
  }
  for (const name of ["where", "recommendation", "audience"]) {
    const found = counts(order, name, [...offered[name]], choices, areas);
    for (const option of all(`select[name=${name}] option`, form)) {
      if (option.value) option.textContent = `${option.dataset.name} (${found.get(option.value)})`;
    }
    form.elements[name].value = choices[name];
  }
  if (document.activeElement !== form.elements.find) form.elements.find.value = choices.find;
  seatChip.hidden = !choices.seat;
  if (choices.seat) {
    const label = choices.seat === "none" ? say("seat_none") : say("seat_filter", { name: placeNames.get(choices.seat) });
    seatChip.textContent = label;
    seatChip.setAttribute("aria-label", say("remove", { name: label }));
  }
  clear.hidden = !isChosen(choices);
  const hidden = ["where", "recommendation", "audience"].filter((name) => choices[name]).length;
  one("[data-more-count]", more).textContent = hidden ? `(${hidden})` : "";
}

/** The bubbles and tiles: how many seats each would show. */
function map(order) {
  const found = counts(order, "seat", [...placeNames.keys()], choices, areas);
  let inScheme = 0;
  for (const place of places) {
    const number = found.get(place.dataset.place);
    if (place.closest(".partners-tiles")) inScheme += number;
    one("[data-count]", place).textContent = number || "";
    place.classList.toggle("filters-empty", !number);
    if (choices.seat === place.dataset.place) place.setAttribute("aria-current", "true");
    else place.removeAttribute("aria-current");
  }
  const bubble = one("[data-scheme]");
  if (bubble) {
    one("[data-count]", bubble).textContent = inScheme || "";
    bubble.classList.toggle("filters-empty", !inScheme);
  }
  if (offMap) {
    const without = order.filter((item) => fits(item, choices, areas, "seat"));
    offMap.textContent = many("off_map", totals(without).offMap);
    offMap.setAttribute("aria-pressed", String(choices.seat === "none"));
  }
}

function bar(shown) {
  const text = shown.length ? many("count", totals(shown).all) : say("none");
  const status = one("[data-status]");
  if (status.textContent !== text) status.textContent = text;
}

/** What to do when the words or choices give little. */
function explain(shown, order, loose, found) {
  notice.replaceChildren();
  const line = (text) => notice.append(Object.assign(document.createElement("p"), { textContent: text }));
  const button = (text, wanted) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "filters-offer", textContent: text });
    made.addEventListener("click", () => choose(wanted));
    notice.append(made, " ");
  };
  if (choices.find && found === null) line(say("loading_failed"));
  if (!shown.length && order.length) {
    line(say("nothing_filters"));
    button(many("without_filters", order.length), { ...nothing(), find: choices.find });
  } else if (!shown.length) {
    line(say("nothing_for", { query: choices.find }));
    const near = found?.suggest(choices.find) ?? [];
    line(say("suggest"));
    for (const text of near) button(text, { ...nothing(), find: text });
    if (!near.length) for (const [value, name] of usual()) button(name, { ...nothing(), help: [value] });
  } else if (loose) line(say("loose"));
  const where = choices.seat;
  if (shown.length && where && where !== "none" && offered.where.has(where)) {
    button(say("works_here", { name: placeNames.get(where) }), { ...choices, seat: "", where });
  }
  notice.classList.toggle("filters-notice-quiet", !one("p", notice));
  notice.hidden = !notice.childNodes.length;
}

/** The three kinds of help that most partners give. */
function usual() {
  const number = counts(items, "help", [...offered.help], nothing(), areas);
  const boxes = all("input[name=help]", form).map((box) => [box.value, one("span", box.closest("label")).textContent]);
  return boxes.sort((a, b) => number.get(b[0]) - number.get(a[0])).slice(0, 3);
}

async function choose(wanted) {
  const lost = notice.contains(document.activeElement) || seatChip === document.activeElement || clear === document.activeElement;
  choices = wanted;
  form.elements.find.value = choices.find;
  const done = update({ push: true });
  if (lost) form.elements.find.focus({ preventScroll: true });
  await done;
}

/** Bring the first of the list into sight, under the bar with the count. */
function reveal() {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  list.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

function read() {
  return {
    ...choices,
    find: form.elements.find.value.trim(),
    help: all("input[name=help]:checked", form).map((box) => box.value),
    where: form.elements.where.value,
    recommendation: form.elements.recommendation.value,
    audience: form.elements.audience.value,
  };
}

let timer;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  const typing = event.target === form.elements.find;
  timer = setTimeout(() => {
    choices = read();
    update({ push: !typing });
  }, typing ? 120 : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  if (matchMedia("(pointer: coarse)").matches) form.elements.find.blur(); // the keyboard would cover what was found
  choose(read()).then(reveal);
});
form.elements.find.addEventListener("focus", () => search(), { once: true });
clear.addEventListener("click", () => choose(nothing()));
seatChip.addEventListener("click", () => choose({ ...choices, seat: "" }));
offMap?.addEventListener("click", () => choose({ ...choices, seat: choices.seat === "none" ? "" : "none" }));
for (const place of places) {
  place.addEventListener("click", (event) => {
    event.preventDefault();
    const beside = list.getBoundingClientRect().right <= one(".partners-map").getBoundingClientRect().left + 1;
    choose({ ...choices, seat: choices.seat === place.dataset.place ? "" : place.dataset.place }).then(() => beside || reveal());
  });
}

// On a wide screen there is room for all choices; a narrow one shows them when asked.
const wide = matchMedia("(min-width: 45em)");
const unfold = () => (more.open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

/** Show on the map where the partner under the hand has its seat. */
function point(event) {
  const seat = event.type === "pointerleave" || event.type === "focusout" ? "" : event.target.closest?.(".partners-card")?.dataset.seat;
  for (const place of places) place.classList.toggle("partners-pointed", Boolean(seat) && place.dataset.place === seat);
  one("[data-scheme]")?.classList.toggle("partners-pointed", places.some((place) => place.closest(".partners-tiles") && place.classList.contains("partners-pointed")));
}
for (const kind of ["pointerover", "pointerleave", "focusin", "focusout"]) list.addEventListener(kind, point);

addEventListener("popstate", () => {
  choices = fromAddress(location.search, offered);
  form.elements.find.value = choices.find;
  update({ write: false });
});

choices = fromAddress(location.search, offered);
if (isChosen(choices)) update({ write: false });
root.dataset.ready = "";
