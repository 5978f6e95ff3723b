// What was typed on worksheets: where it is kept, and as a file to take along. Nothing here knows the page.
// It stays in this tab unless one asks to keep it: computers at school are shared, and sheets have names of children.

const prefix = 'worksheet:';
/** The name under which stands what all sheets share; no sheet can be called so. */
export const SHARED = '*';
export const keyOf = (name) => prefix + name;
const FORMAT = 'worksheets';
const VERSION = 1;
const LONGEST_FILE = 5_000_000;

const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Only what says something: texts that are not empty, ticks that are set. */
export const filled = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false));

/** Is there anything? */
export const isFilled = (values) => Object.keys(filled(values)).length > 0;

/** The browser's store of that name, or nothing where the browser refuses even to look. */
export function storage(name) {
  try {
    return globalThis[name];
  } catch {
    return null;
  }
}

/** A store for where the browser gives none; it goes with the page. */
class Memory extends Map {
  get length() { return this.size; }
  key(at) { return [...this.keys()][at]; }
  getItem(key) { return this.get(key); }
  setItem(key, value) { this.set(key, value); }
  removeItem(key) { this.delete(key); }
}

/** Does it; false when the browser refuses. */
function worked(work) {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

const keysIn = (store, start) =>
  Array.from({ length: store?.length ?? 0 }, (_, at) => store.key(at)).filter((key) => key.startsWith(start));

/**
 * The places: the `device`, the `tab`, or `nowhere` but in the page. lasting, passing: like localStorage, or null.
 * start: how the keys begin of what this one keeps.
 */
export class Keeper {
  constructor(lasting, passing, start = prefix) {
    this.start = start;
    this.stores = { device: lasting, tab: passing, nowhere: new Memory() };
  }

  #read(place, name) {
    try {
      const found = JSON.parse(this.stores[place].getItem(this.start + name) ?? '{}');
      return isRecord(found) ? found : {};
    } catch {
      return {};
    }
  }

  /** What was typed on a sheet, and its place; what was refused elsewhere is the newest. */
  open(name) {
    for (const place of ['nowhere', 'device', 'tab']) {
      const values = this.#read(place, name);
      if (isFilled(values)) return { values, place };
    }
    return { values: {}, place: this.stores.tab ? 'tab' : 'nowhere' };
  }

  /** Keeps what was typed in one place, and says which: the next where the browser refuses. Nothing leaves nothing. */
  save(name, values, kept) {
    const key = this.start + name;
    const some = isFilled(values);
    const write = (store) => (some ? store.setItem(key, JSON.stringify(filled(values))) : store.removeItem(key));
    const place = (kept ? ['device', 'tab', 'nowhere'] : ['tab', 'nowhere']).find((one) => worked(() => write(this.stores[one])));
    // An older copy is better than none once the page is gone.
    if (!some || place !== 'nowhere') this.erase(name, place);
    return place;
  }

  /** Leaves nothing of a sheet, but in that place; false when the browser refuses. */
  erase(name, but) {
    const empty = ([place, store]) => place === but || worked(() => store?.removeItem(this.start + name));
    return Object.entries(this.stores).map(empty).every(Boolean);
  }

  /** The names of all that was typed. */
  names() {
    const keys = new Set();
    for (const store of Object.values(this.stores)) worked(() => keysIn(store, this.start).forEach((key) => keys.add(key)));
    return [...keys].map((key) => key.slice(this.start.length)).sort();
  }

  /** Leaves nothing of any sheet, nor of what they share. */
  eraseAll() {
    const empty = (store) => keysIn(store, this.start).forEach((key) => store.removeItem(key));
    return Object.values(this.stores).map((store) => worked(() => empty(store))).every(Boolean);
  }
}

/** All that was typed, as the text of a file. sheet: the one from which it was made. */
export function toFile(keeper, sheet, date) {
  const sheets = {};
  for (const name of keeper.names()) if (name !== SHARED) sheets[name] = keeper.open(name).values;
  return JSON.stringify({ format: FORMAT, version: VERSION, date, sheet, shared: keeper.open(SHARED).values, sheets }, null, 1);
}

/** Why a file cannot be read. code: which sentence says so; values: what that sentence names. */
export class FileProblem extends Error {
  constructor(code, values = {}) {
    super(code);
    Object.assign(this, { code, values });
  }
}

/**
 * What a file holds. known: the texts and ticks of each sheet. FileProblem: nothing is read.
 * found: Map of name to values. left: what is not read, because no sheet has it any more: which sentence says so (`sheet`
 * or `field`) and what that sentence names.
 */
export function fromFile(text, known) {
  if (text.length > LONGEST_FILE) throw new FileProblem('too_big');
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new FileProblem('not_readable');
  }
  if (!isRecord(data) || data.format !== FORMAT || !Number.isInteger(data.version)) throw new FileProblem('not_ours');
  if (data.version > VERSION) throw new FileProblem('newer');
  if (!isRecord(data.shared) || !isRecord(data.sheets)) throw new FileProblem('not_ours');
  const found = new Map();
  const left = [];
  for (const [name, values] of [[SHARED, data.shared], ...Object.entries(data.sheets)]) {
    if (!isRecord(values)) throw new FileProblem('not_ours');
    if (!Object.hasOwn(known, name)) {
      left.push({ code: 'sheet', values: { sheet: name } });
      continue;
    }
    const { title, texts, ticks } = known[name];
    const kept = {};
    const gone = [];
    for (const [field, value] of Object.entries(values)) {
      const type = texts.includes(field) ? 'string' : ticks.includes(field) ? 'boolean' : null;
      if (!type) gone.push(field);
      else if (typeof value !== type) throw new FileProblem('value', { sheet: title, field });
      else kept[field] = value;
    }
    if (gone.length) left.push({ code: 'field', values: { sheet: title, fields: gone.join(', ') } });
    if (isFilled(kept)) found.set(name, filled(kept));
  }
  return { found, left };
}

/** What stands under a name once a file is read: a sheet becomes that of the file, what is shared is added to. */
const after = (keeper, name, values) => (name === SHARED ? { ...keeper.open(name).values, ...values } : values);

/** The names under which something that was typed would go, or change, when a file is read. */
export const replaced = (keeper, found) =>
  [...found.keys()].filter((name) => {
    const then = after(keeper, name, found.get(name));
    return Object.entries(filled(keeper.open(name).values)).some(([field, value]) => then[field] !== value);
  });

/** Puts what a file holds in its places; what is kept on the device stays there. False when the browser refuses. */
export function take(keeper, found) {
  const put = ([name, values]) => keeper.save(name, after(keeper, name, values), keeper.open(name).place === 'device');
  return ![...found].map(put).includes('nowhere');
}
