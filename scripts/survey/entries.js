// Entries of works, as data in scripts: `fetch` fails on file://.
import { partOf } from "../parts.js";
import { load } from "./loading.js";

/** The entries of the works with these keys, and of those that stand in the same parts: they are in the order of the keys. */
export async function entries(keys) {
  await load("entries.js");
  const firsts = window.surveyEntriesFrom; // none where the survey has no works yet
  const parts = new Set(firsts.length ? keys.map((key) => partOf(firsts, key)) : []);
  await Promise.all(Array.from(parts, (part) => load(`entries/part-${part}.js`)));
  return window.surveyEntries; // made without a prototype: no key is "constructor" by nature
}
