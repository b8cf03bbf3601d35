// What the explorer decides before it draws anything: folding of what is typed and of what is searched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

function functionOf(file, name) {
  const text = readFileSync(new URL(`../../generator/${file}`, import.meta.url), "utf8");
  const found = new RegExp(`^  function ${name}\\(.*?^  }$`, "ms").exec(text);
  assert.ok(found, `${file} has a function ${name}`);
  return vm.runInNewContext(`(${found[0]})`);
}

test("the explorer finds a name with and without its accents, in any case", () => {
  const fold = functionOf("assets/explorer.js", "fold");
  assert.equal(fold("Ontañón"), "ontanon");
  assert.equal(fold("ATTENTION"), "attention");
  assert.equal(fold("Erdős, Čech"), "erdos, cech");
  assert.equal(fold("tab\there"), "tab\there");
});

test("the evidence map counts a work once in each cell, and in each colour that it has", () => {
  const countPairs = functionOf("assets/evidence.js", "countPairs");
  const works = [
    { population: ["adults", "children"], design: ["trial"], bias: ["low"] },
    { population: ["adults", "adults"], design: ["trial"], bias: ["low", "high"] },
    { population: ["adults"], design: [], bias: ["low"] },
  ];
  const of = (name) => (work) => work[name];
  const cells = countPairs(works, of("population"), of("design"), of("bias"));
  const plain = Object.fromEntries(
    Array.from(cells, ([key, cell]) => [key, [cell.count, Object.fromEntries(cell.parts)]]),
  );
  assert.deepEqual(plain, {
    '["adults","trial"]': [2, { low: 2, high: 1 }],
    '["children","trial"]': [1, { low: 1 }],
  });
});

test("what is pasted from an address bar is the bare identifier", () => {
  const bare = functionOf("assets/survey.js", "bare");
  assert.equal(bare("https://arxiv.org/abs/2303.09752"), "2303.09752");
  assert.equal(bare("https://arxiv.org/pdf/2303.09752v2.pdf"), "2303.09752");
  assert.equal(bare("https://doi.org/10.1145/3600006"), "10.1145/3600006");
  assert.equal(bare("arXiv:2303.09752v2"), "2303.09752");
  assert.equal(bare("the usual words"), "the usual words");
});
