// A worksheet on its page: choose a language, fill in, take along as a file, print. Nothing is sent anywhere.
import { bringLetters } from './letters.mjs';
import { FileProblem, fromFile, replaced, take, toFile } from './worksheet-file.mjs';
import { isFilled, Keeper, keyOf, SHARED, storage } from './worksheet-store.mjs';
import { readyForPrint } from './worksheet-print.mjs';

const isTick = (field) => field.matches('[type=checkbox], [type=radio]');
const worded = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function show(fields, values, name) {
  for (const field of fields) {
    const value = values[field.dataset[name]];
    if (isTick(field)) field.checked = value === true;
    else field.value = typeof value === 'string' ? value : '';
  }
}

/** How much of the page each field takes while it is empty, which is the room that it has on paper. */
const roomsIn = (stage) =>
  new Map([...stage.querySelectorAll('.ws-area')].map((field) => [field, field.offsetHeight / field.closest('.ws-page').clientWidth]));

/** Says below a field when its text is longer than its room on paper; on a phone there is no telling. */
function measure(field, room, words) {
  const wide = field.closest('.ws-page').clientWidth;
  const long = wide > 620 && field.value !== '' && field.scrollHeight > room * wide + 4;
  const said = field.nextElementSibling?.matches('.ws-long') ? field.nextElementSibling : null;
  if (long && !said) {
    const note = document.createElement('p');
    note.className = 'ws-long';
    note.setAttribute('role', 'status');
    note.textContent = words;
    field.after(note);
  } else if (!long) said?.remove();
}

/** A switch that keeps one thing on the device, and the words that say where it is. */
class Kept {
  constructor(keeper, name, box, where, words) {
    Object.assign(this, { keeper, name, box, where, words });
    this.read();
    box.addEventListener('change', () => this.save({}));
  }

  read() {
    const { values, place } = this.keeper.open(this.name);
    this.values = values;
    this.#say(place);
  }

  /** Only what changed: another tab may have changed the rest. */
  save(changed) {
    this.values = { ...this.keeper.open(this.name).values, ...changed };
    this.#say(this.keeper.save(this.name, this.values, this.box.checked));
  }

  #say(place) {
    this.box.checked = place === 'device';
    const said = this.words(place);
    if (this.where.textContent !== said) this.where.textContent = said; // the page said the usual place already
  }
}

function start(tools) {
  const slug = tools.dataset.worksheet;
  const { words, known } = JSON.parse(document.querySelector('[data-known]').textContent);
  const find = (name) => tools.querySelector(`[data-${name}]`);
  const stage = find('stage');
  const status = find('status');
  const keeper = new Keeper(storage('localStorage'), storage('sessionStorage'));
  const sheet = new Kept(keeper, slug, find('keep'), find('where'), (place) => words[`where.${place}`]);
  // A page for parents has no panel: what stands on every sheet is typed by who prepares them.
  const panel = find('panel');
  const unseen = document.createElement('input');
  const shared = new Kept(keeper, SHARED, find('keep-shared') ?? unseen, find('where-shared') ?? unseen, (place) => words[`where_shared.${place}`] ?? '');

  let rooms = roomsIn(stage);

  /** The line near the title: what is shared and has no field of its own on this sheet. */
  const carry = () => {
    const line = stage.querySelector('.ws-carried');
    for (const one of line?.querySelectorAll('[data-carry]') ?? []) {
      const value = shared.values[one.dataset.carry] ?? '';
      one.querySelector('b').textContent = value;
      one.hidden = value === '';
    }
    if (line) line.hidden = !line.querySelector('[data-carry]:not([hidden])');
  };
  const fill = () => {
    show(stage.querySelectorAll('[data-field]'), sheet.values, 'field');
    show(tools.querySelectorAll('[data-shared]'), shared.values, 'shared');
    carry();
    for (const [field, room] of rooms) measure(field, room, words.too_long);
    find('erase').hidden = !isFilled(sheet.values);
  };
  const readAgain = () => {
    sheet.read();
    shared.read();
    fill();
  };

  tools.addEventListener('input', ({ target }) => {
    const name = target.dataset.shared;
    if (name) {
      shared.save({ [name]: target.value });
      for (const field of tools.querySelectorAll(`[data-shared="${name}"]`)) if (field !== target) field.value = target.value;
      carry();
    } else if (target.dataset.field) {
      // A choice that is made undoes the others of its group.
      const group = target.type === 'radio' ? [...stage.querySelectorAll(`[name="${target.name}"]`)] : [target];
      sheet.save(Object.fromEntries(group.map((one) => [one.dataset.field, isTick(one) ? one.checked : one.value])));
      if (rooms.has(target)) measure(target, rooms.get(target), words.too_long);
      find('erase').hidden = !isFilled(sheet.values);
    }
    status.textContent = '';
  });

  window.addEventListener('storage', ({ key }) => [null, keyOf(slug), keyOf(SHARED)].includes(key) && readAgain());
  window.addEventListener('pageshow', ({ persisted }) => persisted && readAgain());

  const select = find('choose')?.querySelector('select');
  const contents = new Map([[tools.dataset.first, stage.innerHTML]]);
  let wanted = tools.dataset.first;
  const optionOf = (key) => [...(select?.options ?? [])].find((one) => one.value === key);

  /** The sheet in that language, from the server once. */
  const contentOf = async (key) => {
    if (!contents.has(key)) {
      const answer = await fetch(optionOf(key).dataset.content);
      if (!answer.ok) throw new Error(answer.statusText);
      contents.set(key, (await answer.json()).content);
    }
    return contents.get(key);
  };
  /** Shows the sheet in that language; false when another one was chosen meanwhile, or it cannot be had. */
  const choose = async (key) => {
    wanted = key;
    select.value = key;
    status.textContent = '';
    try {
      const content = await contentOf(key);
      if (wanted !== key) return false;
      stage.innerHTML = content;
      bringLetters(stage);
    } catch {
      if (wanted !== key) return false;
      wanted = tools.dataset.shown;
      select.value = wanted;
      status.textContent = worded(words.unreachable, { language: optionOf(key).textContent.trim() });
      return false;
    }
    tools.dataset.shown = key;
    rooms = roomsIn(stage);
    fill();
    for (const kind of ['pdf', 'word']) tools.querySelector(`a[data-${kind}]`).href = optionOf(key).dataset[kind];
    for (const file of document.querySelectorAll('[data-files]')) file.hidden = file.dataset.files !== key;
    return true;
  };
  tools.dataset.shown = wanted;
  fill();
  if (select) {
    find('choose').hidden = false;
    const chosen = async (key) => {
      if (!(await choose(key))) return;
      const address = new URL(location.href);
      if (key === tools.dataset.first) address.searchParams.delete('sheet');
      else address.searchParams.set('sheet', key);
      history.replaceState(null, '', address);
    };
    select.addEventListener('change', () => chosen(select.value));
    for (const link of document.querySelectorAll('a[data-show]')) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        tools.scrollIntoView();
        select.focus({ preventScroll: true });
        chosen(link.dataset.show);
      });
    }
    const asked = new URL(location.href).searchParams.get('sheet');
    if (optionOf(asked)) choose(asked);
  }

  for (const name of ['open', 'print', 'privacy']) if (find(name)) find(name).hidden = false;

  // An empty sheet is printed best from its PDF.
  find('print').addEventListener('click', () => {
    if (isFilled(sheet.values) || isFilled(shared.values)) window.print();
    else tools.querySelector('a[data-pdf]').click();
  });

  const erasing = (button, sure, erase) =>
    find(button).addEventListener('click', () => {
      if (!window.confirm(sure)) return;
      const done = erase();
      readAgain();
      status.textContent = done ? words.erased : words['where.device'];
      if (!find(button).checkVisibility()) find('keep').focus({ preventScroll: true }); // its neighbour: the focus is not lost
    });
  erasing('erase', words.erase_sure, () => keeper.erase(slug));
  if (panel) takeAlong({ find, panel, keeper, slug, words, known, erasing, readAgain, status });

  readyForPrint(stage, tools.dataset.address);
}

/** The panel: what stands on every sheet, all sheets as a file and back, and erasing them all. */
function takeAlong({ find, panel, keeper, slug, words, known, erasing, readAgain, status }) {
  const opener = find('open');
  opener.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute('aria-expanded', String(!panel.hidden));
    if (!panel.hidden) panel.querySelector('input').focus();
  });
  erasing('erase-all', words.erase_all_sure, () => keeper.eraseAll());

  find('export').addEventListener('click', () => {
    const date = new Date().toISOString().slice(0, 10);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([toFile(keeper, slug, date)], { type: 'application/json' }));
    link.download = `${words.file_name}-${date}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    status.textContent = words.exported;
  });
  find('import').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    status.textContent = '';
    try {
      const { found, left } = fromFile(await file.text().catch(() => ''), known);
      const titles = replaced(keeper, found).map((name) => known[name].title);
      if (titles.length && !window.confirm(worded(words.import_sure, { sheets: titles.join('\n') }))) return;
      const kept = take(keeper, found);
      readAgain();
      const done = worded(words.imported, { number: [...found.keys()].filter((name) => name !== SHARED).length });
      const missing = left.map(({ code, values }) => worded(words[`left.${code}`], values));
      status.textContent = [done, ...missing, kept ? '' : words['where.nowhere']].join(' ').trim();
    } catch (problem) {
      if (!(problem instanceof FileProblem)) throw problem;
      status.textContent = worded(words[`problems.${problem.code}`], problem.values);
    } finally {
      target.value = '';
    }
  });
}

if (typeof document !== 'undefined') document.querySelectorAll('[data-worksheet]').forEach(start);
