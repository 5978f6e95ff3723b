// A button on every card of a partner that puts it on the reader's own list, and the link to that list with its number.

import { fromValues, NAME, START, toggled, toValues } from './partner-picks.mjs';
import { Keeper, storage } from './worksheet-store.mjs';

const CARDS = '.partners-card[data-id], .card[data-pick-id]';
const links = [...document.querySelectorAll('[data-picks]')];
const words = JSON.parse(links[0].dataset.picksWords);
const keeper = new Keeper(storage('localStorage'), storage('sessionStorage'), START);
const read = () => fromValues(keeper.open(NAME).values);
const worded = (text, name) => text.replace('{name}', () => name);

function show() {
  const { ids } = read();
  for (const link of links) {
    link.querySelector('[data-picks-count]').textContent = `(${ids.length})`;
    link.hidden = false;
  }
  for (const button of document.querySelectorAll('.picks-button')) {
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
  keeper.save(NAME, toValues(toggled(list, id)), place === 'device');
  show();
  links[0].querySelector('[data-picks-status]').textContent = worded(on ? words.said_dropped : words.said_added, name);
}

/** A button at the end of an element, once. */
function addButton(element, id, name) {
  if (element.querySelector(':scope > .picks-button')) return;
  const button = document.createElement('button');
  const of = document.createElement('span');
  button.type = 'button';
  button.className = 'picks-button';
  Object.assign(button.dataset, { id, name });
  of.className = 'visually-hidden';
  of.textContent = `: ${name}`;
  button.append('', of);
  button.addEventListener('click', () => toggle(button));
  element.append(button);
}

function addButtons() {
  for (const card of document.querySelectorAll(CARDS)) {
    const name = card.querySelector('h4 a, .card__title a').textContent.trim();
    addButton(card.querySelector('.card__text') ?? card, card.dataset.id ?? card.dataset.pickId, name);
  }
  for (const one of document.querySelectorAll('[data-pick]')) addButton(one, one.dataset.pick, one.dataset.name);
  show();
}

addButtons();
// A list that shows other cards gets buttons on those too.
const list = document.querySelector('[data-partners] [data-list]');
if (list) {
  const cards = (nodes) => [...nodes].some((node) => node.matches?.(CARDS) || node.querySelector?.(CARDS));
  const fresh = (changes) => changes.some(({ addedNodes }) => cards(addedNodes));
  new MutationObserver((changes) => fresh(changes) && list.querySelector('.partners-card:not(:has(> .picks-button))') && addButtons())
    .observe(list, { childList: true, subtree: true });
}
window.addEventListener('storage', show);
window.addEventListener('pageshow', ({ persisted }) => persisted && show());
document.documentElement.dataset.picksReady = '';
