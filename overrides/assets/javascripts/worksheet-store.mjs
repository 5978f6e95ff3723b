// What was typed on worksheets: where it is kept, and as a file to take along. Nothing here knows the page.
// It stays in this tab unless one asks to keep it: computers at school are shared, and sheets have names of children.

const prefix = 'worksheet:';
/** The name under which stands what all sheets share; no sheet can be called so. */
export const SHARED = '*';
const FORMAT = 'worksheets';
const VERSION = 1;
const LONGEST_FILE = 5_000_000;

const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Only what says something: texts that are not empty, ticks that are set. */
export const filled = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false));

/** Is there anything? */
export const isFilled = (values) => Object.keys(filled(values)).length > 0;

/** The two places where a browser keeps things. lasting, passing: like localStorage; null where the browser refuses. */
export class Keeper {
  constructor(lasting, passing) {
    this.stores = [lasting, passing];
  }

  #read(store, name) {
    try {
      const found = JSON.parse(store.getItem(prefix + name) ?? '{}');
      return isRecord(found) ? found : {};
    } catch {
      return {};
    }
  }

  /** What was typed on a sheet, and whether it is kept on the device. */
  open(name) {
    const lasting = this.#read(this.stores[0], name);
    return isFilled(lasting) ? { values: lasting, kept: true } : { values: this.#read(this.stores[1], name), kept: false };
  }

  /** Keeps what was typed, in one place only; nothing leaves nothing behind. False when the browser refuses. */
  save(name, values, kept) {
    const [store, other] = kept ? this.stores : [this.stores[1], this.stores[0]];
    try {
      other?.removeItem(prefix + name);
      if (isFilled(values)) store.setItem(prefix + name, JSON.stringify(filled(values)));
      else store.removeItem(prefix + name);
      return true;
    } catch {
      return false;
    }
  }

  /** The names of all that was typed. */
  names() {
    const found = new Set();
    for (const store of this.stores) {
      try {
        for (let at = 0; at < store.length; at += 1) {
          const key = store.key(at);
          if (key.startsWith(prefix)) found.add(key.slice(prefix.length));
        }
      } catch {
        // A browser that keeps nothing has no names.
      }
    }
    return [...found].sort();
  }

  /** Leaves nothing of any sheet, nor of what they share. */
  eraseAll() {
    for (const name of this.names()) this.save(name, {}, false);
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

/** Puts what a file holds in its places; what is kept on the device stays there. */
export function take(keeper, found) {
  for (const [name, values] of found) keeper.save(name, after(keeper, name, values), keeper.open(name).kept);
}
