// The questions that a page puts to the search.
import { cutAround, marked } from "./marks.js";
import { Search, WORK } from "./search.js";
import { Store } from "./store.js";
import { LONGEST, Words } from "./words.js";

const SHOWN = { 0: 10, 1: 4, 2: 4, 3: 4, 4: 4 }; // of each kind: works, themes, authors, names, pages

/** `load(name)` gives the data of a file, `stemmer(language, algorithm)` what stems its words. */
export function answers(load, stemmer) {
  let loading;

  function search() {
    loading ||= started(load, stemmer).catch((error) => {
      loading = null; // the next question tries again
      throw error;
    });
    return loading;
  }

  return {
    /** Loads what every query needs. */
    async ready() {
      await search();
    },

    /** The first hits of each kind, how many there are, and what was done to find them. */
    async ask(text) {
      return firstHits(await search(), text.slice(0, LONGEST));
    },

    /** The line of an entry's text where most of the terms stand, in pieces, of which `room` characters are seen. */
    async line(entry, terms, room) {
      const own = await search();
      const [text] = await own.store.about("texts", entry);
      return cutAround(text, new Set(terms), own.words, room);
    },

    /** The numbers of all works for a text, best first, and what was done to find them. */
    async works(text) {
      const own = await search();
      const found = await own.find(text.slice(0, LONGEST));
      const works = found.hits.filter(({ entry }) => own.kindOf(entry) === WORK);
      const { corrected, missing, loosened } = found;
      return { works: works.map(({ entry }) => entry), corrected, missing, loosened };
    },
  };
}

async function started(load, stemmer) {
  const [head] = await load("head");
  const languages = Object.entries(head.rules.stemmers);
  const stemmers = await Promise.all(languages.map(([language, algorithm]) => stemmer(language, algorithm)));
  const byLanguage = Object.fromEntries(languages.map(([language], at) => [language, stemmers[at]]));
  return new Search(new Store(load, head), new Words(head.rules, byLanguage));
}

async function firstHits(own, text) {
  const found = await own.find(text);
  const counts = {};
  const first = [];
  for (const hit of found.hits) {
    const kind = own.kindOf(hit.entry);
    counts[kind] = (counts[kind] || 0) + 1;
    if (counts[kind] <= SHOWN[kind]) first.push(hit);
  }
  return {
    hits: await Promise.all(first.map((hit) => shown(found, hit, own))),
    counts,
    words: found.words.length,
    corrected: found.corrected,
    missing: found.missing,
    loosened: found.loosened,
    near: found.hits.length ? [] : await near(found, own),
  };
}

/** A hit as a list shows it: what the entry says, its title in pieces, and a line of its text. */
async function shown(found, { entry, tier }, own) {
  const [kind, address, title, ...about] = await own.store.about("entries", entry);
  const terms = own.terms(entry, found.words);
  return {
    entry,
    tier,
    kind,
    address,
    title,
    about,
    pieces: marked(title, terms, own.words),
    terms: Array.from(terms),
  };
}

/** Words of the survey that are near those that nothing has. */
async function near(found, own) {
  const words = found.words.filter((word) => !word.isFound);
  return (await Promise.all(words.map((word) => own.nearWords(word.form)))).flat();
}
