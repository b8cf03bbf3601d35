// The basket as this browser keeps it: what is damaged, full or forbidden, what a shared list asks for, and what changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { focusedNext, fresh, moved, shareAddress, toggled } from "../../scripts/basket/lists.js";
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
    const reported = [];
    const store = new Store(
      "basket",
      () => storage(text),
      (message) => reported.push(message),
    );
    assert.deepEqual(store.keys(), []);
    assert.deepEqual(store.keys(), []);
    assert.equal(reported.length, 1, text);
  }
});

test("where the storage is full, the basket is what was put there last, not what is stored", () => {
  const reported = [];
  const full = storage('["old"]', () => {
    throw new Error("full");
  });
  const store = new Store(
    "basket",
    () => full,
    (message) => reported.push(message),
  );
  store.keep(["old", "new"]);
  assert.deepEqual(store.keys(), ["old", "new"]);
  assert.match(reported[0], /full or forbidden/);
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

test("a work is added at the end, taken out again, and added once", () => {
  assert.deepEqual(toggled(["a", "b"], "c"), ["a", "b", "c"]);
  assert.deepEqual(toggled(["a", "b", "c"], "b"), ["a", "c"]);
  assert.deepEqual(fresh(["c", "a", "d"], ["a", "b"]), ["c", "d"]);
});

test("a work moves by one place and the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", 1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], "b", 0), ["b", "a", "c"]);
});

test("the link to a basket is read again as the same list, whatever stands in its keys", () => {
  const list = ["a+b", "c&d=e", "f#g"];
  const address = shareAddress("https://example.org/basket/#keys=old", list);
  assert.ok(address.startsWith("https://example.org/basket/#keys="));
  assert.deepEqual(new URLSearchParams(new URL(address).hash.slice(1)).get("keys").split(","), list);
});

test("the focus stays on the pressed button, or goes to the nearest that is left", () => {
  const buttons = [
    { act: "down a", place: 0 },
    { act: "remove a", place: 0 },
    { act: "up b", place: 1 },
    { act: "remove b", place: 1 },
  ];
  assert.equal(focusedNext(buttons, "remove b", 1), 3);
  assert.equal(focusedNext(buttons, "up a", 0), 0); // spent: the first of its work
  assert.equal(focusedNext(buttons, "remove c", 2), 2); // gone, it was the last
  assert.equal(focusedNext([], "remove c", 0), -1);
});
