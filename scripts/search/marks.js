// Where the words that were found stand in a text.

const BETWEEN = /((?:[\s;:!?()[\]{}"“”«»…–—]|,(?![0-9]{3}(?![0-9])))+)/; // words; the comma of 1,000 is none of it
const WIDTH = 150; // characters of a line of context

/** Whether a stretch of a text is one of the words that were found. */
function isFound(stretch, terms, words) {
  return words
    .of(stretch)
    .some((word) => word.some((form) => terms.has(form) || words.roots(form).some((root) => terms.has(root))));
}

/** A text in pieces, `[words, is found]` in turn. */
export function marked(text, terms, words) {
  const pieces = [];
  for (const stretch of text.split(BETWEEN)) {
    const found = Boolean(stretch) && /[\p{L}\p{N}]/u.test(stretch) && isFound(stretch, terms, words);
    if (!stretch) continue;
    if (pieces.length && pieces.at(-1)[1] === found) pieces.at(-1)[0] += stretch;
    else pieces.push([stretch, found]);
  }
  return pieces;
}

/** A line of a long text, in pieces: where most of its words are among those that were found, else its beginning. */
export function cutAround(text, terms, words) {
  const places = [];
  for (const stretch of text.matchAll(/[^\s]+/g)) if (isFound(stretch[0], terms, words)) places.push(stretch.index);
  let best = 0;
  let most = 0;
  places.forEach((place, at) => {
    let number = 0;
    while (at + number < places.length && places[at + number] < place + WIDTH - 40) number++;
    if (number > most) [most, best] = [number, place];
  });
  const from = best < 40 ? 0 : text.lastIndexOf(" ", best - 30) + 1;
  const to = from + WIDTH >= text.length ? text.length : text.lastIndexOf(" ", from + WIDTH);
  const line = `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  return marked(line, terms, words);
}
