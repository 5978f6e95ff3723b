// Puts the cards where they belong: by type, those nearby first, or best first; and no more than were asked for.

/** The list. items: everybody, in the order of the page. long: cards that are not shown leave the page. */
export function createList(root, items, { say, long }) {
  const one = (selector, within = root) => within.querySelector(selector);
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const first = one("[data-ranked]");
  const groups = new Map(all("[data-group]").map((section) => [section.dataset.group, section]));
  const more = one("[data-more-cards]");
  const lines = all("[data-line]").map((line) => [line, all("[data-of]", line)]);

  /** Writes a number where another stood: what is written anew is drawn anew. */
  const put = (card, number = "") => {
    const at = one("[data-number]", card);
    if (at.textContent !== String(number)) at.textContent = number;
  };

  /** Shows partners. near: those that come first under `title`. rest: the others, by type. Returns the ids in their order. */
  function show(near, title, rest, limit) {
    const byGroup = [...groups.keys()].flatMap((group) => rest.filter((item) => item.group === group));
    const order = [...near, ...byGroup];
    const drawn = new Set(long ? order.slice(0, limit) : order);
    const top = new Set(near);
    for (const item of items) if (!drawn.has(item) && item.made()) long ? item.card().remove() : (item.card().hidden = true);
    const next = new Map();
    const number = new Map(order.map((item, at) => [item.id, at + 1]));
    for (const item of drawn) {
      const card = item.card();
      const list = one("ul", top.has(item) ? first : groups.get(item.group));
      const at = next.get(list) ?? 0;
      // What stands in its place already is left alone, and keeps the focus.
      if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
      next.set(list, at + 1);
      card.hidden = false;
      // Only the screen waits: paper gets them all.
      card.classList.toggle("partners-later", number.get(item.id) > limit);
      put(card, number.get(item.id));
    }
    one("h3", first).textContent = title;
    for (const section of [first, ...groups.values()]) {
      const cards = [...one("ul", section).children].filter((card) => !card.hidden);
      section.hidden = !cards.length;
      section.classList.toggle("partners-later", cards.every((card) => card.classList.contains("partners-later")));
    }
    for (const [line, entries] of lines) {
      for (const entry of entries) {
        entry.hidden = !number.has(entry.dataset.of);
        put(entry, number.get(entry.dataset.of));
      }
      line.hidden = entries.every((entry) => entry.hidden);
    }
    const left = order.length - limit;
    more.hidden = left <= 0;
    more.textContent = say("more_cards", { number: left });
    return order.map((item) => item.id);
  }

  /** The link of the card with that place in the list, counted from 0. */
  const link = (at) => all(".partners-card:not([hidden]) h4 a")[at];

  return { show, link };
}
