// Which works a view shows, and how many each value of each facet would give: without the page, so that it can be tested.
import { code } from "../language.js";

/** What a view asks of each facet: null where it asks nothing, else which of its values are let through. */
export function allowed(names, { chosen, range }, yearFacet) {
  return names.map((values, facet) => {
    const hasRange = facet === yearFacet && (range.from || range.to);
    if (!chosen[facet].length && !hasRange) return null;
    return values.map((value, number) => {
      const year = Number(value);
      const inRange = !hasRange || (year && year >= (range.from || 0) && year <= (range.to || Infinity));
      return Boolean(inRange && (!chosen[facet].length || chosen[facet].includes(number)));
    });
  });
}

/**
 * The works that pass, in the given order, and the counts of each facet's values.
 *
 * `works` are lists of value numbers by facet, `order` their numbers in the order of the view, `found` says which have
 * the words that are looked for (null: all). A facet counts what choosing another of its values would give, so its own
 * choice hides no work from it.
 */
export function filtered(works, order, found, passes, names) {
  const counts = names.map((values) => new Int32Array(values.length));
  const active = passes.map((one, facet) => (one ? facet : -1)).filter((facet) => facet >= 0);
  const shown = [];
  for (const number of order) {
    if (found && !found[number]) continue;
    const values = works[number];
    let missed = -1;
    let misses = 0;
    for (const facet of active)
      if (!values[facet].some((value) => passes[facet][value])) {
        missed = facet;
        misses += 1;
        if (misses > 1) break;
      }
    if (misses > 1) continue;
    if (misses) for (const value of values[missed]) counts[missed][value] += 1;
    else {
      shown.push(number);
      for (let facet = 0; facet < values.length; facet++) for (const value of values[facet]) counts[facet][value] += 1;
    }
  }
  return { shown, counts };
}

/** The works by the first of their values of a facet: `places` gives its rank. What has none comes last in either direction. */
export function sorted(works, facet, places, direction) {
  const place = (number) => {
    const [first] = works[number][facet];
    return first === undefined ? -1 : places[first];
  };
  return Array.from(works.keys()).sort((one, other) => {
    const [first, second] = [place(one), place(other)];
    if (first === second) return one - other;
    if (first < 0 || second < 0) return first < 0 ? 1 : -1;
    return direction * (first - second);
  });
}

/** The rank of each value of a facet among all: numbers by size, words by letters; a value without words has none. */
export function ranks(values, keepsOrder) {
  const order = Array.from(values.keys()).filter((value) => values[value]);
  const isNumeric = order.every((value) => /^\d+$/.test(values[value]));
  if (!keepsOrder)
    order.sort((one, other) =>
      isNumeric ? Number(values[one]) - Number(values[other]) : values[one].localeCompare(values[other], code()),
    );
  const found = new Array(values.length).fill(-1);
  order.forEach((value, rank) => {
    found[value] = rank;
  });
  return found;
}
