// The map of the partners: larger and smaller, where the partner under the hand works, and numbers for paper.
// Without this script the whole map stands there with its bubbles, names and links.

import { perPlace, places, radius } from "./partner-map-view.mjs";

const svg = document.querySelector("[data-map]");
if (svg) start();

function start() {
  const root = svg.closest("[data-partners]");
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const one = (selector, within = root) => within.querySelector(selector);
  const { width, height } = svg.viewBox.baseVal;
  const size = { width, height };
  const point = (element) => {
    const { e: x, f: y } = element.transform.baseVal.consolidate().matrix;
    return { x, y };
  };
  const bubbles = all(".partners-bubble").map((element) => ({ element, label: one("[data-label]", element), dot: one(".partners-dot", element), ...point(element) }));
  const names = all("text.partners-province").map((label) => ({ label, ...point(label.parentElement.parentElement) }));
  let view = { k: 1, x: 0, y: 0 };

  // --- names: there where there is room now --------------------------------------------------------------------

  const wide = ({ label }) => ({ wide: label.getComputedTextLength(), high: Number.parseFloat(getComputedStyle(label).fontSize) });

  function label() {
    const found = places(
      bubbles.map((bubble) => ({ x: bubble.x, y: bubble.y, radius: bubble.dot.r.baseVal.value, ...wide(bubble) })),
      names.filter(({ label: text }) => text.getComputedTextLength()).map((name) => ({ name, x: name.x, y: name.y, ...wide(name) })),
      view,
      size,
    );
    // As styles, for the screen only: paper keeps the places of the build.
    const put = (text, place, origin) => {
      text.style.setProperty("--shown", place ? 1 : 0);
      if (!place) return;
      text.style.setProperty("--x", `${place.x - origin.x}px`);
      text.style.setProperty("--y", `${place.y - origin.y}px`);
      text.style.setProperty("--anchor", place.anchor);
    };
    const origin = (text) => ({ x: Number(text.getAttribute("x")), y: Number(text.getAttribute("y")) });
    bubbles.forEach(({ label: text }, index) => put(text, found.bubbles[index], origin(text)));
    names.filter(({ label: text }) => text.getComputedTextLength()).forEach(({ label: text }, index) => put(text, found.names[index], origin(text)));
    svg.classList.add("partners-named");
  }

  // --- numbers: bubbles follow the choices, paper gets those of the list ------------------------------------------

  const seats = new Map(all("[data-line][id] [data-of]").map((entry) => [entry.dataset.of, entry.closest("[data-line]").id.replace(/^seat-/, "")]));
  const tiled = new Set(all(".partners-tiles [data-place]").map((tile) => tile.dataset.place));
  const most = Number(svg.dataset.most);

  function listed(ids) {
    const found = perPlace(ids, seats);
    const scheme = [...found].reduce((sum, [place, number]) => sum + (tiled.has(place) ? number : 0), 0);
    for (const place of all("[data-place], [data-scheme]")) {
      // A long list names no seats: then the numbers of the screen hold.
      const own = "scheme" in place.dataset ? scheme : (found.get(place.dataset.place) ?? 0);
      const number = seats.size ? own : Number(one("[data-count]", place).textContent);
      one("[data-listed]", place).textContent = number || "";
      place.classList.toggle("partners-not-listed", !number);
    }
    for (const { element, dot } of bubbles) dot.setAttribute("r", radius(Number(one("[data-count]", element).textContent), most));
    kept = ids.length === 1 ? one(`.partners-card[data-id="${CSS.escape(ids[0])}"]`) : null;
    works(kept);
    label();
  }
  const shown = (event) => listed(event.detail?.ids ?? event.detail ?? []);
  document.addEventListener("partners:shown", shown);

  // --- where a partner sits and works -----------------------------------------------------------------------------

  let kept = null; // the card of the only partner that is left
  const covers = all("[data-within]");
  const ids = (text) => (text ?? "").split(" ").filter(Boolean);

  function works(card) {
    const areas = new Set(ids(card?.dataset.area));
    const touches = (text) => ids(text).some((area) => areas.has(area));
    for (const cover of covers) {
      const whole = touches(cover.dataset.within);
      cover.classList.toggle("partners-works", whole);
      cover.classList.toggle("partners-works-part", !whole && touches(cover.dataset.parts));
    }
    const seat = card?.dataset.seat ?? "";
    for (const place of all("[data-place]")) place.classList.toggle("partners-pointed", Boolean(seat) && place.dataset.place === seat);
    one("[data-scheme]")?.classList.toggle("partners-pointed", tiled.has(seat));
  }

  const list = one("[data-list]");
  const card = (event) => event.target.closest?.(".partners-card");
  list.addEventListener("pointerover", (event) => works(card(event) ?? kept));
  list.addEventListener("focusin", (event) => works(card(event) ?? kept));
  list.addEventListener("pointerleave", () => works(list.contains(document.activeElement) ? document.activeElement.closest(".partners-card") : kept));
  list.addEventListener("focusout", () => works(kept));

  one("[data-map-key]").hidden = false;
  // The names at once: on a phone they are larger than the build took them for.
  document.fonts.ready.then(label);
  new ResizeObserver(label).observe(svg);
  // Larger and smaller: that and its library come when the map is in sight of a reader who has begun to read.
  const begun = new Promise((done) => {
    for (const sign of ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"]) addEventListener(sign, done, { once: true, capture: true, passive: true });
  });
  const sight = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    sight.disconnect();
    await begun;
    const { zoomable } = await import("./partner-map-zoom.mjs");
    zoomable({ svg, root, size, bubbles, changed: (now) => {
      view = now;
      label();
    } });
  }, { rootMargin: "300px" });
  sight.observe(svg);
}
