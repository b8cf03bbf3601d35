// What is typed, word by word: under which terms each word stands in the index, and which entries have it.
import { isNear } from "./words.js";

const OPEN = 2; // letters from which the start of a word is looked for
const OPEN_IN_MANY = 3; // where the words that it starts stand in many parts of the index
const ERROR = 4; // letters from which a word may have a typing error
const NEAREST = 8; // words that one with an error may be
const HALF = 3; // letters of each of two words that were written as one
const WHOLE_NUMBER_OF_YEAR = /^((?:19|20)\d\d)[a-z]$/;

/** One word of a query. `ways` are what it may stand under: `{term, prefix, weight}`, or `{all: [terms], weight}`. */
export class Word {
  constructor(words, [form, ...parts], isOpen, least = OPEN) {
    this.form = form;
    this.isStop = words.stop.has(form);
    this.isOpen = isOpen && (form.length >= least || words.isUnspaced(form));
    this.ways = [{ term: form, weight: 1 }, ...words.roots(form).map((term) => ({ term, weight: 0.8 }))];
    const spelt = words.spelt(form);
    if (spelt !== form) this.ways.push({ term: spelt, weight: 0.95 });
    this.ways.push(...words.sameNumber(form).map((term) => ({ term, weight: 0.8 })));
    if (this.isOpen)
      for (const start of new Set([form, spelt]))
        this.ways.push({ term: start, prefix: true, weight: 0.7 }, { term: `~${start}`, prefix: true, weight: 0.5 });
    const year = WHOLE_NUMBER_OF_YEAR.exec(form);
    if (year) this.ways.push({ term: year[1], weight: 0.5 });
    else if (parts.length)
      this.ways.push({
        all: parts.map((part) => [part, ...words.roots(part), ...words.sameNumber(part)]),
        weight: 0.6,
      });
    this.errors = [];
  }

  /** `[term, prefix]` of everything that has to be loaded. */
  terms() {
    return this.ways.flatMap((way) =>
      way.all ? way.all.flat().map((term) => [term, false]) : [[way.term, way.prefix]],
    );
  }

  /** Lets the word stand for others that are nearly it, or for two that it was written of. */
  allow(forms, words, weight) {
    const near = forms.filter(
      (form) =>
        isNear(this.form, form) ||
        (this.isOpen && form.length > this.form.length && isNear(this.form, form.slice(0, this.form.length))),
    );
    const closest = near.sort((one, other) => one.length - other.length).slice(0, NEAREST);
    for (const form of closest) {
      this.ways.push({ term: form, weight });
      for (const term of words.roots(form)) this.ways.push({ term, weight: weight * 0.8 });
    }
    const known = new Set(forms);
    for (let at = HALF; at <= this.form.length - HALF; at++) {
      const halves = [this.form.slice(0, at), this.form.slice(at)];
      if (halves.every((half) => known.has(half))) this.ways.push({ all: halves.map((half) => [half]), weight });
    }
    this.errors = closest;
  }

  get mayHaveError() {
    return this.form.length >= ERROR && /^\p{L}+$/u.test(this.form) && !this.isStop;
  }

  /** Entry to its best score among the ways; kept until the word may stand for more. */
  scores(store) {
    if (this.weighed?.ways === this.ways.length) return this.weighed.best;
    const best = new Map();
    const take = (found, weight) => {
      for (const [entry, { score }] of found) {
        const weighed = score * weight;
        if (!(best.get(entry) >= weighed)) best.set(entry, weighed);
      }
    };
    for (const way of this.ways) {
      if (way.all) take(together(way.all, store), way.weight);
      else take(store.find(way.term, way.prefix), way.weight);
    }
    this.weighed = { best, ways: this.ways.length };
    return best;
  }

  /** The terms by which an entry has the word, and the fields in which they stand. */
  matches(entry, store) {
    const found = { terms: [], fields: [] };
    for (const way of this.ways)
      for (const [term, prefix] of way.all ? way.all.flat().map((one) => [one, false]) : [[way.term, way.prefix]])
        for (const [own, fields] of Object.entries(store.find(term, prefix).get(entry)?.match || {})) {
          found.terms.push(own);
          found.fields.push(...fields);
        }
    return found;
  }
}

/** Entries that have all of some words, each in any of its forms: the sum of their scores over their number. */
function together(all, store) {
  const maps = all.map((terms) => {
    const found = new Map();
    for (const term of terms)
      for (const [entry, { score }] of store.find(term, false))
        found.set(entry, Math.max(score, found.get(entry) || 0));
    return found;
  });
  const [first, ...others] = maps.sort((one, other) => one.size - other.size);
  const found = new Map();
  for (const [entry, score] of first)
    if (others.every((map) => map.has(entry)))
      found.set(entry, { score: others.reduce((sum, map) => sum + map.get(entry), score) / maps.length });
  return found;
}

/** The words of a text. The last may not be finished; two that the survey writes as one are also looked for as one. */
export function wordsOf(text, words, isLarge = false) {
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const read = words.of(text);
  const last = read.length - 1;
  const least = isLarge ? OPEN_IN_MANY : OPEN;
  const found = read.map(
    (word, at) => new Word(words, word, isOpen && at === last && (!at || !words.stop.has(word[0])), least),
  );
  for (let at = 0; at + 1 < found.length; at++) {
    const joined = found[at].form + found[at + 1].form;
    if (found[at].form.length < OPEN || found[at].isStop) continue;
    for (const word of [found[at], found[at + 1]])
      word.ways.push(...[joined, ...words.roots(joined)].map((term) => ({ term, weight: 0.8 })));
  }
  return found;
}
