// The index as the page has it: parts are loaded when a query needs them, and their terms are handed to MiniSearch, which weighs them.
import MiniSearch from "minisearch";
import { partOf } from "../parts.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const MORE = 32; // the bit of a digit that says that another one follows
const BITS = 5;
const MOST = 4; // a term is counted up to so often
const BOOSTS = { key: 10, title: 5, first: 5, people: 3, name: 5, year: 3, about: 1.2, text: 1 };
const WIDEST = 6; // parts that the start of a word may need
const FEW = 40; // parts of the terms: where there are more, two letters begin too many of them
const ROOT = "~"; // before a root, which stands where it would stand without

/** The numbers of a packed text. */
export function* numbers(text) {
  let number = 0;
  let shift = 0;
  for (const digit of text) {
    const value = VALUES.get(digit);
    number += (value & (MORE - 1)) * 2 ** shift;
    shift += BITS;
    if (value & MORE) continue;
    yield number;
    number = shift = 0;
  }
}

/** Entry to how often, from a packed list. */
export function unpacked(text) {
  const found = new Map();
  let entry = 0;
  for (const number of numbers(text)) {
    entry += Math.floor(number / MOST);
    found.set(entry, (number % MOST) + 1);
  }
  return found;
}

/** The words that `known_words` of generator/search/index.py wrote, each with what it shares with the one before. */
export function knownWords(text) {
  let before = "";
  return text.split(" ").map((line) => {
    before = before.slice(0, VALUES.get(line[0])) + line.slice(1);
    return before;
  });
}

/** Where a term stands among the others. */
function placeOf(term) {
  return term.startsWith(ROOT) ? term.slice(ROOT.length) : term;
}

/** MiniSearch over terms that come in parts. */
class Terms extends MiniSearch {
  constructor(head) {
    super({ fields: head.fields, tokenize: (term) => [term], processTerm: (term) => term });
    const lengths = Object.fromEntries(
      Object.entries(head.lengths).map(([name, text]) => [name, Array.from(numbers(text))]),
    );
    this._documentCount = this._nextId = head.count;
    this._avgFieldLength = head.fields.map((name) =>
      lengths[name] ? lengths[name].reduce((sum, length) => sum + length, 0) / (head.count || 1) : 1,
    );
    for (let entry = 0; entry < head.count; entry++) {
      this._documentIds.set(entry, entry);
      this._fieldLength.set(
        entry,
        head.fields.map((name) => (lengths[name] ? lengths[name][entry] : 1)),
      );
    }
  }

  take(rows) {
    for (const [term, ...fields] of rows) {
      const found = new Map();
      for (let at = 0; at < fields.length; at += 2) found.set(fields[at], unpacked(fields[at + 1]));
      this._index.set(term, found);
    }
  }

  has(term) {
    return this._index.has(term);
  }

  /** Entry to score and fields, for a term or the words that it starts. */
  find(term, prefix) {
    return this.executeQuery(term, { prefix, boost: BOOSTS, weights: { prefix: 0.6, fuzzy: 0.5 } });
  }
}

export class Store {
  /** `load`: gives the data of a file by name, as a promise. */
  constructor(load, head) {
    this.load = load;
    this.head = head;
    this.terms = new Terms(head);
    this.parts = new Map();
    this.found = new Map();
    this.starts = {};
    this.isLarge = head.firsts.terms.length > FEW;
  }

  part(name, number) {
    const file = `${name}-${number}`;
    if (!this.parts.has(file))
      this.parts.set(
        file,
        this.load(file).then(
          (held) => {
            if (name === "terms") this.terms.take(held);
            return held;
          },
          (error) => {
            this.parts.delete(file); // the next query asks for it again
            throw error;
          },
        ),
      );
    return this.parts.get(file);
  }

  /** The entries that have a label. */
  async labelled(label) {
    const { labels } = this.head.firsts;
    if (!labels.length) return [];
    const rows = await this.part("labels", partOf(labels, placeOf(label)));
    const row = rows.find(([own]) => own === label);
    return row ? Array.from(unpacked(row[1]).keys()) : [];
  }

  /** Loads the terms that are asked for: `[term, prefix]` each. */
  need(asked) {
    const firsts = this.head.firsts.terms;
    const wanted = new Set();
    for (const [term, prefix] of asked) {
      const place = placeOf(term);
      const from = partOf(firsts, place);
      const to = prefix ? Math.min(from + WIDEST - 1, partOf(firsts, `${place}\uffff`)) : from;
      for (let number = from; number <= to; number++) wanted.add(number);
    }
    return Promise.all(Array.from(wanted, (number) => this.part("terms", number)));
  }

  /** Entry to `{score, match}` for a loaded term. */
  find(term, prefix) {
    const key = prefix ? `${term}*` : term;
    if (!this.found.has(key)) {
      if (this.found.size > 200) this.found.clear();
      this.found.set(key, this.terms.find(term, prefix));
    }
    return this.found.get(key);
  }

  /** The part that holds what is shown of an entry, or its text: `[number, place in it]`. */
  placeOf(name, entry) {
    this.starts[name] ||= this.head.firsts[name].map(Number);
    const number = partOf(this.starts[name], entry);
    return [number, entry - (this.starts[name][number] || 0)];
  }

  /** What is shown of an entry, or its text. */
  async about(name, entry) {
    const [number, place] = this.placeOf(name, entry);
    return (await this.part(name, number))[place];
  }

  async words() {
    this.list ||= this.load("words").then(([text]) => knownWords(text));
    return this.list;
  }
}
