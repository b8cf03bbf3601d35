// Where published addresses lead whose pages are gone: every form in which a work, its files or an author's files were published.
import assert from "node:assert/strict";
import { test } from "node:test";
import { way } from "../../scripts/lost/ways.js";

const SECTIONS = { smith2022order: "themes/sets/2#smith2022order", "do=3ai": "themes/sets#id-77" };
const PAGES = { smith2022order: "papers/smith2022order" };

test("a work's page, in each form of its address, leads to its section", () => {
  for (const path of ["papers/smith2022order/", "papers/smith2022order", "papers/smith2022order.html"])
    assert.equal(way(path, "", SECTIONS), "themes/sets/2#smith2022order", path);
  assert.equal(way("papers/smith2022order/index.md", "", SECTIONS), "themes/sets/2#smith2022order");
  assert.equal(way("papers/do%3D3ai/", "abstract", SECTIONS), "themes/sets#id-77");
});

test("a work's files lead to the work", () => {
  for (const ending of [".bib", "-ascii.bib", ".ris", ".json"])
    assert.equal(way(`downloads/papers/smith2022order${ending}`, "", SECTIONS), SECTIONS.smith2022order, ending);
});

test("an author's files lead to the author's page", () => {
  for (const ending of [".bib", "-ascii.bib", ".ris", ".json"])
    assert.equal(way(`downloads/authors/ann-smith${ending}`, "", PAGES), "authors/ann-smith", ending);
});

test("a file of a year, a section or a theme that the browser makes now leads to where it is made", () => {
  assert.equal(way("downloads/years/2024.ris", "", SECTIONS), "years#y2024");
  assert.equal(way("downloads/years/unknown-ascii.bib", "", SECTIONS), "years#y0");
  assert.equal(way("downloads/sections/section-2.json", "", SECTIONS), "themes#section-2");
  for (const ending of ["-ascii.bib", ".ris", ".json", ".csv", "-excel.csv"])
    assert.equal(way(`downloads/sets${ending}`, "", SECTIONS), "themes/sets#downloads", ending);
});

test("a file of the whole survey leads to the page that lists it, whether it is compressed now or was", () => {
  for (const ending of [".ris", ".json", ".csv", "-excel.csv", "-abstracts.bib", ".txt", "-2.csv"])
    for (const packed of ["", ".gz"])
      assert.equal(way(`downloads/survey${ending}${packed}`, "", SECTIONS), "downloads", ending + packed);
  for (const name of ["survey.json", "works.csv", "works.csv.gz", "survey.json.gz"])
    assert.equal(way(`data/${name}`, "", PAGES), "data", name);
});

test("an author's page leads to the author's section on a page of several, and the other way round", () => {
  const lists = { "authors/of-sa": "eve-salt", "authors/of-sm": "ann-smith bob-smythe" };
  for (const path of [
    "authors/bob-smythe/",
    "authors/bob-smythe",
    "authors/bob-smythe.html",
    "authors/bob-smythe/index.md",
  ])
    assert.equal(way(path, "", SECTIONS, lists), "authors/of-sm#author-bob-smythe", path);
  assert.equal(way("downloads/authors/eve-salt.bib", "", SECTIONS, lists), "authors/of-sa#author-eve-salt");
  assert.equal(way("authors/of-s/", "author-ann-smith", SECTIONS, lists), "authors/of-sm#author-ann-smith");
  assert.equal(way("authors/of-sm/", "author-ann-smith", PAGES), "authors/ann-smith");
  assert.equal(way("authors/nobody/", "", SECTIONS, lists), "");
  assert.equal(way("authors/nobody/", "", PAGES), "");
});

test("a section that moved leads to where the work is now, in either layout", () => {
  assert.equal(way("themes/sets/", "smith2022order", SECTIONS), "themes/sets/2#smith2022order");
  assert.equal(way("themes/sets/2/", "smith2022order", PAGES), "papers/smith2022order");
  assert.equal(way("themes/sets/2/", "", PAGES), "themes/sets");
});

test("what nobody published leads nowhere", () => {
  assert.equal(way("papers/constructor/", "", SECTIONS), "");
  assert.equal(way("papers/%E0%A4%A/", "", SECTIONS), "");
  assert.equal(way("themes/sets/", "overview", SECTIONS), "");
  assert.equal(way("notes/mine/", "smith2022order", SECTIONS), "");
  assert.equal(way("", "", SECTIONS), "");
});
