// The choices as the page shows them: what is chosen, and how many partners every other choice would give.

import { counts, isChosen, SELECTS } from "./partner-filter.mjs";

/** The form. areas: the areas that each place finds. seats: the places of a seat that lie in each. */
export function createControls(root, { say }) {
  const one = (selector, within = root) => within.querySelector(selector);
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const form = one(".filters-form");
  const boxes = all("input[name=help]", form).map((box) => ({ box, label: box.closest("label"), name: one("span", box.closest("label")).textContent, count: one("[data-count]", box.closest("label")) }));
  const selects = SELECTS.filter((name) => form.elements[name]).map((name) => [name, all("option", form.elements[name]).filter((option) => option.value)]);
  const options = new Map(selects);
  const split = (text) => (text ?? "").split(" ").filter(Boolean);
  const whole = one("select[name=where] option:not([value=''])", form) ? options.get("where") : [];
  const areas = new Map(whole.map((option) => [option.value, split(option.dataset.matches)]));
  const seats = new Map(whole.map((option) => [option.value, split(option.dataset.seats)]));
  const offered = { help: new Set(boxes.map(({ box }) => box.value)), ...Object.fromEntries(SELECTS.map((name) => [name, new Set((options.get(name) ?? []).map((option) => option.value))])) };

  /** What the form says now; the rest stays as in `choices`. */
  function read(choices) {
    const chosen = Object.fromEntries(selects.map(([name]) => [name, form.elements[name].value]));
    return { ...choices, ...chosen, find: form.elements.find.value.trim(), help: boxes.filter(({ box }) => box.checked).map(({ box }) => box.value) };
  }

  /** Shows the choices, and what every other one would give among the partners in `order`. */
  function show(order, choices) {
    const help = counts(order, "help", [...offered.help], choices, areas);
    for (const { box, label, count } of boxes) {
      box.checked = choices.help.includes(box.value);
      count.textContent = help.get(box.value);
      label.classList.toggle("filters-empty", !help.get(box.value) && !box.checked);
    }
    for (const [name, all] of selects) {
      const found = counts(order, name, [...offered[name]], choices, areas);
      for (const option of all) {
        const text = `${option.dataset.name} (${found.get(option.value)})`;
        if (option.textContent !== text) option.textContent = text;
      }
      form.elements[name].value = choices[name];
    }
    if (document.activeElement !== form.elements.find) form.elements.find.value = choices.find;
    one("[data-clear]").hidden = !isChosen(choices);
    const folded = { help: choices.help.length, rest: selects.filter(([name]) => choices[name]).length };
    for (const part of all("[data-more]")) one("[data-more-count]", part).textContent = folded[part.dataset.more] ? `(${folded[part.dataset.more]})` : "";
  }

  /** The name of a chosen value. */
  const nameOf = (key, value) => (key === "help" ? boxes.find(({ box }) => box.value === value)?.name : options.get(key)?.find((option) => option.value === value)?.dataset.name);

  // On a wide screen there is room for all choices; a narrow one shows them when asked.
  const wide = matchMedia("(min-width: 45em)");
  const unfold = () => all("[data-more]").forEach((part) => (part.open = wide.matches));
  wide.addEventListener("change", unfold);
  unfold();

  return { form, areas, seats, offered, read, show, nameOf, help: boxes.map(({ box, name }) => [box.value, name]) };
}
