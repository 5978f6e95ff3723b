// What to do when the words or choices give little: the nearest words, choices to let go, a partner to propose.

import { counts, fits, loosened, nothing, toAddress } from "./partner-filter.mjs";

/** The notice over the list. nameOf: the name of a chosen value. choose: makes other choices. */
export function createNotice(root, { say, many, areas, help, nameOf, choose }) {
  const notice = root.querySelector("[data-notice]");
  const propose = document.querySelector("meta[name=partner-proposal]")?.content;
  const line = (text) => notice.append(Object.assign(document.createElement("p"), { textContent: text }));
  const button = (text, wanted) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "filters-offer", textContent: text });
    made.addEventListener("click", () => choose(wanted));
    notice.append(made, " ");
  };

  /** Shows what helps. items: everybody. order: those whom the words find. shown: those who fit. found: null when search failed. works: name and choices of a place where more work than sit. */
  async function show({ items, order, shown, choices, loose, found, works, current }) {
    const near = !shown.length && !order.length && found ? await found.suggest(choices.find) : [];
    if (!current()) return;
    notice.replaceChildren();
    if (choices.find && found === null) line(say("loading_failed"));
    if (!shown.length && order.length) without(order, choices);
    else if (!shown.length) instead(items, choices, near);
    else if (loose) line(say("loose"));
    if (!shown.length && propose) offer(choices);
    if (shown.length && works) button(say("works_here", { name: works.name }), works.choices);
    notice.classList.toggle("filters-notice-quiet", !notice.querySelector("p"));
    notice.hidden = !notice.childNodes.length;
  }

  /** Something fits the words, but not all choices: which one to let go. */
  function without(order, choices) {
    line(say("nothing_filters"));
    const ways = loosened(choices).map(([key, value, wanted]) => [nameOf(key, value), order.filter((item) => fits(item, wanted, areas)).length, wanted]);
    for (const [name, number, wanted] of ways) if (number && ways.length > 1) button(say("without_one", { name, number }), wanted);
    button(many("without_filters", order.length), { ...nothing(), find: choices.find });
  }

  /** Nothing fits the words: the nearest ones, or the kinds of help that most partners give. */
  function instead(items, choices, near) {
    line(say("nothing_for", { query: choices.find }));
    line(say("suggest"));
    for (const text of near) button(text, { ...nothing(), find: text });
    if (near.length) return;
    const number = counts(items, "help", help.map(([value]) => value), nothing(), areas);
    const usual = [...help].sort((one, other) => number.get(other[0]) - number.get(one[0])).slice(0, 3);
    for (const [value, name] of usual) button(name, { ...nothing(), help: [value] });
  }

  /** A way to propose whom we lack, with what was looked for. */
  function offer(choices) {
    const link = Object.assign(document.createElement("a"), { textContent: say("propose"), rel: "noopener" });
    link.setAttribute("href", propose + encodeURIComponent(toAddress(choices)));
    const text = document.createElement("p");
    text.className = "filters-propose";
    text.append(`${say("propose_lead")} `, link);
    notice.append(text);
  }

  return { show, holds: (element) => notice.contains(element) };
}
