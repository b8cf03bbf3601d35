// What every page's script decides: addresses, formats, where a key or a tip goes, and which scripts are loaded.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { csvCell, textOf } from "../../scripts/survey/formats.js";
import { nearestIn } from "../../scripts/survey/marks.js";

const SITE = "https://example.org/survey/";
const asked = []; // the scripts that the page asked for, in their order

class Script {
  remove() {
    this.isRemoved = true;
  }
}

/* A page that has the anchors `ids` and is laid out in one of the ways of the website. */
function page({ path = "themes/sea/", hash = "", ids = [], isFlat = false, protocol = "https:" } = {}) {
  globalThis.location = { pathname: `/survey/${path}`, hash, protocol };
  globalThis.document = {
    currentScript: { src: `${SITE}assets/survey.js` },
    createElement: () => new Script(),
    head: { append: (script) => asked.push(script) },
    getElementById: (id) => (ids.includes(id) ? {} : null),
    querySelector: (selector) => (selector === "meta[name=survey-flat]" && isFlat ? {} : null),
  };
}

page();
globalThis.window = {};
const { addressOf, isElsewhere } = await import("../../scripts/survey/addresses.js");
const { entries } = await import("../../scripts/survey/entries.js");
const { enrich, load } = await import("../../scripts/survey/loading.js");
const { placeOf } = await import("../../scripts/survey/tips.js");

beforeEach(() => {
  asked.length = 0;
  page();
});

const names = () => asked.map((script) => script.src.slice(`${SITE}assets/`.length));

test("a page's address is that of the layout, with its anchor", () => {
  assert.equal(addressOf("papers/otter2020"), `${SITE}papers/otter2020/`);
  page({ isFlat: true });
  assert.equal(addressOf("themes/sea#otter2020"), `${SITE}themes/sea.html#otter2020`);
  page({ protocol: "file:" });
  assert.equal(addressOf("themes/sea#otter2020"), `${SITE}themes/sea/index.html#otter2020`);
});

test("a work is elsewhere where a theme's page has not the anchor of the address", () => {
  page({ hash: "#otter2020", ids: ["otter2020"] });
  assert.equal(isElsewhere(), false);
  page({ hash: "#badger2021", ids: ["otter2020"] });
  assert.equal(isElsewhere(), true);
  page({ path: "explore/", hash: "#badger2021" });
  assert.equal(isElsewhere(), false);
  page({ hash: "#100%" });
  assert.equal(isElsewhere(), false);
});

test("a script is loaded once, and again after it did not come", async () => {
  const first = load("one.js");
  assert.equal(load("one.js"), first);
  asked[0].onload();
  await first;
  const failed = load("two.js");
  asked[1].onerror();
  await assert.rejects(failed, /could not be loaded/);
  assert.ok(asked[1].isRemoved);
  const again = load("two.js");
  asked[2].onload();
  await again;
  assert.deepEqual(names(), ["one.js", "two.js", "two.js"]);
});

test("a page stands as it is where what would enrich it does not come", async () => {
  enrich("three.js", assert.fail);
  asked[0].onerror();
  await new Promise(setImmediate);
  assert.deepEqual(names(), ["three.js"]);
});

const TURNS = 20; // more than any of these waits

/* What the page asks for until `found` is there, each script as it comes. */
async function loaded(found) {
  const come = new Set();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const script of asked.filter((one) => !come.has(one))) {
      come.add(script);
      script.onload();
    }
    await new Promise(setImmediate);
  }
  await found;
  return names().filter((name) => name !== "entries.js");
}

test("entries come in the parts that the keys need, each once", async () => {
  window.surveyEntries = Object.create(null);
  window.surveyEntriesFrom = ["a", "g", "p"];
  assert.deepEqual(await loaded(entries(["h", "b", "i"])), ["entries/part-1.js", "entries/part-0.js"]);
  asked.length = 0;
  assert.deepEqual(await loaded(entries(["a", "z"])), ["entries/part-2.js"]); // the other is there
  window.surveyEntriesFrom = []; // of a survey without works
  asked.length = 0;
  assert.deepEqual(await loaded(entries(["a"])), []);
  assert.equal((await entries(["a"])).constructor, undefined);
});

const ENTRIES = {
  a: { title: "Otters", authors: 'Ann "A." Otter', year: 2020, arxiv: "2303.0750", bib: "@a", ris: "TY", text: "A." },
  b: { title: "=1+1", year: null, bib: "@b", ris: "TY2", text: "B." },
};

test("works are given in the order of their keys, and a key that nobody has is left out", () => {
  assert.equal(textOf(["b", "zzz", "a"], ENTRIES, "bib"), "@b\n@a");
  assert.equal(textOf(["a", "b"], ENTRIES, "ris"), "TY\nTY2");
  assert.equal(textOf(["a", "b"], ENTRIES, "txt"), "A.\n\nB.\n");
});

test("a table opens in spreadsheets with its marks, keeps an identifier's last zero and runs nothing", () => {
  const [head, first, second, end] = textOf(["a", "b"], ENTRIES, "csv").split("\r\n");
  assert.equal(head, "\ufeffkey,title,authors,year,venue,doi,arxiv,url");
  assert.equal(first, '"a","Otters","Ann ""A."" Otter","2020","","","arXiv:2303.0750",""');
  assert.equal(second, `"b","'=1+1","","","","","",""`);
  assert.equal(end, "");
});

test("no cell begins as a formula, as in the program's own tables", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "%x", "＝1", "'=1", "''@a"])
    assert.equal(csvCell(text), `"'${text}"`);
  for (const text of ["otters", "'t Hooft", "a=b"]) assert.equal(csvCell(text), `"${text}"`);
});

const RIGHT = [1, 0];
const UP = [0, -1];

test("an arrow leads to the mark that is nearest in its direction", () => {
  const from = [100, 100];
  const places = [from, [130, 100], [110, 190], [90, 100], [100, 40]];
  assert.equal(nearestIn(RIGHT, from, places), 1);
  assert.equal(nearestIn(UP, from, places), 4);
  assert.equal(nearestIn(UP, from, [from, [100, 101]]), -1);
});

test("a mark a little further on is nearer than one that is far aside", () => {
  assert.equal(
    nearestIn(
      RIGHT,
      [0, 0],
      [
        [10, 30],
        [50, 0],
      ],
    ),
    1,
  );
});

test("a tip stands above what it is about, below it under the header, and within the window", () => {
  const tip = { width: 100, height: 20 };
  const box = { left: 200, width: 40, top: 300, bottom: 320 };
  assert.deepEqual(placeOf(box, tip, 1000), { left: 170, top: 272 });
  assert.equal(placeOf({ ...box, top: 80, bottom: 100 }, tip, 1000).top, 108);
  assert.equal(placeOf({ ...box, left: 0 }, tip, 1000).left, 8);
  assert.equal(placeOf({ ...box, left: 980 }, tip, 1000).left, 892);
});
