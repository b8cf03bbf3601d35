// The columns of the table, what it can be sorted by, and what their cells say: without the page, so that it can be tested.
import { gettext, ngettext } from "../language.js";

export const OWN = { author: 1, year: 2, venue: 3, theme: 4 }; // columns that the page has, by facet: the number of their cell
export const COUNT = "citations"; // the facet that is a number: it has a column where any work has one, and no box
const SHORT = 3; // values of a cell that a column adds

/** All columns to choose from: those of the page, and every other facet. */
export function columnsOf(facets) {
  return [...Object.keys(OWN), ...facets.filter((facet) => !(facet in OWN))];
}

/** The columns that are shown where nothing was chosen. */
export function usualColumns(facets) {
  return facets.includes(COUNT) ? [...Object.keys(OWN), COUNT] : Object.keys(OWN);
}

/** The names of all orders: `first` has the oldest work first, `-x` is `x` backwards. */
export function sortsOf(columns) {
  return ["title", "-title", "first", ...columns.flatMap((column) => [column, `-${column}`])];
}

/** What the head of a column asks for: its usual order, and the other way where the table is in that already. */
export function nextSort(column, sort) {
  const [usual, other] = { year: ["year", "first"], [COUNT]: [`-${COUNT}`, COUNT] }[column] || [column, `-${column}`];
  return sort === usual ? other : usual;
}

/** Which way a column goes in an order, as `aria-sort` says it; "" where the order is another column's. */
export function wayOf(column, sort) {
  const [up, down] = column === "year" ? ["first", "year"] : [column, `-${column}`];
  if (sort === up) return "ascending";
  return sort === down ? "descending" : "";
}

/** The column that an order goes by, and whether from the last value to the first: `year` has the newest first. */
export function orderOf(sort) {
  if (sort === "first") return { column: "year", isDown: false };
  const column = sort.replace(/^-/, "");
  return { column, isDown: sort.startsWith("-") !== (column === "year") };
}

/** The heading of a column: the name of its facet, without what the box adds after a comma. */
export function headingOf(column, facets, labels) {
  return column === "author" ? gettext("Authors") : labels[facets.indexOf(column)].trim().replace(/,.*/, "");
}

/** The first values of a cell, and how many more there are. */
export function shortened(values) {
  const names = values.slice(0, SHORT).join(", ");
  const left = values.length - SHORT;
  if (left <= 0) return names;
  return ngettext("%(names)s and %(number)s more", "%(names)s and %(number)s more", left, { names });
}
