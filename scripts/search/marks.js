// Where the words that were found stand in a text.

// What parts words; the comma of 1,000 and the stop of 3.5 do not.
const BETWEEN =
  /((?:[\s;:!?()[\]{}"“”«»…–—、。，；：！？（）「」『』《》〈〉【】]|,(?![0-9]{3}(?![0-9]))|\.(?=[\s\])}”"]|$))+)/;
const WIDTH = 150; // characters of a line of context, of which a narrow screen shows the first
const LEAD = 30; // characters before the word that was found, at most: it shall not be where a narrow line is cut off
const SHARE = 4; // and at most this part of what is to be seen

/** Whether a stretch of a text is one of the words that were found. */
function isFound(stretch, terms, words) {
  return words
    .of(stretch)
    .some((word) => word.some((form) => terms.has(form) || words.roots(form).some((root) => terms.has(root))));
}

/** The characters of a script that puts no spaces between words, `[character, is found]`: they are found by pairs. */
function characters(run, terms, words) {
  const letters = Array.from(run);
  const pairs = letters.slice(1).map((letter, at) => isFound(letters[at] + letter, terms, words));
  return letters.map((letter, at) => [letter, Boolean(pairs[at - 1] || pairs[at])]);
}

/** A text in stretches, `{at, text, found}`: words, what stands between them, and characters where there are no spaces. */
function stretches(text, terms, words) {
  const all = [];
  let at = 0;
  function take(part, found) {
    all.push({ at, text: part, found });
    at += part.length;
  }
  for (const stretch of text.split(BETWEEN).filter(Boolean)) {
    if (!/[\p{L}\p{N}]/u.test(stretch)) take(stretch, false);
    else if (!words.hasUnspaced(stretch)) take(stretch, isFound(stretch, terms, words));
    else
      for (const run of words.runs(stretch))
        if (words.isUnspaced(run) && Array.from(run).length > 1)
          for (const letter of characters(run, terms, words)) take(...letter);
        else take(run, isFound(run, terms, words));
  }
  return all;
}

/** Stretches in pieces, `[words, is found]` in turn. */
function joined(all) {
  const pieces = [];
  for (const { text, found } of all)
    if (pieces.length && pieces.at(-1)[1] === found) pieces.at(-1)[0] += text;
    else pieces.push([text, found]);
  return pieces;
}

/** A text in pieces, `[words, is found]` in turn. */
export function marked(text, terms, words) {
  return joined(stretches(text, terms, words));
}

/** Of the stretches that were found, the one after which most others stand within so many characters. */
function fullest(found, reach) {
  let best;
  let most = 0;
  found.forEach((stretch, first) => {
    let end = first;
    while (end < found.length && found[end].at < stretch.at + reach) end++;
    if (end - first > most) [most, best] = [end - first, stretch];
  });
  return best;
}

/**
 * A line of a long text, in pieces: where most of its words are among those that were found, else its beginning. Of a
 * line that shows `room` characters, the first word that was found is among the first ones.
 */
export function cutAround(text, terms, words, room = WIDTH) {
  const all = stretches(text, terms, words);
  const seen = Math.min(room, WIDTH);
  const lead = Math.min(LEAD, Math.floor(seen / SHARE));
  const best = fullest(
    all.filter(({ found }) => found),
    seen - lead,
  );
  const isStart = (stretch) => stretch.at >= best.at - lead && /^[\p{L}\p{N}]/u.test(stretch.text);
  const from = !best || best.at <= lead ? 0 : all.findIndex((stretch) => stretch === best || isStart(stretch));
  const start = all[from]?.at ?? 0;
  const after = all.findIndex((stretch) => stretch.at + stretch.text.length > start + WIDTH);
  const to = after < 0 ? all.length : Math.max(after, from + 1);
  const line = all.slice(from, to);
  if (from) line.unshift({ text: "… ", found: false });
  if (to < all.length) line.push({ text: /\s$/.test(line.at(-1).text) ? "…" : " …", found: false });
  return joined(line);
}
