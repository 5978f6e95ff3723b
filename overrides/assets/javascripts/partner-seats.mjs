// The bubbles and tiles of the map as choices: how many seats each would show, and which one is chosen.

import { counts, fits, totals } from "./partner-filter.mjs";

/** The places of the map. choose: what to do with the id of a place, or with "none" for those without a seat. */
export function createSeats(root, { say, many, areas, choose }) {
  const one = (selector, within = root) => within.querySelector(selector);
  const places = [...root.querySelectorAll("[data-place]")];
  const names = new Map(places.map((place) => [place.dataset.place, place.dataset.name]));
  const chip = one("[data-seat-chip]");
  const offMap = one("[data-off-map]");

  for (const place of places) {
    place.addEventListener("click", (event) => {
      event.preventDefault();
      choose(place.dataset.place, place);
    });
  }
  chip.addEventListener("click", () => choose(""));
  offMap?.addEventListener("click", () => choose("none"));

  /** What a chosen seat is called. */
  const nameOf = (seat) => (seat === "none" ? say("seat_none") : say("seat_filter", { name: names.get(seat) }));

  /** Shows the numbers of the partners in `order`, and the choice. */
  function show(order, choices) {
    const found = counts(order, "seat", [...names.keys()], choices, areas);
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
      offMap.textContent = many("off_map", totals(order.filter((item) => fits(item, choices, areas, "seat"))).offMap);
      offMap.setAttribute("aria-pressed", String(choices.seat === "none"));
    }
    chip.hidden = !choices.seat;
    if (choices.seat) {
      chip.textContent = nameOf(choices.seat);
      chip.setAttribute("aria-label", say("remove", { name: nameOf(choices.seat) }));
    }
  }

  return { names, chip, nameOf, show, offered: new Set([...names.keys(), "none"]) };
}
