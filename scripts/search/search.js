// A query answered: first what has all its words, then, where that is little, what nearly has them; best first.
import { exactNames, isAddress, isIdentifier } from "./identifiers.js";
import { wordsOf } from "./query.js";
import { distance } from "./words.js";

export const [WORK, THEME, AUTHOR, NAME, PAGE] = [0, 1, 2, 3, 4];
const FEW = 3; // entries with all words; where there are fewer, those with most words come after them
const LOOKED_AT = 400; // entries whose titles are compared with what was typed
const PARTS_LOOKED_AT = 12; // parts of the list of entries that are loaded for it
const EXACT = 1e6;
const MEANT = 0.5; // the tier of a theme or name that is meant
const ALL = 1e3; // above everything that lacks a word
const NEAR_WORDS = 5;
const SAYING = 3; // words from which a title is meant that stands whole in what was typed
const LONG = 5; // letters of a word that is worth naming where it is a part of what was typed

/** How much more an entry weighs whose title begins with what was typed, or has it in one piece, or stands in it. */
function nearness(title, typed) {
  if (`${title} `.startsWith(`${typed} `)) return 3;
  if (` ${title} `.includes(` ${typed} `)) return 2.5;
  if (title.split(" ").length >= SAYING && ` ${typed} `.includes(` ${title} `)) return 2.5;
  return ` ${title} `.includes(` ${typed}`) ? 1.8 : 1;
}

/** Whether a family name alone was typed, which ends a name. */
function isFamily(name, typed) {
  return typed.length > 1 && ` ${name}`.endsWith(` ${typed}`);
}

export class Search {
  constructor(store, words) {
    this.store = store;
    this.words = words;
  }

  /** 0 for a work, 1 for a theme, 2 for an author, 3 for a name, 4 for a page. */
  kindOf(entry) {
    return this.store.head.starts.findLastIndex((start) => start <= entry);
  }

  /**
   * Entries for a text, best first: `{entry, score, tier}`; tier 0 is named exactly by it, 0.5 is a theme or name that is
   * meant, 1 has all its words, 2 some.
   * Also what was done to find them: `corrected` [[typed, words]], `missing` words that nothing has, `loosened`.
   */
  async find(text) {
    const named = await this.named(text);
    const words =
      (named.size && isIdentifier(text)) || isAddress(text) ? [] : wordsOf(text, this.words, this.store.isLarge);
    const label = this.compared(text).rooted.replaceAll(" ", "-");
    const [labelled] = await Promise.all([
      label.includes("-") ? this.store.labelled(label) : [],
      this.store.need(words.flatMap((word) => word.terms())),
    ]);
    await this.allowErrors(words);
    const found = this.combined(words);
    const ranked = this.meant(await this.ranked(text, words, found), labelled);
    const rest = ranked.filter(({ entry }) => !named.has(entry));
    return {
      hits: [...Array.from(named, (entry) => ({ entry, score: EXACT, tier: 0 })), ...rest],
      words,
      corrected: words.filter((word) => word.errors.length && !word.isFound).map((word) => [word.form, word.errors]),
      missing: words.filter((word) => !word.isFound && !word.errors.length && !word.isStop).map((word) => word.form),
      loosened: !named.size && !found.strict && rest.length > 0,
    };
  }

  /** Entries that the text names exactly, by key, identifier or address. */
  async named(text) {
    const names = exactNames(text);
    if (!names.length) return new Set();
    await this.store.need(names.map((name) => [name, false]));
    for (const name of names) {
      const found = Array.from(this.store.find(name, false)).filter(([, { match }]) => match[name]?.includes("key"));
      if (found.length) return new Set(found.map(([entry]) => entry));
    }
    return new Set();
  }

  /** Words that nothing has may have a typing error; where no entry has all words, each of them may. */
  async allowErrors(words) {
    for (const word of words) word.isFound = word.scores(this.store).size > 0;
    const unknown = words.filter((word) => !word.isFound && word.mayHaveError);
    await this.correct(unknown, 0.6);
    const required = words.filter((word) => !word.isStop);
    if (required.length < 2 || this.combined(words).strict) return;
    await this.correct(
      required.filter((word) => word.mayHaveError && !unknown.includes(word)),
      0.3,
    );
  }

  async correct(words, weight) {
    if (!words.length) return;
    const forms = await this.store.words();
    for (const word of words) word.allow(forms, this.words, weight);
    await this.store.need(words.flatMap((word) => word.terms()));
  }

  /**
   * Scores of all entries that have enough of the words: `scores`, and how many have all (`strict`). Whether entries with
   * fewer words are looked for depends on works, themes and names: a page of prose has many words.
   */
  combined(words) {
    if (!words.length) return { scores: [], strict: 0 };
    const required = words.some((word) => !word.isStop) ? words.filter((word) => !word.isStop) : words;
    const sums = new Map();
    for (const word of words) {
      const counts = required.includes(word) ? 1 : 0;
      for (const [entry, score] of word.scores(this.store)) {
        const sum = sums.get(entry) || { score: 0, hits: 0 };
        sum.score += score;
        sum.hits += counts;
        sums.set(entry, sum);
      }
    }
    const whole = Array.from(sums.keys()).filter((entry) => sums.get(entry).hits === required.length);
    const isEnough = whole.filter((entry) => this.kindOf(entry) !== PAGE).length >= FEW;
    const least = isEnough ? required.length : Math.max(1, Math.ceil(required.length / 2));
    const scores = [];
    for (const [entry, { score, hits }] of sums) {
      if (hits < least) continue;
      const tier = hits === required.length ? 1 : 2;
      scores.push({ entry, tier, score: tier === 1 ? ALL + score : score * (hits / required.length) ** 2 });
    }
    return {
      scores: scores.sort((one, other) => other.score - one.score || one.entry - other.entry),
      strict: whole.length,
    };
  }

  /** The first entries again, by how their titles and names stand to the text. */
  async ranked(text, words, { scores }) {
    const head = scores.slice(0, this.lookedAt(scores));
    const shown = await Promise.all(head.map(({ entry }) => this.store.about("entries", entry)));
    const typed = this.compared(text);
    typed.isName = !shown.some(([kind, , title]) => kind !== AUTHOR && this.words.parts(title).includes(typed.folded));
    const weighed = head.map((hit, at) => this.weighed(hit, shown[at], typed, words, text));
    return [
      ...weighed.sort((one, other) => other.score - one.score || one.entry - other.entry),
      ...scores.slice(head.length),
    ];
  }

  /**
   * The hits, those themes and names marked as meant that have what was typed in one piece in their title, or one of
   * whose labels it is. Where the title of a work has it, too, a label says little: who types a title wants the work.
   */
  meant(hits, those) {
    const isTitle = hits.some((hit) => hit.holds && this.kindOf(hit.entry) === WORK);
    const labelled = new Set(isTitle ? [] : those);
    const isMeant = ({ entry, tier, holds }) =>
      tier > 0 && (labelled.has(entry) || (holds && [THEME, NAME].includes(this.kindOf(entry))));
    const known = new Set(hits.map((hit) => hit.entry));
    const others = Array.from(labelled).filter((entry) => !known.has(entry));
    return [
      ...hits.map((hit) => (isMeant(hit) ? { ...hit, tier: MEANT } : hit)),
      ...others.map((entry) => ({ entry, score: 0, tier: MEANT })),
    ];
  }

  /** How many of the first entries are looked at: what a few parts of their list hold. */
  lookedAt(scores) {
    const parts = new Set();
    for (let number = 0; number < Math.min(scores.length, LOOKED_AT); number++) {
      parts.add(this.store.placeOf("entries", scores[number].entry)[0]);
      if (parts.size > PARTS_LOOKED_AT) return number;
    }
    return Math.min(scores.length, LOOKED_AT);
  }

  /** A text as texts are compared: word by word, in one spelling, and root by root. */
  compared(text) {
    const parts = this.words.parts(text);
    const spelt = parts.map((form) => this.words.spelt(form));
    return { folded: parts.join(" "), spelt: spelt.join(" "), rooted: this.words.rooted(parts).join(" ") };
  }

  weighed(hit, [kind, , title, ...more], typed, words, text) {
    const { folded, spelt, rooted } = this.compared(title);
    const names = kind === WORK ? more[5] || [] : [];
    const own = hit.tier === 1 ? hit.score - ALL : hit.score;
    const isNamed = kind !== PAGE || words.some((word) => this.matched(word, hit.entry).fields.includes("title"));
    const base = hit.tier === 1 && isNamed ? ALL : 0; // a page of prose has many words: all of them in it say little
    if (folded === typed.folded || this.words.same(title, text))
      return { ...hit, tier: 0, score: EXACT + (kind === WORK ? 0 : PAGE - kind) };
    if (kind === PAGE && this.words.saySame(title, text)) return { ...hit, tier: 0, score: EXACT - 1 };
    if (kind === NAME && more[1].some((form) => this.words.same(form, text))) return { ...hit, tier: 0, score: EXACT };
    if (names.some((name) => this.words.same(name, text))) return { ...hit, tier: 0, score: EXACT - 1 + own / ALL };
    if (kind === AUTHOR && hit.tier === 1 && this.isWholeName(folded, words)) return { ...hit, tier: 0, score: EXACT };
    if (kind === AUTHOR && typed.isName && isFamily(folded, typed.folded)) return { ...hit, tier: 0, score: EXACT - 2 };
    let factor = Math.max(nearness(spelt, typed.spelt), 0.95 * nearness(rooted, typed.rooted));
    const holds = factor > 2;
    if (kind === WORK && this.isCited(hit.entry, words)) factor *= 4;
    if (kind === AUTHOR || kind === NAME) factor *= 0.5;
    if (kind === PAGE) factor *= 0.4;
    return { ...hit, score: base + own * factor, holds };
  }

  /** Whether the words are those of a name, its first and its last among them. */
  isWholeName(folded, words) {
    const forms = words.map((word) => word.form);
    const parts = folded.split(" ");
    return forms.length > 1 && forms.includes(parts[0]) && forms.includes(parts.at(-1));
  }

  /** Whether the words name a work as citations do: by its first author and its year. */
  isCited(entry, words) {
    const fields = words.flatMap((word) => (word.isStop ? [] : this.matched(word, entry).fields));
    return fields.includes("first") && fields.includes("year");
  }

  matched(word, entry) {
    return word.matches(entry, this.store);
  }

  /** The terms by which an entry was found, without small words, be they parts of others (chain-of-thought). */
  terms(entry, words) {
    const found = words.flatMap((word) => this.matched(word, entry).terms);
    return new Set(words.length > 1 || !words[0]?.isStop ? found.filter((term) => !this.words.stop.has(term)) : found);
  }

  /** Words of the survey that are like a word that nothing has, nearest first. */
  async nearWords(typed) {
    const forms = await this.store.words();
    const most = typed.length > 6 ? 3 : 2;
    const like = forms
      .filter((form) => Math.abs(form.length - typed.length) <= most && form[0] === typed[0])
      .map((form) => [distance(form, typed), form])
      .filter(([changes]) => changes <= most)
      .sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1))
      .slice(0, NEAR_WORDS)
      .map(([, form]) => form);
    if (like.length) return like;
    const inside = forms.filter((form) => form.length >= LONG && (typed.startsWith(form) || typed.endsWith(form)));
    return inside.sort((one, other) => other.length - one.length).slice(0, NEAR_WORDS);
  }
}
