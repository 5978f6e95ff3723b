// What is typed on worksheets: where it is kept, and the file in which it is taken along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileProblem, fromFile, replaced, take, toFile } from '../../overrides/assets/javascripts/worksheet-file.mjs';
import { isFilled, Keeper, SHARED } from '../../overrides/assets/javascripts/worksheet-store.mjs';

class Store {
  #kept = new Map();
  get length() { return this.#kept.size; }
  key(at) { return [...this.#kept.keys()][at] ?? null; }
  getItem(name) { return this.#kept.get(name) ?? null; }
  setItem(name, value) { this.#kept.set(name, String(value)); }
  removeItem(name) { this.#kept.delete(name); }
}

class Full extends Store {
  setItem() { throw new Error('full'); }
}

class Refusing extends Full {
  get length() { throw new Error('refused'); }
  getItem() { throw new Error('refused'); }
  removeItem() { throw new Error('refused'); }
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
  assert.deepEqual(keeper.open('praten'), { values: { 'kop.naam': 'Noor' }, place: 'device' });
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
  assert.deepEqual(none.open('praten'), { values: {}, place: 'nowhere' });
  assert.deepEqual(none.names(), []);
});

test('where the browser keeps nothing, what is typed stands in the page: it can be taken along and read', () => {
  for (const keeper of [new Keeper(null, null), new Keeper(new Refusing(), new Refusing())]) {
    assert.equal(keeper.save('praten', { 'kop.naam': 'Noor' }, true), 'nowhere');
    assert.deepEqual(keeper.open('praten'), { values: { 'kop.naam': 'Noor' }, place: 'nowhere' });
    assert.deepEqual(JSON.parse(toFile(keeper, 'praten', '2026-11-22')).sheets, { praten: { 'kop.naam': 'Noor' } });
    assert.equal(take(keeper, new Map([['lezen', { vraag: 'x' }]])), false);
    assert.deepEqual(keeper.open('lezen').values, { vraag: 'x' });
    keeper.eraseAll();
    assert.deepEqual(keeper.names(), []);
  }
  const { keeper } = keeperOf();
  assert.equal(take(keeper, new Map([['lezen', { vraag: 'x' }]])), true);
});

test('a copy goes only when the new one is written', () => {
  const passing = new Store();
  const full = new Full();
  const keeper = new Keeper(full, passing);
  assert.equal(keeper.save('praten', { 'kop.naam': 'Noor' }, false), 'tab');
  assert.equal(keeper.save('praten', { 'kop.naam': 'Noor' }, true), 'tab');
  assert.equal(passing.getItem('worksheet:praten'), '{"kop.naam":"Noor"}');
  const lasting = new Store();
  lasting.setItem('worksheet:praten', '{"kop.naam":"Noor"}');
  const other = new Keeper(lasting, full);
  assert.equal(other.save('praten', { 'kop.naam': 'Sam' }, false), 'nowhere');
  assert.equal(lasting.getItem('worksheet:praten'), '{"kop.naam":"Noor"}');
  assert.deepEqual(other.open('praten'), { values: { 'kop.naam': 'Sam' }, place: 'nowhere' });
});

test('a store that refuses keeps no other from being erased, and erasing says so', () => {
  for (const at of [0, 1]) {
    const stores = [new Store(), new Store()];
    for (const store of stores) store.setItem('worksheet:praten', '{"kop.naam":"Noor"}');
    const good = stores[1 - at];
    stores[at].removeItem = () => { throw new Error('refused'); };
    assert.equal(new Keeper(...stores).erase('praten'), false);
    assert.equal(good.length, 0);
    good.setItem('worksheet:praten', '{"kop.naam":"Noor"}');
    assert.equal(new Keeper(...stores).eraseAll(), false);
    assert.equal(good.length, 0);
  }
  assert.equal(new Keeper(new Refusing(), new Store()).eraseAll(), false);
});

test('erasing all leaves what other parts of the site keep', () => {
  const { keeper, lasting, passing } = keeperOf();
  lasting.setItem('__palette', '{}');
  keeper.save('praten', { 'kop.naam': 'Noor' }, true);
  keeper.save('lezen', { vraag: 'x' }, false);
  keeper.save(SHARED, { school: 'De Linde' }, false);
  assert.deepEqual(keeper.names(), [SHARED, 'lezen', 'praten']);
  assert.equal(keeper.eraseAll(), true);
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
  assert.deepEqual(keeper.open('praten'), { values: { 'kop.naam': 'Sam' }, place: 'device' });
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
