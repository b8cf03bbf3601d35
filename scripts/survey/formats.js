// The formats that works are copied and saved in.
const COLUMNS = ["key", "title", "authors", "year", "venue", "doi", "arxiv", "url"];
const FORMULA = /^'*[=+\-@|%\t\r＝＋－＠｜％]/; // as in generator/text/spreadsheet.py

/** A value as a cell of a CSV file, which no spreadsheet takes for a formula. */
export function csvCell(value) {
  const text = String(value ?? "");
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return `"${guarded.replace(/"/g, '""')}"`;
}

/** What a work has in a column. */
function shownIn(key, work, column) {
  if (column === "arxiv") return work.arxiv && `arXiv:${work.arxiv}`; // a spreadsheet takes 2303.0750 alone for a number
  return column === "key" ? key : work[column];
}

function asCsv(keys, entries) {
  const rows = keys.map((key) => COLUMNS.map((column) => csvCell(shownIn(key, entries[key], column))).join(","));
  return `\ufeff${[COLUMNS.join(","), ...rows].join("\r\n")}\r\n`;
}

/**
 * The text of the works with these keys, in their order, as `bib`, `ris`, `txt` (references) or `csv`. `entries` are
 * works by their keys; a key that it does not have is left out.
 */
export function textOf(keys, entries, form) {
  const known = keys.filter((key) => entries[key]);
  const works = known.map((key) => entries[key]);
  if (form === "bib") return works.map((work) => work.bib).join("\n");
  if (form === "ris") return works.map((work) => work.ris).join("\n");
  if (form === "txt") return `${works.map((work) => work.text).join("\n\n")}\n`;
  return asCsv(known, entries);
}
