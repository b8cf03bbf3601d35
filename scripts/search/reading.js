// What is said of the results: how many there are, and what was done to find them.
import { gettext, ngettext } from "../language.js";

function quoted(words) {
  return words.map((word) => gettext("“%(word)s”", { word })).join(", ");
}

/** How what was typed was read, where it was not taken as it is. */
export function readAs({ corrected, missing, loosened }) {
  const meant = corrected.map(([word, [first]]) =>
    gettext("nothing has “%(word)s”: looked for “%(other)s”", { word, other: first }),
  );
  if (!loosened) return meant;
  if (missing.length)
    return [...meant, gettext("nothing has %(words)s: these results have the other words", { words: quoted(missing) })];
  return [...meant, gettext("nothing has all the words: these results have most of them")];
}

/** What stands above a list of results. */
export function summary(answer, typed) {
  const all = Object.values(answer.counts).reduce((sum, number) => sum + number, 0);
  if (all) return [ngettext("%(number)s result", "%(number)s results", all), ...readAs(answer)].join("; ");
  if (!answer.words)
    return gettext("Nothing found: no work of the survey has the address or identifier “%(typed)s”.", { typed });
  const tried = gettext(
    "Nothing found for “%(typed)s”: neither the words, nor others of their stem, nor with a letter changed.",
    { typed },
  );
  if (!answer.near.length) return tried;
  return `${tried} ${gettext("Words that the survey has: %(words)s.", { words: quoted(answer.near) })}`;
}
