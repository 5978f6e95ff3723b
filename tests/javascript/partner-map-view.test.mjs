import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, balance, towards } from "../../overrides/assets/javascripts/partner-map-move.mjs";
import { inSight, perPlace, places, radius, seen } from "../../overrides/assets/javascripts/partner-map-view.mjs";

const size = { width: 200, height: 120 };
const whole = { k: 1, x: 0, y: 0 };
const bubble = (x, y, wide = 40) => ({ x, y, radius: 9, wide, high: 10 });

test("a bubble's radius follows the root of its number, and the largest has the most", () => {
  assert.equal(radius(36, 36), 19);
  assert.equal(radius(9, 36), 13);
  assert.equal(radius(0, 36), 7);
});

test("what is seen moves and grows with the view", () => {
  assert.deepEqual(seen({ x: 10, y: 20 }, { k: 2, x: -5, y: 3 }), { x: 15, y: 43 });
  assert.equal(inSight({ x: 100, y: 60 }, whole, size), true);
  assert.equal(inSight({ x: 100, y: 60 }, { k: 4, x: 0, y: 0 }, size), false);
});

test("a name goes below, else above, else right, else left", () => {
  const of = (...bubbles) => places(bubbles, [], whole, size).bubbles[0];
  assert.ok(of(bubble(100, 60)).y > 0);
  assert.ok(of(bubble(100, 110)).y < 0);
  assert.equal(of(bubble(30, 60, 90)).anchor, "start");
  assert.equal(of(bubble(185, 60, 90)).anchor, "end");
});

test("a name without room appears when the map has grown", () => {
  const crowd = [bubble(90, 60, 60), bubble(100, 61, 60), bubble(110, 60, 60), bubble(100, 52, 60), bubble(100, 70, 60)];
  const count = (view) => places(crowd, [], view, size).bubbles.filter(Boolean).length;
  const grown = { k: 4, x: -300, y: -180 };
  assert.ok(count(whole) < count(grown), `${count(whole)} names, then ${count(grown)}`);
});

test("the name of an area gives way to bubbles and their names", () => {
  const area = { x: 100, y: 76, wide: 50, high: 8 };
  assert.deepEqual(places([bubble(100, 60)], [area], whole, size).names, [null]);
  assert.equal(places([bubble(100, 20)], [area], whole, size).names[0].anchor, "middle");
});

test("the larger map stays around what weighs most, and else around its middle", () => {
  assert.deepEqual(balance([{ x: 10, y: 10, weight: 3 }, { x: 50, y: 30, weight: 1 }], size), [20, 15]);
  assert.deepEqual(balance([], size), [100, 60]);
  assert.deepEqual(balance([{ x: 10, y: 10, weight: 0 }], size), [100, 60]);
});

test("the map grows so that a point comes to its middle", () => {
  const [x, y] = towards([150, 90], 2, size);
  assert.deepEqual([x + 2 * (150 - x), y + 2 * (90 - y)], [100, 60]);
});

test("partners are counted by the place of their seat", () => {
  const seats = new Map([["a", "x"], ["b", "x"], ["c", "y"]]);
  assert.deepEqual([...perPlace(["a", "b", "d"], seats)], [["x", 2]]);
});

test("keys of the browser itself are left alone", () => {
  assert.ok(asked({ key: "+" }).by > 1);
  assert.ok(asked({ key: "-" }).by < 1);
  assert.deepEqual(asked({ key: "0" }), { whole: true });
  assert.deepEqual(asked({ key: "ArrowRight" }), { move: [-1, 0] });
  assert.equal(asked({ key: "+", ctrlKey: true }), null);
  assert.equal(asked({ key: "a" }), null);
});
