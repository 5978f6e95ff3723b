// A button on every card of a partner that puts it on the reader's own list, and the link to that list with its number.

import { fromValues, MOST, NAME, START, toggled, toValues } from './partner-picks.mjs';
import { Keeper, storage } from './worksheet-store.mjs';

const CARDS = '.partners-card[data-id], .card[data-pick-id]';
const links = [...document.querySelectorAll('[data-picks]')];
const words = JSON.parse(links[0].dataset.picksWords);
const keeper = new Keeper(storage('localStorage'), storage('sessionStorage'), START);
const read = () => fromValues(keeper.open(NAME).values);
const worded = (text, name) => text.replace('{name}', () => name);

function show(buttons = document.querySelectorAll('.picks-button')) {
  const { ids } = read();
  for (const link of links) {
    link.querySelector('[data-picks-count]').textContent = `(${ids.length})`;
    link.hidden = false;
  }
  for (const button of buttons) {
    const on = ids.includes(button.dataset.id);
    button.setAttribute('aria-pressed', String(on));
    button.firstChild.textContent = on ? words.added : words.add;
  }
}

function toggle(button) {
  const { id, name } = button.dataset;
  const { values, place } = keeper.open(NAME);
  const list = fromValues(values);
  const on = list.ids.includes(id);
  if (on && list.notes[id] && !window.confirm(worded(words.drop_sure, name))) return;
  const next = toggled(list, id);
  keeper.save(NAME, toValues(next), place === 'device');
  show();
  const full = !on && !next.ids.includes(id);
  if (full) window.alert(words.full.replace('{number}', MOST)); // seen too: the button stays as it was
  else links[0].querySelector('[data-picks-status]').textContent = worded(on ? words.said_dropped : words.said_added, name);
}

/** The button at the end of an element; one that was copied along with another card goes. */
function addButton(element, id, name) {
  const there = element.querySelector(':scope > .picks-button');
  if (there?.dataset.id === id) return there;
  there?.remove();
  const button = document.createElement('button');
  const of = document.createElement('span');
  button.type = 'button';
  button.className = 'picks-button';
  Object.assign(button.dataset, { id, name });
  of.className = 'visually-hidden';
  of.textContent = `: ${name}`;
  button.append('', of);
  element.append(button);
  return button;
}

function onCards(cards) {
  const made = [...cards].map((card) => {
    const name = card.querySelector('h4 a, .card__title a').textContent.trim();
    return addButton(card.querySelector('.card__text') ?? card, card.dataset.id ?? card.dataset.pickId, name);
  });
  show(made);
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('.picks-button');
  if (button) toggle(button);
});
for (const one of document.querySelectorAll('[data-pick]')) addButton(one, one.dataset.pick, one.dataset.name);
onCards(document.querySelectorAll(CARDS));
show();
// A list that shows other cards gets buttons on those too.
const list = document.querySelector('[data-partners] [data-list]');
if (list) {
  const observer = new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const cards = added.flatMap((node) => (node.matches(CARDS) ? [node] : [...node.querySelectorAll(CARDS)]));
    if (cards.length) onCards(cards);
  });
  observer.observe(list, { childList: true, subtree: true });
}
window.addEventListener('storage', () => show());
window.addEventListener('pageshow', ({ persisted }) => persisted && show());
