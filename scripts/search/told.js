// What is said of the results: how many there are, and what was done to find them.

export function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function quoted(words) {
  return words.map((word) => `“${word}”`).join(", ");
}

/** How what was typed was read, where it was not taken as it is. */
export function readAs({ corrected, missing, loosened }) {
  const meant = corrected.map(([word, [first]]) => `nothing has “${word}”: looked for “${first}”`);
  if (!loosened) return meant;
  if (missing.length) return [...meant, `nothing has ${quoted(missing)}: shown is what has the other words`];
  return [...meant, "nothing has all words: shown is what has most of them"];
}

/** What stands above a list of results. */
export function told(answer, typed) {
  const all = Object.values(answer.counts).reduce((sum, number) => sum + number, 0);
  if (all) return [counted(all, "result"), ...readAs(answer)].join("; ");
  if (!answer.words) return `Nothing found: no work of the survey has the address or identifier “${typed}”.`;
  const tried = `Nothing found for “${typed}”: neither the words, nor others of their stem, nor with a letter changed.`;
  return answer.near.length ? `${tried} Words that the survey has: ${quoted(answer.near)}.` : tried;
}
