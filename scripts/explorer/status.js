// What the explorer says above the table: how many works are shown, how the words were read, and what is chosen.
import { element } from "../element.js";
import { gettext, ngettext, numeral, works } from "../language.js";
import { readAs } from "../search/reading.js";

/** `3 of 345 works`. */
export function numberShown(number, all) {
  if (number === all) return works(all);
  return ngettext("%(shown)s of %(number)s work", "%(shown)s of %(number)s works", all, { shown: numeral(number) });
}

/** How the words were read, and what the address asks for in vain, as sentences without their last full stop. */
export function notes(answer, unknown) {
  const parts = answer ? readAs({ ...answer, missing: answer.missing || [] }) : [];
  if (answer?.failed) parts.push(gettext("the search could not be loaded, so the words restrict nothing"));
  if (unknown.length)
    parts.push(
      gettext("the address asks for something that this survey does not have, which was left out: %(what)s", {
        what: unknown.join(", "),
      }),
    );
  return parts.map((part) => part[0].toUpperCase() + part.slice(1)).join(". ");
}

/** What is chosen: each with its label, its words, and the part of the view without it. `nameOf(facet, value)` names a value. */
export function choices({ keys, chosen, range }, labels, nameOf) {
  const found = [];
  if (keys) found.push({ label: gettext("A list"), words: works(keys.length), without: { keys: null } });
  chosen.forEach((values, facet) => {
    for (const value of values) {
      const others = values.filter((other) => other !== value);
      const without = { chosen: chosen.map((old, at) => (at === facet ? others : old)) };
      found.push({ label: labels[facet], words: nameOf(facet, value), without });
    }
  });
  const { from, to } = range;
  if (from || to)
    found.push({
      label: gettext("years"),
      words: `${from || "…"}–${to || "…"}`,
      without: { range: { from: 0, to: 0 } },
    });
  return found;
}

/** A button for each choice that takes it back; the focus then stays on the next of them, or goes to `input`. */
export function showChips(place, found, change, input) {
  const chips = found.map(({ label, words, without }, at) => {
    const cross = element("span", { "aria-hidden": "true" }, " ×");
    const chip = element("button", { type: "button", class: "chip" }, words, cross);
    chip.setAttribute("aria-label", gettext("Take back %(label)s: %(words)s", { label, words }));
    chip.addEventListener("click", () => {
      change(without);
      (place.children[Math.min(at, place.children.length - 1)] || input).focus();
    });
    return chip;
  });
  place.replaceChildren(...chips);
  place.hidden = !chips.length;
}
