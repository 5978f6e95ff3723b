// Everybody in the list: from the cards of the page, or, when the list is long, from a file, with a card when it is shown.

const set = (text) => new Set((text ?? "").split(" ").filter(Boolean));

/** The partners of these cards. */
export const fromCards = (cards) => cards.map(fromCard);

function fromCard(element) {
  const { id, help, recommendation, audience, language, area, seat } = element.dataset;
  const group = element.closest("[data-group]")?.dataset.group;
  const merged = [...element.querySelectorAll("[data-merged]")].map((link) => link.dataset.merged);
  return {
    id, seat, group, merged, card: () => element, made: () => element, generic: "generic" in element.dataset,
    help: set(help), recommendation: set(recommendation), audience: set(audience), language: set(language), area: set(area),
  };
}

/** The partners of a file. records: in the order of the list. pattern: a card to fill in. cards: those that stand on the page. */
export function fromRecords(records, pattern, cards) {
  const standing = new Map(cards.map((card) => [card.dataset.id, card]));
  return records.map((record) => {
    let element = standing.get(record.id);
    return {
      id: record.id, seat: record.seat, group: record.group, merged: record.merged.map(([id]) => id), generic: record.generic,
      help: new Set(record.help), recommendation: new Set(record.recommendation), audience: new Set(record.audience),
      language: new Set(record.language), area: new Set(record.area),
      card: () => (element ??= filled(pattern, record)), made: () => element,
    };
  });
}

/** A card with the texts of a partner. */
function filled(pattern, record) {
  const card = pattern.cloneNode(true);
  const put = (selector, text) => {
    const place = card.querySelector(selector);
    if (text) place.textContent = text;
    else place?.remove();
  };
  for (const key of ["help", "recommendation", "audience", "language", "area"]) card.dataset[key] = record[key].join(" ");
  Object.assign(card.dataset, { id: record.id, seat: record.seat });
  if (record.generic) card.dataset.generic = "";
  else delete card.dataset.generic;
  const link = card.querySelector("h4 a");
  link.textContent = record.name;
  link.setAttribute("href", record.url);
  put(".partners-text", record.text);
  put(".partners-area", record.works);
  put(".partners-sits", record.sits);
  put(".partners-badge", record.badge?.[1]);
  const badge = card.querySelector(".partners-badge");
  if (badge) badge.className = `partners-badge partners-badge-${record.badge[0]}`;
  const tags = card.querySelector(".partners-tags");
  tags.replaceChildren(...record.tags.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  const merged = card.querySelector(".partners-merged");
  if (!record.merged.length) merged.remove();
  else merged.lastElementChild.replaceWith(...record.merged.flatMap(([id, name, url], at) => [at ? ", " : "", mergedLink(id, name, url)]));
  return card;
}

function mergedLink(id, name, url) {
  const made = Object.assign(document.createElement("a"), { textContent: name });
  made.setAttribute("href", url);
  made.dataset.merged = id;
  return made;
}
