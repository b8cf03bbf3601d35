// The words of what is typed, read by the tables that came with the index: what generator/search/words.py does with the texts.

export const LONGEST = 2000; // characters of a query; what is longer is cut there
const ROOT = "~"; // before a root, so that no form is taken for one
const THOUSANDS = "(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"; // the comma of 1,000, which is read as 1000

export class Words {
  /** `stemmers`: by language, an object with `stemWord`. */
  constructor(rules, stemmers) {
    this.rules = rules;
    this.stemmers = stemmers;
    this.marks = new RegExp(rules.marks, "gu");
    this.letters = new RegExp(
      `[${Object.keys(rules.letters)
        .join("")
        .replace(/[-\\\]^]/g, "\\$&")}]`,
      "gu",
    );
    this.greek = new RegExp(rules.greekLetter, "gu");
    const letter = `[\\p{L}\\p{N}${rules.joined}]`;
    this.chunk = new RegExp(`${letter}+(?:(?:[-_'/.^+]|${THOUSANDS})${letter}+)*`, "gu");
    this.unspaced = new RegExp(`(${rules.unspaced}+)`, "u");
    this.onlyUnspaced = new RegExp(`^${rules.unspaced}`, "u");
    this.spellings = rules.spellings.map(([pattern, replacement]) => [new RegExp(pattern), replacement]);
    this.uncertain = rules.uncertain.map(([pattern, replacement]) => [new RegExp(pattern), replacement]);
    this.stop = new Set(rules.stop.split(" "));
    this.numbers = new Map();
    for (const [word, digits] of rules.numbers)
      for (const [one, other] of [
        [word, digits],
        [digits, word],
      ])
        this.numbers.set(one, [...(this.numbers.get(one) || []), other]);
    this.known = new Map();
  }

  /** A text without accents and with Greek letters by name; its case stays. */
  plain(text) {
    if (/^[ -~]*$/.test(text)) return text;
    return text
      .replace(this.letters, (letter) => this.rules.letters[letter])
      .normalize("NFKD")
      .replace(this.marks, "")
      .replace(this.greek, (letter) => this.rules.greek[letter.toLowerCase()])
      .normalize("NFC");
  }

  /** The words of a text in lower case, of a joined word its parts, to compare whole texts. */
  parts(text) {
    return this.of(text).flatMap((word) => (word.length > 1 ? word.slice(1) : word));
  }

  /** An English form in American spelling, or what stands for it here. */
  spelt(form) {
    if (!this.stemmers.en) return form;
    return this.spellings.reduce((word, [from, to]) => word.replace(from, to), form);
  }

  /** Forms by their roots, where they have one. */
  rooted(forms) {
    return forms.map((form) => this.roots(form)[0] || form);
  }

  /** The words of a text: each its form alone, or the whole of a joined word and then its parts. */
  of(text) {
    return (this.plain(text).match(this.chunk) || []).flatMap((chunk) => this.ofChunk(chunk));
  }

  ofChunk(found) {
    const chunk = found.replaceAll(",", "");
    return this.runs(chunk).flatMap((run) => {
      if (this.onlyUnspaced.test(run)) {
        const letters = Array.from(run);
        return Array.from({ length: Math.max(1, letters.length - 1) }, (_, at) => [letters.slice(at, at + 2).join("")]);
      }
      const parts = run
        .split(/[-_'/^+]|\.(?!\d)|(?<!\d)\./)
        .filter(Boolean)
        .flatMap((piece) =>
          piece.split(
            /(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z](?!s(?![a-z]))[a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/,
          ),
        )
        .map((part) => part.toLowerCase());
      if (parts.length > 1) return [[parts.join(""), ...parts]];
      return parts.length ? [parts] : [];
    });
  }

  /** The roots of a form, one for each language of the survey; none for numbers and short words. */
  roots(form) {
    if (form.length < this.rules.short || !/^\p{L}+$/u.test(form) || this.onlyUnspaced.test(form)) return [];
    if (!this.known.has(form))
      this.known.set(form, [...new Set(Object.keys(this.stemmers).map((language) => this.root(form, language)))]);
    return this.known.get(form);
  }

  /** Whether a text has characters of a script that puts no spaces between words. */
  hasUnspaced(text) {
    return this.unspaced.test(text);
  }

  /** A text, parted where such a script begins or ends. */
  runs(text) {
    return text.split(this.unspaced).filter(Boolean);
  }

  /** Whether a form is of a script without spaces, where one character says as much as a word. */
  isUnspaced(form) {
    return this.onlyUnspaced.test(form);
  }

  /** A number in the other form: in digits where the form is a word, as words where it is digits. */
  sameNumber(form) {
    return this.numbers.get(form) || [];
  }

  root(form, language) {
    const spelt = language === "en" ? this.spelt(form) : form;
    const cut = this.uncertain.find(([pattern]) => pattern.test(spelt));
    return ROOT + (cut ? spelt.replace(cut[0], cut[1]) : this.stemmers[language].stemWord(spelt));
  }

  /** Whether two texts say the same in other forms: in the plural, in British spelling, with a hyphen. */
  same(one, other) {
    const read = (text) => this.rooted(this.parts(text)).join("");
    return read(one) === read(other);
  }

  /** Whether two texts have the same words that say something, and at least one: "the methods", "Method"; "what is new", "What's new". */
  saySame(one, other) {
    const read = (text) =>
      this.rooted(this.parts(text).filter((form) => form.length > 1 && !this.stop.has(form))).join(" ");
    return read(one) !== "" && read(one) === read(other);
  }
}

/** Whether one letter more, less or other, or two that changed places, make one word of another. */
export function isNear(one, other) {
  const difference = one.length - other.length;
  if (one === other || difference > 1 || difference < -1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (word, from) => word.slice(from);
  if (difference > 0) return rest(one, start + 1) === rest(other, start);
  if (difference < 0) return rest(one, start) === rest(other, start + 1);
  if (rest(one, start + 1) === rest(other, start + 1)) return true;
  return (
    one[start] === other[start + 1] &&
    one[start + 1] === other[start] &&
    rest(one, start + 2) === rest(other, start + 2)
  );
}

/** How many letters have to change to make one word of another. */
export function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length];
}
