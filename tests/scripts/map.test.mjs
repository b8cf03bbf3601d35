// What of the map is shown: magnified about a place, kept within its frame, and filtered by words, theme and years.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, nearest, panned, passes, pinched, shownAt, WHOLE, zoomed } from "../../scripts/map/view.js";
import { fold } from "../../scripts/text.js";

const SIZE = { width: 340, height: 700 };

test("the place that is pointed at stays where it is", () => {
  const at = { x: 100, y: 300 };
  const view = zoomed(WHOLE, 2, at, SIZE);
  assert.deepEqual(shownAt(view, at), at);
  const further = zoomed(view, 1.5, { x: 40, y: 650 }, SIZE);
  const before = { x: (40 - view.x) / view.scale, y: (650 - view.y) / view.scale };
  assert.deepEqual(Object.values(shownAt(further, before)).map(Math.round), [40, 650]);
});

test("the map is never smaller than its frame, nor larger than can be drawn", () => {
  assert.deepEqual(zoomed(WHOLE, 0.5, { x: 0, y: 0 }, SIZE), WHOLE);
  assert.equal(zoomed(WHOLE, 1000, { x: 0, y: 0 }, SIZE).scale, MOST);
  assert.deepEqual(zoomed(zoomed(WHOLE, 3, { x: 300, y: 20 }, SIZE), 1 / 3, { x: 10, y: 600 }, SIZE), WHOLE);
});

test("no way leads beyond the edges", () => {
  const view = zoomed(WHOLE, 2, { x: 170, y: 350 }, SIZE);
  assert.deepEqual(panned(view, { x: 9999, y: -9999 }, SIZE), { scale: 2, x: 0, y: -700 });
  assert.deepEqual(panned(WHOLE, { x: 50, y: 50 }, SIZE), WHOLE);
});

test("two fingers that part magnify the map about the middle between them, and closing them shows it whole again", () => {
  const fixed = { x: 100, y: 300 };
  const parted = pinched(WHOLE, { x: 140, y: 300 }, { x: 180, y: 300 }, fixed, SIZE);
  assert.equal(parted.scale, 2);
  const centre = { x: 140, y: 300 };
  assert.deepEqual(shownAt(parted, centre), centre);
  assert.deepEqual(pinched(parted, { x: 180, y: 300 }, { x: 140, y: 300 }, fixed, SIZE), WHOLE);
});

test("a finger means the nearest mark that is shown, and none that is far", () => {
  const places = [{ x: 10, y: 10 }, null, { x: 20, y: 10 }, { x: 200, y: 200 }];
  assert.equal(nearest(places, { x: 16, y: 12 }, 24), 2);
  assert.equal(nearest(places, { x: 100, y: 100 }, 24), -1);
});

const MARK = { text: fold("Über die Otter — Čermák, 2021"), theme: "Sea", year: 2021 };
const ALL = { words: [], theme: "", from: 2015, to: 2025, first: 2015, last: 2025 };

test("words are found without accents and capitals, all of them", () => {
  assert.ok(passes(MARK, { ...ALL, words: ["uber", "cermak"] }));
  assert.ok(!passes(MARK, { ...ALL, words: ["uber", "seals"] }));
});

test("a theme and a range of years restrict, the whole range does not", () => {
  assert.ok(!passes(MARK, { ...ALL, theme: "Land" }));
  assert.ok(passes(MARK, { ...ALL, theme: "Sea", from: 2021, to: 2021 }));
  assert.ok(!passes(MARK, { ...ALL, from: 2022 }));
  assert.ok(passes({ ...MARK, year: 0 }, ALL));
  assert.ok(!passes({ ...MARK, year: 0 }, { ...ALL, to: 2024 }));
});
