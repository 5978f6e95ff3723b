// A reader's list of partners: what it is and how it is kept. Pure: no page, no network.

/** Under this the list is kept in a store of the browser. */
export const START = 'partners:';
export const NAME = 'mine';
/** More than this is no list to hand out. */
export const MOST = 60;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOTE = 'note ';

/** An empty list. ids: in their order. notes: the reader's own line, by id. */
export const nothing = () => ({ ids: [], notes: {}, title: '', school: '' });

/** Ids out of a text with commas; what cannot be an id comes back in `wrong`. */
function idsIn(text) {
  const parts = [...new Set(text.split(',').map((part) => part.trim()).filter(Boolean))];
  return { ids: parts.filter((part) => ID.test(part)).slice(0, MOST), wrong: parts.filter((part) => !ID.test(part)) };
}

/** The list that a store holds; what does not belong in one falls away. */
export function fromValues(values) {
  const text = (key) => (typeof values[key] === 'string' ? values[key] : '');
  const { ids } = idsIn(text('ids'));
  const notes = Object.fromEntries(ids.map((id) => [id, text(NOTE + id)]).filter(([, note]) => note));
  return { ids, notes, title: text('title'), school: text('school') };
}

/** The list as flat texts, which is what a store of typed things takes; a line of a partner that left is gone. */
export function toValues(list) {
  const notes = list.ids.filter((id) => list.notes[id]).map((id) => [NOTE + id, list.notes[id]]);
  return { ids: list.ids.join(','), title: list.title, school: list.school, ...Object.fromEntries(notes) };
}

/** The ids in the query of an address (`?p=one,other`), or null when it names none. */
export function fromAddress(search) {
  const found = new URLSearchParams(search).get('p');
  return found === null ? null : idsIn(found);
}

/** The query for these ids: nothing that was typed stands in it. */
export const toAddress = (ids) => `?p=${ids.join(',')}`;

/** The list with a partner last, or without it. */
export function toggled(list, id) {
  if (!list.ids.includes(id)) return { ...list, ids: [...list.ids, id].slice(0, MOST) };
  const { [id]: _, ...notes } = list.notes;
  return { ...list, ids: list.ids.filter((one) => one !== id), notes };
}

/** The list with a partner some places further, or as it was where there is no such place. */
export function moved(list, id, step) {
  const ids = [...list.ids];
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return list;
  ids.splice(to, 0, ...ids.splice(from, 1));
  return { ...list, ids };
}

/** The list with these partners after those that it has. */
export const joined = (list, ids) => ({ ...list, ids: [...new Set([...list.ids, ...ids])].slice(0, MOST) });

/** The list with what it had before, in its order then; what was added or typed since stays. */
export function restored(list, before) {
  return { ...joined(before, list.ids), notes: { ...before.notes, ...list.notes }, title: list.title, school: list.school };
}
