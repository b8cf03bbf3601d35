// How many works the evidence map counts, and how large it draws them.
const LARGEST = 20; // radius of the largest bubble, in pixels
const SMALLEST = 5;
const COLOURS = 8; // figures.css has as many; further values share the colourless one

/**
 * For each pair of a row's and a column's value the number of works, and of those with each value of the third. Each of
 * `rows`, `columns` and `colour` gives the values of a work; there may be no `colour`.
 */
export function countPairs(works, rows, columns, colour) {
  const cells = new Map();
  for (const work of works)
    for (const row of new Set(rows(work)))
      for (const column of new Set(columns(work))) count(cells, row, column, colour ? colour(work) : []);
  return cells;
}

function count(cells, row, column, values) {
  const key = JSON.stringify([row, column]);
  const cell = cells.get(key) || { count: 0, parts: new Map() };
  cells.set(key, cell);
  cell.count++;
  for (const value of new Set(values)) cell.parts.set(value, (cell.parts.get(value) || 0) + 1);
}

export function cellOf(cells, row, column) {
  return cells.get(JSON.stringify([row, column]));
}

/** The values of the third code that works of a cell have, in the code's order. */
export function valuesOf(cell, colour) {
  return colour ? colour.values.filter((value) => cell.parts.has(value)) : [];
}

/** `3: high 2, low 1` */
export function numbersOf(cell, colour) {
  const parts = valuesOf(cell, colour).map((value) => `${colour.label(value)} ${cell.parts.get(value)}`);
  return cell.count + (parts.length ? `: ${parts.join(", ")}` : "");
}

/** The radius of a bubble, whose area is the number of works. */
export function radiusOf(count, most) {
  return Math.max(SMALLEST, Math.round(LARGEST * Math.sqrt(count / most)));
}

/** The class of a value's colour. */
export function colourOf(values, value) {
  const at = values.indexOf(value);
  return at < COLOURS && value ? `s${at + 1}` : "s0";
}

/** For each value its share of the bubble, as `{ value, from, to }` in parts of the whole. */
export function shares(cell, values) {
  const whole = values.reduce((sum, value) => sum + cell.parts.get(value), 0);
  let from = 0;
  return values.map((value) => {
    const share = { value, from, to: from + cell.parts.get(value) / whole };
    from = share.to;
    return share;
  });
}
