// What the explorer decides before it draws anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  columnsOf,
  nextSort,
  orderOf,
  shortened,
  sortsOf,
  usualColumns,
  wayOf,
} from "../../scripts/explorer/columns.js";
import { allowed, filtered, ranks, sorted } from "../../scripts/explorer/filter.js";
import { fromAddress, toAddress } from "../../scripts/explorer/state.js";
import { choices, numberShown } from "../../scripts/explorer/status.js";

const NAMES = [
  ["a", "b"],
  ["2020", "2021", ""],
];
const WORKS = [
  [[0], [0]],
  [[0, 1], [1]],
  [[1], [2]],
  [[], [1]],
];
const VIEW = { chosen: [[], []], range: { from: 0, to: 0 } };
const ALL = [0, 1, 2, 3];
const counts = (found) => found.counts.map((one) => Array.from(one));

test("choices within a facet add, across facets they narrow, and a facet counts what another choice would give", () => {
  const passes = allowed(NAMES, { ...VIEW, chosen: [[1], [1]] }, 1);
  const found = filtered(WORKS, ALL, null, passes, NAMES);
  assert.deepEqual(found.shown, [1]);
  assert.deepEqual(counts(found), [
    [1, 1],
    [0, 1, 1],
  ]);
  assert.deepEqual(
    filtered(WORKS, ALL, null, allowed(NAMES, { ...VIEW, chosen: [[0, 1], []] }, 1), NAMES).shown,
    [0, 1, 2],
  );
});

test("years from one to another leave out a work without a year", () => {
  const of = (range) => filtered(WORKS, ALL, null, allowed(NAMES, { ...VIEW, range }, 1), NAMES).shown;
  assert.deepEqual(of({ from: 2021, to: 0 }), [1, 3]);
  assert.deepEqual(of({ from: 0, to: 2020 }), [0]);
  assert.deepEqual(of({ from: 0, to: 0 }), ALL);
});

test("only works with the words are shown and counted", () => {
  const found = filtered(WORKS, [3, 0], Uint8Array.from([1, 0, 0, 0]), [null, null], NAMES);
  assert.deepEqual(found.shown, [0]);
  assert.deepEqual(counts(found)[0], [1, 0]);
});

test("works are sorted by a facet in both directions, those without a value last", () => {
  assert.deepEqual(sorted(WORKS, 1, ranks(NAMES[1], false), 1), [0, 1, 3, 2]);
  assert.deepEqual(sorted(WORKS, 1, ranks(NAMES[1], false), -1), [1, 3, 0, 2]);
  assert.deepEqual(ranks(["10", "9"], false), [1, 0]);
  assert.deepEqual(ranks(["Zuse", "Adams"], true), [0, 1]);
});

const KNOWN = {
  facets: ["kind", "year"],
  names: NAMES,
  labels: ["Kind", "Year"],
  sorts: ["title", "year"],
  columns: ["kind"],
};

test("a column's head asks for its usual order, and for the other way where that is shown", () => {
  assert.equal(nextSort("venue", "title"), "venue");
  assert.equal(nextSort("venue", "venue"), "-venue");
  assert.equal(nextSort("year", ""), "year"); // the newest first
  assert.equal(nextSort("year", "year"), "first");
  assert.equal(nextSort("citations", ""), "-citations"); // the most cited first
  assert.equal(nextSort("citations", "-citations"), "citations");
});

test("an order says which way its column goes, and no other column", () => {
  assert.equal(wayOf("year", "year"), "descending");
  assert.equal(wayOf("year", "first"), "ascending");
  assert.equal(wayOf("venue", "-venue"), "descending");
  assert.equal(wayOf("venue", "year"), "");
  assert.deepEqual(orderOf("year"), { column: "year", isDown: true });
  assert.deepEqual(orderOf("-year"), { column: "year", isDown: false });
  assert.deepEqual(orderOf("first"), { column: "year", isDown: false });
  assert.deepEqual(orderOf("-venue"), { column: "venue", isDown: true });
});

test("a facet that the page has no column for is one to choose, and citations are shown where any work has them", () => {
  assert.deepEqual(columnsOf(["kind", "year"]), ["author", "year", "venue", "theme", "kind"]);
  assert.deepEqual(usualColumns(["kind"]), ["author", "year", "venue", "theme"]);
  assert.deepEqual(usualColumns(["citations"]), ["author", "year", "venue", "theme", "citations"]);
  assert.deepEqual(sortsOf(["kind"]), ["title", "-title", "first", "kind", "-kind"]);
});

test("a cell names three values and counts the rest", () => {
  assert.equal(shortened(["a", "b", "c"]), "a, b, c");
  assert.equal(shortened(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
});

test("each choice can be taken back alone", () => {
  const view = { keys: ["x"], chosen: [[0, 1], [2]], range: { from: 2020, to: 0 } };
  const found = choices(view, ["Kind", "Year"], (facet, value) => NAMES[facet][value] || "unknown");
  assert.deepEqual(
    found.map(({ words }) => words),
    ["1 work", "a", "b", "unknown", "2020–…"],
  );
  assert.deepEqual(found[0].without, { keys: null });
  assert.deepEqual(found[1].without, { chosen: [[1], [2]] });
  assert.deepEqual(found[3].without, { chosen: [[0, 1], []] });
  assert.deepEqual(choices({ keys: null, chosen: [[], []], range: { from: 0, to: 0 } }, [], assert.fail), []);
});

test("the number of works is that of all, or a part of it", () => {
  assert.equal(numberShown(4, 4), "4 works");
  assert.equal(numberShown(1, 4), "1 of 4 works");
});

test("an address says a view and back, and what makes no sense is named and left out", () => {
  const text = "q=a%26b&kind=b&from=2020&to=2021&sort=year&view=cards&columns=kind";
  const { state, unknown } = fromAddress(text, KNOWN);
  assert.deepEqual(unknown, []);
  assert.equal(toAddress(state, KNOWN), text);
  const broken = fromAddress(
    "kind=zzz&sort=up&view=&from=abc&to=99999&columns=feet,kind&__proto__=1&kind=a&kind=a",
    KNOWN,
  );
  assert.deepEqual(broken.state.chosen, [[0], []]);
  assert.deepEqual(broken.state.columns, ["kind"]);
  assert.equal(broken.unknown.length, 7);
  assert.deepEqual(fromAddress("from=2021&to=2020", KNOWN).state.range, { from: 2020, to: 2021 });
});
