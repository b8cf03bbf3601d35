// Entries of works, as data in scripts: `fetch` fails on file://.
import { partOf } from "../parts.js";
import { load } from "./loading.js";

/**
 * The entries by their keys. Those of a large survey stand in parts, in the order of the keys, of which those with
 * `keys` are loaded; without `keys` all are.
 */
export async function entries(keys) {
  await load("entries.js");
  const firsts = window.surveyEntriesFrom || [];
  const wanted = keys && firsts.length ? keys.map((key) => partOf(firsts, key)) : firsts.keys();
  await Promise.all(Array.from(new Set(wanted), (part) => load(`entries/part-${part}.js`)));
  return Object.setPrototypeOf(window.surveyEntries, null); // no key is "constructor" by nature
}
