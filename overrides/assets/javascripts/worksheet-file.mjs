// What was typed on worksheets as a file to take along, and back. Nothing here knows the page.
import { filled, isFilled, isRecord, SHARED } from './worksheet-store.mjs';

const FORMAT = 'worksheets';
const VERSION = 1;
const LONGEST_FILE = 5_000_000;

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
