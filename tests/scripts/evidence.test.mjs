// What the evidence map counts, and how it draws the numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cellOf,
  colourOf,
  countPairs,
  numbersOf,
  radiusOf,
  shares,
  valuesOf,
} from "../../scripts/evidence/counting.js";

const WORKS = [
  { population: ["adults", "children"], design: ["trial"], bias: ["low"] },
  { population: ["adults", "adults"], design: ["trial"], bias: ["low", "high"] },
  { population: ["adults"], design: [], bias: ["low"] },
];
const BIAS = { values: ["high", "low", "some"], label: (value) => value };
const of = (name) => (work) => work[name];

test("a work counts once in each cell, and in each colour that it has", () => {
  const cells = countPairs(WORKS, of("population"), of("design"), of("bias"));
  const plain = Object.fromEntries(
    Array.from(cells, ([key, cell]) => [key, [cell.count, Object.fromEntries(cell.parts)]]),
  );
  assert.deepEqual(plain, {
    '["adults","trial"]': [2, { low: 2, high: 1 }],
    '["children","trial"]': [1, { low: 1 }],
  });
  assert.equal(cellOf(cells, "children", "survey"), undefined);
});

test("a cell says its number, and those of the colours in the order of the code", () => {
  const cell = cellOf(countPairs(WORKS, of("population"), of("design"), of("bias")), "adults", "trial");
  assert.equal(numbersOf(cell, BIAS), "2: high 1, low 2");
  assert.equal(numbersOf(cell, null), "2");
  assert.deepEqual(valuesOf(cell, BIAS), ["high", "low"]);
});

test("the shares of a bubble are those of the values, and make up the whole", () => {
  const cell = {
    count: 4,
    parts: new Map([
      ["low", 3],
      ["high", 1],
    ]),
  };
  assert.deepEqual(shares(cell, ["high", "low"]), [
    { value: "high", from: 0, to: 0.25 },
    { value: "low", from: 0.25, to: 1 },
  ]);
});

test("the area of a bubble is the number of works, and the smallest can still be seen", () => {
  assert.equal(radiusOf(100, 100), 2 * radiusOf(25, 100));
  assert.equal(radiusOf(1, 10_000), radiusOf(2, 10_000));
  assert.ok(radiusOf(1, 10_000) > 0);
});

test("the first eight values have a colour each, the others and none have none", () => {
  const values = ["a", "b", "c", "d", "e", "f", "g", "h", "i", ""];
  assert.equal(new Set(values.slice(0, 8).map((value) => colourOf(values, value))).size, 8);
  assert.equal(colourOf(values, "i"), "s0");
  assert.equal(colourOf(["", "a"], ""), "s0");
});
