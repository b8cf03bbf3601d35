// The search as the page has it: what is typed, how an index is read, which entries come first.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundles } from "../../scripts/build.mjs";
import { partOf } from "../../scripts/parts.js";
import { grouped } from "../../scripts/search/groups.js";
import { exactNames, isIdentifier } from "../../scripts/search/identifiers.js";
import { cutAround, marked } from "../../scripts/search/marks.js";
import { wordsOf } from "../../scripts/search/query.js";
import { summary } from "../../scripts/search/reading.js";
import { knownWords, numbers, unpacked } from "../../scripts/search/store.js";
import { distance, isNear, Words } from "../../scripts/search/words.js";

test("the scripts of the website are those of their modules", async () => {
  for (const [path, text] of Object.entries(await bundles()))
    assert.equal(
      readFileSync(new URL(`../../generator/assets/${path}`, import.meta.url), "utf8"),
      text,
      "npm run build",
    );
});

test("one typing error is a letter more, less or other, or two that changed places", () => {
  for (const [typed, meant] of [
    ["bubek", "bubeck"],
    ["trasnformer", "transformer"],
    ["attentiom", "attention"],
    ["rreasoning", "reasoning"],
    ["easoning", "reasoning"],
    ["learnign", "learning"],
  ])
    assert.ok(isNear(typed, meant), `${typed} ${meant}`);
  for (const [typed, other] of [
    ["reasoning", "reasoning"],
    ["bubk", "bubeck"],
    ["trnasfomer", "transformer"],
    ["abcd", "dcba"],
  ])
    assert.ok(!isNear(typed, other), `${typed} ${other}`);
  assert.equal(distance("kitten", "sitting"), 3);
});

test("what is pasted names its work", () => {
  for (const [pasted, name] of [
    ["https://doi.org/10.1145/3600006.3613165", "10.1145/3600006.3613165"],
    ["doi:10.1145/3600006.3613165.", "10.1145/3600006.3613165"],
    ["http://dx.doi.org/10.1002%2F14651858.cd001", "10.1002/14651858.cd001"],
    ["https://doi.org/10.48550/arXiv.2303.09752v2", "2303.09752"],
    ["https://arxiv.org/pdf/2303.09752v2.pdf", "2303.09752"],
    ["arXiv:2303.09752v2", "2303.09752"],
    ["arxiv.org/abs/hep-th/9901001v3", "hep-th/9901001"],
    ["https://pubmed.ncbi.nlm.nih.gov/12345678/", "12345678"],
    ["PMID: 12345678", "12345678"],
    ["PMC1234567", "pmc1234567"],
    ["https://openreview.net/forum?id=abcDEF12_3", "abcdef12_3"],
    ["https://aclanthology.org/2023.emnlp-main.309.pdf", "2023.emnlp-main.309"],
    ["@brown2020language", "brown2020language"],
    ["\\citep{brown2020language}", "brown2020language"],
    ["https://www.example.org/papers/a.html#top", "example.org/papers/a"],
  ]) {
    assert.ok(exactNames(pasted).includes(name), `${pasted}: ${exactNames(pasted)}`);
    assert.ok(isIdentifier(pasted), pasted);
  }
  assert.deepEqual(exactNames("attention is all you need"), []);
  assert.ok(!isIdentifier("Brown et al., 2020 and what follows"));
  assert.deepEqual(exactNames("100% of"), []);
});

test("packed numbers are read as they were written", () => {
  assert.deepEqual(Array.from(numbers("AFgB")), [0, 5, 32]);
  assert.deepEqual(Array.from(unpacked("AFjB")), [
    [0, 1],
    [1, 2],
    [9, 4],
  ]);
  assert.deepEqual(knownWords("Atoken Fs Aword"), ["token", "tokens", "word"]);
  assert.deepEqual(
    ["a", "f", "g", "z"].map((key) => partOf(["b", "g"], key)),
    [0, 0, 1, 1],
  );
});

const PLAIN = {
  of: (text) => (text.toLowerCase().match(/[a-z0-9]+/g) || []).map((form) => [form]),
  roots: () => [],
  hasUnspaced: () => false,
};

const RULES = {
  letters: { ø: "o" },
  greek: {},
  greekLetter: "[α-ω]",
  marks: "[\u0300-\u036f]",
  unspaced: "[\u3400-\u9fff]",
  joined: "",
  spellings: [],
  uncertain: [],
  stop: "the of",
  numbers: [
    ["eight", "8"],
    ["thousand", "1000"],
  ],
  short: 3,
};

test("a number is looked for in digits and as a word, alone and in a joined word", () => {
  const words = new Words(RULES, {});
  const terms = (typed) => wordsOf(typed, words).map((word) => word.terms().map(([term]) => term));
  assert.ok(terms("thousand layers")[0].includes("1000"));
  assert.ok(terms("1,000 layers")[0].includes("thousand"));
  assert.ok(terms("8-fold gains")[0].includes("eight"));
  assert.ok(terms("eight-fold gains")[0].includes("8"));
  assert.ok(!terms("layers of 12")[2].includes("eight"));
});

test("a page is named by the words of its title that say something", () => {
  const stemmers = { en: { stemWord: (word) => word.replace(/s$/, "") } };
  const rules = { ...RULES, stop: "is of the what", uncertain: [["^(method)ology$", "$1"]] };
  const words = new Words(rules, stemmers);
  for (const [title, typed] of [
    ["What's new", "what is new"],
    ["Method", "the methods"],
    ["Method", "methodology"],
    ["Links of reasoning", "links reasoning"],
  ])
    assert.ok(words.saySame(title, typed), typed);
  assert.ok(!words.saySame("What's new", "what is"));
  assert.ok(!words.saySame("What is", "what is the"), "words that say nothing name nothing");
});

test("one character of a script without spaces begins words, one letter does not", () => {
  const words = new Words(RULES, {});
  const isOpen = (typed) => wordsOf(typed, words).at(-1).isOpen;
  assert.ok(isOpen("量"));
  assert.ok(isOpen("of 量"));
  assert.ok(!isOpen("q"));
  assert.ok(isOpen("qu"));
});

test("the words that were found are marked, and a line is cut where most of them stand", () => {
  assert.deepEqual(marked("Attention: all", new Set(["attention"]), PLAIN), [
    ["Attention", true],
    [": all", false],
  ]);
  const thousand = { ...PLAIN, of: (text) => [[text.replaceAll(",", "")]] };
  assert.deepEqual(
    marked("to 1,000 layers, 1", new Set(["1000"]), thousand).filter(([, isFound]) => isFound),
    [["1,000", true]],
  );
  const text = `${"before ".repeat(40)}the needle and the thread ${"after ".repeat(40)}`;
  const line = cutAround(text, new Set(["needle", "thread"]), PLAIN);
  assert.deepEqual(
    line.filter(([, isFound]) => isFound).map(([words]) => words),
    ["needle", "thread"],
  );
  assert.ok(line[0][0].startsWith("… ") && line.at(-1)[0].endsWith("…"));
  assert.equal(cutAround("short", new Set(["x"]), PLAIN)[0][0], "short");
});

test("in a line of which a narrow screen shows the beginning, the word that was found is there", () => {
  const sentence = "We ask whether (large) models, pre-trained on text, reason; our answer is that they do at times. ";
  for (const room of [20, 38, 45, 90, 150, 400])
    for (let at = 0; at < 2 * sentence.length; at += 1) {
      const whole = sentence.repeat(2);
      const before = whole.slice(0, whole.lastIndexOf(" ", at) + 1);
      const line = cutAround(`${before}needle ${sentence.repeat(3)}`, new Set(["needle"]), PLAIN, room);
      const place = line.findIndex(([, isFound]) => isFound);
      const lead = line
        .slice(0, place)
        .map(([words]) => words)
        .join("");
      const shown = lead.replace(/^… /, "");
      assert.equal(line[place][0], "needle");
      assert.ok(shown.length <= Math.min(30, room / 4) && before.endsWith(shown), `${room}: ${lead}`);
      assert.match(before.slice(0, before.length - shown.length), /(^|\W)$/, `whole words: ${lead}`);
      assert.ok(lead.length + "needle".length <= room, `${room}: ${lead}`);
    }
});

test("of a script without spaces the characters are marked that were found, and the line begins near them", () => {
  const words = new Words(RULES, {});
  assert.deepEqual(marked("基于大模型的推理", new Set(["推理"]), words), [
    ["基于大模型的", false],
    ["推理", true],
  ]);
  assert.deepEqual(marked("GPT大模型", new Set(["gpt"]), words)[0], ["GPT", true]);
  const line = cutAround(
    `${"本文研究语言模型".repeat(30)}的推理${"并给出结果".repeat(40)}`,
    new Set(["推理"]),
    words,
    40,
  );
  assert.equal(line[1][0], "推理");
  assert.ok(line[0][0].startsWith("… "));
  assert.ok(line[0][0].length <= 12 && line.map(([text]) => text).join("").length < 160);
});

test("a text without any space or with one long word is cut all the same", () => {
  for (const text of ["x".repeat(500), `${"y".repeat(300)} needle ${"z".repeat(300)}`]) {
    const line = cutAround(text, new Set(["needle"]), PLAIN, 40);
    assert.ok(line.map(([words]) => words).join("").length <= 510);
  }
});

test("what is said of the results says what was done to find them", () => {
  const nothing = { counts: {}, words: 1, corrected: [], missing: [], loosened: false, near: [] };
  assert.match(
    summary({ ...nothing, near: ["bubeck"] }, "bubblk"),
    /Nothing found for “bubblk”.*Words that the survey has: “bubeck”/,
  );
  assert.match(
    summary({ ...nothing, words: 0 }, "10.1/x"),
    /no work of the survey has the address or identifier “10.1\/x”/,
  );
  assert.equal(summary({ ...nothing, counts: { 0: 1 } }, "x"), "1 result");
  assert.match(
    summary({ ...nothing, counts: { 0: 2 }, corrected: [["bubek", ["bubeck"]]] }, "bubek"),
    /looked for “bubeck”/,
  );
  assert.match(summary({ ...nothing, counts: { 0: 2 }, missing: ["zzz"], loosened: true }, "zzz"), /nothing has “zzz”/);
});

test("what is named exactly comes first, then what is meant, then the kinds with all words, works before the others", () => {
  const hit = (kind, tier) => ({ kind, tier });
  const kinds = (hits) => grouped(hits).map((group) => group.map(({ kind, tier }) => `${kind}${tier}`).join(" "));
  assert.deepEqual(kinds([hit(2, 0), hit(0, 1), hit(2, 1), hit(4, 1)]), ["20", "01", "21", "41"]);
  assert.deepEqual(kinds([hit(0, 0), hit(0, 1)]), ["00 01"]);
  assert.deepEqual(kinds([hit(3, 0), hit(0, 0), hit(0, 1), hit(1, 1)]), ["30", "00 01", "11"]);
  assert.deepEqual(kinds([hit(4, 1), hit(0, 2)]), ["41", "02"]);
  assert.deepEqual(kinds([hit(0, 1), hit(1, 0.5), hit(1, 1)]), ["10.5", "01", "11"]);
  assert.deepEqual(kinds([hit(0, 0), hit(1, 0.5), hit(0, 1)]), ["00", "10.5", "01"]);
});
