// What was typed on worksheets: where it is kept. Nothing here knows the page.
// It stays in this tab unless one asks to keep it: computers at school are shared, and sheets have names of children.

const prefix = 'worksheet:';
/** The name under which stands what all sheets share; no sheet can be called so. */
export const SHARED = '*';
export const keyOf = (name) => prefix + name;

export const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

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
