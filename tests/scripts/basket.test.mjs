// The basket as this browser keeps it: what is damaged, full or forbidden, and what a shared list asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store, shared } from "../../scripts/basket/store.js";

function storage(text, setItem) {
  const held = { text };
  return {
    getItem: () => held.text,
    setItem:
      setItem ||
      ((_name, value) => {
        held.text = value;
      }),
  };
}

test("what is kept is read again, and only texts are keys", () => {
  const store = new Store("basket", () => own, assert.fail);
  const own = storage('["a", 1, null, "b"]');
  assert.deepEqual(store.keys(), ["a", "b"]);
  store.keep(["c"]);
  assert.deepEqual(store.keys(), ["c"]);
});

test("what cannot be read counts as none, and that is reported once", () => {
  for (const text of ["{", "null", '{"a":1}', "7"]) {
    const told = [];
    const store = new Store(
      "basket",
      () => storage(text),
      (message) => told.push(message),
    );
    assert.deepEqual(store.keys(), []);
    assert.deepEqual(store.keys(), []);
    assert.equal(told.length, 1, text);
  }
});

test("where the storage is full, the basket is what was put there last, not what is stored", () => {
  const told = [];
  const full = storage('["old"]', () => {
    throw new Error("full");
  });
  const store = new Store(
    "basket",
    () => full,
    (message) => told.push(message),
  );
  store.keep(["old", "new"]);
  assert.deepEqual(store.keys(), ["old", "new"]);
  assert.match(told[0], /full or forbidden/);
});

test("where the storage is forbidden, the basket lasts as long as the page", () => {
  const store = new Store(
    "basket",
    () => {
      throw new Error("forbidden");
    },
    () => {},
  );
  assert.deepEqual(store.keys(), []);
  store.keep(["a"]);
  assert.deepEqual(store.keys(), ["a"]);
});

test("a shared list is what the survey has of it, each once, and what is not in the basket yet", () => {
  const all = Object.assign(Object.create(null), { a: {}, b: {}, c: {} });
  assert.deepEqual(shared("a,b,b,zzz,,constructor", all, ["b"]), { known: ["a", "b"], fresh: ["a"], unknown: 2 });
  assert.deepEqual(shared("", all, []), { known: [], fresh: [], unknown: 0 });
});
