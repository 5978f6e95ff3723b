// What is typed on worksheets: where it is kept, and the file in which it is taken along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileProblem, fromFile, isFilled, Keeper, replaced, SHARED, take, toFile } from '../../overrides/assets/javascripts/worksheet-store.mjs';

class Store {
  #kept = new Map();
  get length() { return this.#kept.size; }
  key(at) { return [...this.#kept.keys()][at] ?? null; }
  getItem(name) { return this.#kept.get(name) ?? null; }
  setItem(name, value) { this.#kept.set(name, String(value)); }
  removeItem(name) { this.#kept.delete(name); }
}

const keeperOf = () => {
  const [lasting, passing] = [new Store(), new Store()];
  return { keeper: new Keeper(lasting, passing), lasting, passing };
};
const known = {
  [SHARED]: { title: 'Alle bladen', texts: ['school', 'class'], ticks: [] },
  praten: { title: 'Samen praten', texts: ['kop.naam'], ticks: ['keuze.ja'] },
  lezen: { title: 'Samen lezen', texts: ['vraag'], ticks: [] },
};

test('what is typed stands in one place only, and an empty sheet leaves nothing', () => {
  const { keeper, lasting, passing } = keeperOf();
  keeper.save('praten', { 'kop.naam': 'Noor', 'keuze.ja': false, leeg: '' }, false);
  assert.equal(passing.getItem('worksheet:praten'), '{"kop.naam":"Noor"}');
  assert.equal(lasting.length, 0);
  keeper.save('praten', { 'kop.naam': 'Noor' }, true);
  assert.deepEqual([lasting.length, passing.length], [1, 0]);
  assert.deepEqual(keeper.open('praten'), { values: { 'kop.naam': 'Noor' }, kept: true });
  keeper.save('praten', { 'kop.naam': '' }, true);
  assert.deepEqual([lasting.length, passing.length], [0, 0]);
});

test('damaged storage counts as empty, and a browser that refuses is no fault', () => {
  const { keeper, passing } = keeperOf();
  for (const bad of ['', '{', 'null', '[1]', '"x"']) {
    passing.setItem('worksheet:praten', bad);
    assert.deepEqual(keeper.open('praten').values, {});
  }
  const none = new Keeper(null, null);
  assert.deepEqual(none.open('praten'), { values: {}, kept: false });
  assert.equal(none.save('praten', { a: 'b' }, false), false);
  assert.deepEqual(none.names(), []);
});

test('erasing all leaves what other parts of the site keep', () => {
  const { keeper, lasting, passing } = keeperOf();
  lasting.setItem('__palette', '{}');
  keeper.save('praten', { 'kop.naam': 'Noor' }, true);
  keeper.save('lezen', { vraag: 'x' }, false);
  keeper.save(SHARED, { school: 'De Linde' }, false);
  assert.deepEqual(keeper.names(), [SHARED, 'lezen', 'praten']);
  keeper.eraseAll();
  assert.deepEqual([lasting.length, passing.length], [1, 0]);
});

test('a file brings everything to another browser', () => {
  const { keeper } = keeperOf();
  keeper.save('praten', { 'kop.naam': '“Noor” </script> 😀', 'keuze.ja': true }, true);
  keeper.save(SHARED, { school: 'De Linde' }, false);
  const text = toFile(keeper, 'praten', '2026-11-22');
  assert.deepEqual(Object.keys(JSON.parse(text)), ['format', 'version', 'date', 'sheet', 'shared', 'sheets']);
  const there = keeperOf().keeper;
  take(there, fromFile(text, known).found);
  for (const name of ['praten', SHARED]) assert.deepEqual(there.open(name).values, keeper.open(name).values);
  assert.deepEqual(there.names(), keeper.names());
});

test('reading asks only when something that was typed would go, and keeps what is elsewhere', () => {
  const { keeper } = keeperOf();
  keeper.save('praten', { 'kop.naam': 'Noor' }, true);
  keeper.save('lezen', { vraag: 'blijft' }, false);
  keeper.save(SHARED, { class: '3A' }, false);
  const file = (sheets, shared = {}) => fromFile(JSON.stringify({ format: 'worksheets', version: 1, shared, sheets }), known).found;
  assert.deepEqual(replaced(keeper, file({ praten: { 'kop.naam': 'Noor', 'keuze.ja': true } }, { school: 'De Linde' })), []);
  assert.deepEqual(replaced(keeper, file({ praten: { 'keuze.ja': true } })), ['praten']);
  assert.deepEqual(replaced(keeper, file({}, { class: '4B' })), [SHARED]);
  take(keeper, file({ praten: { 'kop.naam': 'Sam' } }, { school: 'De Linde' }));
  assert.deepEqual(keeper.open('praten'), { values: { 'kop.naam': 'Sam' }, kept: true });
  assert.deepEqual(keeper.open('lezen').values, { vraag: 'blijft' });
  assert.deepEqual(keeper.open(SHARED).values, { class: '3A', school: 'De Linde' });
});

test('a file that is not right is refused whole, and says why', () => {
  const made = (more) => JSON.stringify({ format: 'worksheets', version: 1, shared: {}, sheets: {}, ...more });
  const cases = [
    ['niet leesbaar', 'not_readable'],
    ['[]', 'not_ours'],
    ['null', 'not_ours'],
    [made({ format: 'iets anders' }), 'not_ours'],
    [made({ version: '1' }), 'not_ours'],
    [made({ version: 2 }), 'newer'],
    [made({ sheets: [] }), 'not_ours'],
    [made({ shared: null }), 'not_ours'],
    [made({ sheets: { praten: 'tekst' } }), 'not_ours'],
    [made({ sheets: { onbekend: 'tekst' } }), 'not_ours'],
    [made({ sheets: { praten: { 'kop.naam': true } } }), 'value'],
    [made({ sheets: { praten: { 'keuze.ja': 'ja' } } }), 'value'],
    [made({ sheets: { praten: { 'kop.naam': { a: 1 } } } }), 'value'],
    [`"${'x'.repeat(5_000_001)}"`, 'too_big'],
  ];
  for (const [text, code] of cases) {
    assert.throws(() => fromFile(text, known), (problem) => problem instanceof FileProblem && problem.code === code, code);
  }
  assert.throws(() => fromFile(made({ sheets: { praten: { 'kop.naam': 1 } } }), known), (problem) =>
    problem.values.sheet === 'Samen praten' && problem.values.field === 'kop.naam');
});

test('what no sheet has any more is left out and named, and the rest is read', () => {
  const read = (shared, sheets) => fromFile(`{"format":"worksheets","version":1,"shared":${JSON.stringify(shared)},"sheets":${sheets}}`, known);
  const { found, left } = read({ school: 'De Linde', phone: '0' }, '{"praten":{"kop.naam":"Noor","oud":"x","weg":true},"onbekend":{"a":"b"},"__proto__":{"a":"b"}}');
  assert.deepEqual([...found], [[SHARED, { school: 'De Linde' }], ['praten', { 'kop.naam': 'Noor' }]]);
  assert.deepEqual(left, [
    { code: 'field', values: { sheet: 'Alle bladen', fields: 'phone' } },
    { code: 'field', values: { sheet: 'Samen praten', fields: 'oud, weg' } },
    { code: 'sheet', values: { sheet: 'onbekend' } },
    { code: 'sheet', values: { sheet: '__proto__' } },
  ]);
  assert.equal(read({}, '{"praten":{"oud":"x"}}').found.size, 0);
});

test('nothing typed is nothing', () => {
  assert.equal(isFilled({ a: '', b: false }), false);
  assert.equal(isFilled({ a: ' ' }), true);
});
