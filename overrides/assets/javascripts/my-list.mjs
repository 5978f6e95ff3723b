// The page of a reader's own list of partners: order, lines of one's own, print, files. Nothing is sent anywhere.

import { fromAddress, fromValues, joined, MOST, moved, NAME, nothing, restored, START, toAddress, toggled, toValues } from './partner-picks.mjs';
import { bringLetters } from './letters.mjs';
import { entry, onSheet, toCsv, toGeoJson, toVcards, whereabouts } from './picks-files.mjs';
import { paperOf } from './picks-paper.mjs';
import { isFilled, Keeper, storage } from './worksheet-store.mjs';

const root = document.querySelector('[data-my-list]');
const one = (name, within = root) => within.querySelector(`[data-${name}]`);
const known = JSON.parse(one('picks-data').textContent);
const { words } = known;
const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const many = (key, number) => say(`${key}.${new Intl.PluralRules(root.dataset.language).select(number) === 'one' ? 'one' : 'other'}`, { number });

const status = one('status');
const undo = one('undo');
const list = one('list');
const keep = one('keep');
const keeper = new Keeper(storage('localStorage'), storage('sessionStorage'), START);
let data = null;
let mine = nothing();
let before = null; // the list as it was before the last removal

const here = (id) => data?.partners.find((partner) => partner.id === id);
const entries = (language) => mine.ids.map(here).filter(Boolean).map((partner) => entry(data, partner, language, known, mine.notes[partner.id]));

function where(place) {
  keep.checked = place === 'device';
  one('where').textContent = words[`where.${place}`];
  one('erase').hidden = !isFilled(toValues(mine));
}

/** Keeps the list and shows it; `text` is said aloud. */
function change(next, text = '') {
  mine = next;
  where(keeper.save(NAME, toValues(mine), keep.checked));
  paint();
  tell(text);
}

function tell(text) {
  status.textContent = text;
  undo.hidden = before === null;
  one('sheet-link')?.setAttribute('hidden', '');
}

/** A text field that is being typed in stays as it is. */
const set = (field, value) => field.value !== value && (field.value = value);

function itemOf(found) {
  const made = one('item').content.cloneNode(true).firstElementChild;
  made.dataset.id = found.id;
  for (const name of made.querySelectorAll('[data-of]')) name.textContent = `: ${found.name}`;
  const link = made.querySelector('.picks-name a');
  link.textContent = found.name;
  link.href = root.dataset.page.replace('*', found.id);
  one('what', made).textContent = found.help.join(' · ');
  const place = whereabouts(found) || (found.areas.length ? say('works_in', { areas: found.areas.join(', ') }) : '');
  one('place', made).textContent = [place, found.phone].filter(Boolean).join(' · ');
  const badge = one('badge', made);
  badge.textContent = badgeOf(found, root.dataset.language);
  badge.hidden = !badge.textContent;
  return made;
}

/** What to know before one sends somebody there: the same as on the card where it was picked. */
function badgeOf(found, language) {
  const kind = known.doubts[found.id];
  return kind ? known.badges[language][kind].replace('{name}', () => found.successor) : '';
}

function paint() {
  const shown = entries(root.dataset.language);
  const items = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const wanted = shown.map((found) => items.get(found.id) ?? itemOf(found));
  // Only what changes place is taken out of the page, so that the focus stays.
  for (const item of [...list.children]) if (!wanted.includes(item)) item.remove();
  wanted.forEach((item, at) => list.children[at] !== item && list.insertBefore(item, list.children[at] ?? null));
  wanted.forEach((item, at) => {
    set(item.querySelector('input'), mine.notes[item.dataset.id] ?? '');
    one('move="-1"', item).disabled = at === 0;
    one('move="1"', item).disabled = at === wanted.length - 1;
  });
  for (const field of root.querySelectorAll('[data-text]')) set(field, mine[field.dataset.text]);
  one('some').hidden = one('tools').hidden = !shown.length;
  one('empty').hidden = shown.length > 0;
  const lost = mine.ids.filter((id) => !here(id));
  unknown(lost);
  const page = location.protocol === 'file:' ? known.link : location.origin + location.pathname;
  const address = page + toAddress(mine.ids);
  one('copy-link').dataset.address = address;
  one('mail').href = `mailto:?subject=${encodeURIComponent(words.mail_subject)}&body=${encodeURIComponent(`${words.mail_text}\n${address}`)}`;
  paper();
}

let strange = []; // what an address named and the guide does not have
function unknown(lost) {
  const names = [...new Set([...strange, ...lost])].slice(0, 12).map((id) => id.slice(0, 40));
  one('unknown').hidden = !names.length;
  one('unknown').textContent = names.length ? say('unknown', { names: names.join(', ') }) : '';
}

function paper() {
  const language = one('paper-language').value;
  const shown = entries(language).map((found) => ({ ...found, badge: badgeOf(found, language), code: `${root.dataset.codes}${found.id}/qr.svg` }));
  paperOf(one('paper'), shown, { ...mine, language, words: known.paper[language], works: known.works[language], guide: known.names[language], home: known.home, direction: known.directions[language] });
  bringLetters(one('paper'));
  document.documentElement.classList.toggle('picks-print', shown.length > 0);
}

list.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  const item = button?.closest('[data-id]');
  if (!item) return;
  const { id } = item.dataset;
  const { name } = entries(root.dataset.language).find((found) => found.id === id);
  if (button.dataset.move) {
    before = null;
    const next = moved(mine, id, Number(button.dataset.move));
    change(next, say('moved', { name, place: next.ids.indexOf(id) + 1, number: next.ids.length }));
    // At the end of the list the button that was used can do no more.
    (button.disabled ? item.querySelector('[data-move]:not(:disabled)') ?? one('drop', item) : button).focus();
  } else if ('drop' in button.dataset) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    before = mine;
    change(toggled(mine, id), say('dropped', { name }));
    (next ? one('drop', next) : one('empty')).focus();
  }
});
list.addEventListener('input', ({ target }) => {
  const { id } = target.closest('[data-id]').dataset;
  mine = { ...mine, notes: { ...mine.notes, [id]: target.value } };
  where(keeper.save(NAME, toValues(mine), keep.checked));
  before = null;
  tell('');
  paper();
});
root.addEventListener('input', ({ target }) => {
  const name = target.dataset.text;
  if (!name) return;
  mine = { ...mine, [name]: target.value };
  where(keeper.save(NAME, toValues(mine), keep.checked));
  paper();
});
undo.addEventListener('click', () => {
  const back = before.ids.find((id) => !mine.ids.includes(id));
  const whole = restored(mine, before);
  before = null;
  change(whole, words.restored);
  (back ? one('drop', list.querySelector(`[data-id="${back}"]`)) : list.querySelector('a')).focus();
});
keep.addEventListener('change', () => where(keeper.save(NAME, toValues(mine), keep.checked)));
one('erase').addEventListener('click', () => {
  if (!window.confirm(words.erase_sure)) return;
  before = null;
  strange = [];
  const done = keeper.erase(NAME);
  mine = nothing();
  where(keeper.open(NAME).place);
  paint();
  tell(done ? words.erased : words['where.device']);
  one('empty').focus();
});

one('paper-language').addEventListener('change', paper);
one('print').addEventListener('click', async () => {
  await Promise.all([...one('paper').querySelectorAll('img')].map((image) => image.decode().catch(() => {})));
  window.print();
});
window.addEventListener('beforeprint', () => data && paper());

if (navigator.clipboard) {
  one('copy-link').hidden = false;
  one('copy-link').addEventListener('click', async ({ currentTarget }) => {
    await navigator.clipboard.writeText(currentTarget.dataset.address);
    tell(words.copied);
  });
}

const files = {
  csv: ['text/csv', (found, language) => toCsv(found, Object.fromEntries(Object.entries(known.paper[language]).filter(([key]) => key.startsWith('column.')).map(([key, text]) => [key.slice(7), text])))],
  vcf: ['text/vcard', toVcards],
  geojson: ['application/geo+json', toGeoJson],
};
for (const button of root.querySelectorAll('[data-save]')) {
  button.addEventListener('click', () => {
    const kind = button.dataset.save;
    const [type, make] = files[kind];
    const language = one('paper-language').value;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([make(entries(language), language)], { type: `${type};charset=utf-8` }));
    link.download = `${words.file_name}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(words.saved);
  });
}

one('to-sheet')?.addEventListener('click', () => {
  const sheets = new Keeper(storage('localStorage'), storage('sessionStorage'));
  const { sheet } = known;
  const { values, place } = sheets.open(sheet.slug);
  const found = entries(root.dataset.language);
  let result = onSheet(values, found, sheet);
  // There is room for all on an empty sheet, or for more: then one may give up what was typed in its rows.
  if (result.left.length) {
    const anew = onSheet(values, found, sheet, true);
    if (anew.left.length < result.left.length && window.confirm(many('sheet_full', result.left.length))) result = anew;
  }
  const kept = sheets.save(sheet.slug, { ...values, ...result.changed }, place === 'device');
  const lost = result.left.length ? say('sheet_left', { names: result.left.map(({ name }) => name).join(', ') }) : '';
  tell([many('sheet_done', result.there), lost, kept === 'nowhere' ? words['where.nowhere'] : ''].filter(Boolean).join(' '));
  one('sheet-link').hidden = false;
});

/** A list that came with the address: taken at once when there is none here, else the reader says what to do. */
function take(found) {
  strange = [...found.wrong, ...found.ids.filter((id) => !here(id))];
  const ids = found.ids.filter((id) => here(id));
  const done = (next, text) => {
    one('notice').hidden = true;
    before = null;
    change(next, text);
    // Read again, the page shows the reader's list; where nothing is kept, the address is all there is.
    if (keeper.open(NAME).place !== 'nowhere') history.replaceState(null, '', location.pathname + location.hash);
  };
  if (!ids.length || ids.join() === mine.ids.join()) done(mine, '');
  else if (!mine.ids.length) done(joined(mine, ids), many('taken', ids.length));
  else {
    one('notice-text').textContent = say('notice', { theirs: ids.length, mine: mine.ids.length });
    const choice = (key, next, text = () => '') => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--quiet', textContent: words[key] });
      button.addEventListener('click', () => {
        done(next(), text());
        list.querySelector('a')?.focus();
      });
      one('notice-row').append(button, ' ');
    };
    const room = () => new Set([...mine.ids, ...ids]).size <= MOST;
    choice('notice_add', () => joined(mine, ids), () => (room() ? '' : say('full', { number: MOST })));
    choice('notice_replace', () => ({ ...mine, ids, notes: Object.fromEntries(Object.entries(mine.notes).filter(([id]) => ids.includes(id))) }));
    choice('notice_keep', () => mine);
    one('notice').hidden = false;
    paint();
  }
}

function readAgain() {
  const { values, place } = keeper.open(NAME);
  mine = fromValues(values);
  where(place);
  paint();
}

async function start() {
  try {
    const answer = await fetch(root.dataset.source);
    if (!answer.ok) throw new Error(answer.statusText);
    data = await answer.json();
  } catch {
    one('without').textContent = words.loading_failed;
    root.dataset.ready = '';
    return;
  }
  one('without').hidden = true;
  one('all').hidden = false;
  readAgain();
  const found = fromAddress(location.search);
  if (found) take(found);
  window.addEventListener('storage', readAgain);
  window.addEventListener('pageshow', ({ persisted }) => persisted && readAgain());
  root.dataset.ready = '';
}
start();
