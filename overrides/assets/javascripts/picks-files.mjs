// What a reader's list of partners becomes: a table, cards, points, rows of a worksheet. Pure: no page, no network.

// --- what is known of a partner ---------------------------------------------------------------------------------------

const SENTENCE = /(?<=[.!?…])\s+(?=["“«‘']?\s?\p{Lu})/u;

/** The first sentences of a text, whole, as many as fit in `limit` characters, and at least one. */
export function beginning(text, limit = 230) {
  let found = '';
  let all = '';
  for (const sentence of text.split(SENTENCE)) {
    all = `${all} ${sentence}`.trim();
    if (all.split('(').length > all.split(')').length) continue; // a mark within brackets ends no sentence
    if (found && all.length > limit) break;
    found = all;
  }
  return found || text;
}

/** An address as one says it. */
export const bare = (url) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/**
 * A partner of the published data in one language. known: the page's own (`places`: where municipalities lie, `short`:
 * where permanent addresses begin). Texts that are not known are "".
 */
export function entry(data, partner, language, known, note = '') {
  const names = (list, ids) => (ids ?? []).map((id) => (list?.[id]?.name ?? list?.[id])?.[language] ?? id);
  const { url = '', phone = '', email = '' } = partner.contact ?? {};
  const seat = partner.seat ?? {};
  const areas = (partner.service_area ?? []).map((id) => names(data.area?.[id] ? data.area : data.municipality, [id])[0]);
  const successor = data.partners.find((one) => one.id === partner.succeeded_by);
  return {
    id: partner.id, name: partner.name[language], text: partner.description[language], help: names(data.help, partner.help),
    municipality: seat.municipality ? names(data.municipality, [seat.municipality])[0] : '',
    address: seat.address ?? '', areas, generic: partner.kind === 'generic',
    successor: successor?.name[language] ?? '', phone, email, url, page: `${known.short}${partner.id}/`,
    checked: partner.checked_on ?? '', point: known.places[seat.municipality] ?? null, note,
  };
}

/** Where somebody finds the partner: the street where a source names it, else the municipality. */
export const whereabouts = (one) => one.address || one.municipality;

// --- files ------------------------------------------------------------------------------------------------------------

const LINE = '\r\n';

/** A cell: a spreadsheet counts with what begins like a formula, so an apostrophe keeps it text. */
function cell(value) {
  const text = String(value ?? '');
  const safe = /^[\s\0]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table for a spreadsheet. heads: the names of the columns. */
export function toCsv(entries, heads) {
  const columns = {
    name: (one) => one.name, text: (one) => one.text, help: (one) => one.help.join(', '), address: (one) => one.address,
    municipality: (one) => one.municipality, areas: (one) => one.areas.join(', '), phone: (one) => one.phone,
    email: (one) => one.email, url: (one) => one.url, page: (one) => one.page, checked: (one) => one.checked, note: (one) => one.note,
  };
  const rows = [Object.keys(columns).map((key) => heads[key]), ...entries.map((one) => Object.values(columns).map((value) => value(one)))];
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join(LINE)}${LINE}`;
}

const escaped = (text) => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
const bytes = (text) => new TextEncoder().encode(text).length;

/** A line of a vCard, broken where it is longer than 75 bytes, never within a letter. */
export function folded(line) {
  const parts = [''];
  let room = 75;
  for (const letter of line) {
    const size = bytes(letter);
    if (size > room) {
      parts.push('');
      room = 74; // the space that begins it counts too
    }
    parts[parts.length - 1] += letter;
    room -= size;
  }
  return parts.join(`${LINE} `);
}

/** Every partner as a card of an address book (vCard 3.0, which all of them read). */
export function toVcards(entries) {
  const lines = entries.flatMap((one) => [
    'BEGIN:VCARD', 'VERSION:3.0', 'N:;;;;', `FN:${escaped(one.name)}`, `ORG:${escaped(one.name)}`,
    ...(one.phone ? [`TEL;TYPE=WORK,VOICE:${escaped(one.phone)}`] : []),
    ...(one.email ? [`EMAIL;TYPE=INTERNET:${escaped(one.email)}`] : []),
    ...(one.url ? [`URL:${one.url}`] : []),
    ...(whereabouts(one) ? [`ADR;TYPE=WORK:;;${escaped(one.address)};${escaped(one.address ? '' : one.municipality)};;;`] : []),
    ...(one.help.length ? [`CATEGORIES:${one.help.map(escaped).join(',')}`] : []),
    `NOTE:${escaped([one.note, one.text, one.page].filter(Boolean).join('\n'))}`,
    `UID:${one.page}`, 'END:VCARD',
  ]);
  return lines.map((line) => folded(line) + LINE).join('');
}

/** Points for a map program. A seat is known by its municipality: that is where the point lies, and so it says. */
export function toGeoJson(entries) {
  const features = entries.map(({ point, successor, generic, ...one }) => ({
    type: 'Feature', id: one.id,
    geometry: point ? { type: 'Point', coordinates: point } : null,
    properties: { ...one, ...(point ? { precision: 'municipality' } : {}) },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`;
}

// --- the worksheet ----------------------------------------------------------------------------------------------------

const fieldOf = (pattern, row) => pattern.replace('{n}', row);

/**
 * The list on a worksheet: in the rows where nothing stands yet. values: what was typed there. sheet: its `fields` by
 * what goes in (`name`, `help`, `note`), with {n} for the row, and its `rows`. anew: empty the rows first.
 * changed: the fields to write. there: how many stand on the sheet after it. left: those for whom there was no room.
 */
export function onSheet(values, entries, sheet, anew = false) {
  const rows = Array.from({ length: sheet.rows }, (_, at) => at + 1);
  const start = (row) => `${fieldOf(sheet.fields.name.split('{n}')[0] + '{n}', row)}.`;
  const typed = (row) => Object.keys(values).filter((field) => field.startsWith(start(row)) && values[field] !== '' && values[field] !== false);
  const changed = {};
  if (anew) for (const row of rows) for (const field of typed(row)) changed[field] = '';
  const names = anew ? [] : rows.map((row) => values[fieldOf(sheet.fields.name, row)]);
  const free = rows.filter((row) => anew || !typed(row).length);
  const left = [];
  for (const one of entries) {
    if (names.includes(one.name)) continue;
    const row = free.shift();
    if (!row) {
      left.push(one);
      continue;
    }
    const parts = { name: one.name, help: one.help.join(', '), note: one.note };
    for (const [part, pattern] of Object.entries(sheet.fields)) if (parts[part]) changed[fieldOf(pattern, row)] = parts[part];
  }
  return { changed, there: entries.length - left.length, left };
}
