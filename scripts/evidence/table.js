// The evidence map as a table: the heads and rows that the drawing and the numbers share, and the map in numbers.
import { element } from "../element.js";
import { gettext } from "../language.js";
import { numbersOf } from "./counting.js";

export function heads({ rows, columns }) {
  const names = [rows.title, ...columns.values.map(columns.label)];
  const cells = names.map((name) => element("th", { scope: "col" }, name));
  return element("thead", {}, element("tr", {}, ...cells));
}

/** The rows; `fill(box, row, column, cell)` puts into a box what a cell shows, of which there may be none. */
export function body(view, fill) {
  const lines = view.rows.values.map((row) => {
    const boxes = view.columns.values.map((column) => {
      const box = element("td");
      fill(box, row, column, view.at(row, column));
      return box;
    });
    return element("tr", {}, element("th", { scope: "row" }, view.rows.label(row)), ...boxes);
  });
  return element("tbody", {}, ...lines);
}

function captionOf({ rows, columns, colour }) {
  const titles = { rows: rows.title, columns: columns.title };
  if (!colour) return gettext("%(rows)s (rows) by %(columns)s (columns), numbers of works", titles);
  return gettext("%(rows)s (rows) by %(columns)s (columns), numbers of works, split by %(code)s", {
    ...titles,
    code: colour.title,
  });
}

/** What the table of numbers holds; each number leads to its works. */
export function numbers(view) {
  const fill = (box, row, column, cell) => {
    box.append(cell ? element("a", { href: view.address(row, column) }, numbersOf(cell, view.colour)) : "0");
  };
  return [element("caption", {}, captionOf(view)), heads(view), body(view, fill)];
}
