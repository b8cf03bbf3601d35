// The texts of the website in the language of its page: `surveyTexts` stands before this script in any but English.

const PERIOD = 200; // as in pages/assets.py

function known() {
  return globalThis.surveyTexts ?? { language: "en", texts: {}, counted: {} };
}

function filled(text, values) {
  return text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}

/** The code of the language. */
export function code() {
  return known().language;
}

/** A whole number with its thousands apart. */
export function numeral(number) {
  return number.toLocaleString(known().language);
}

/** A text, with `values` for its `%(name)s`. */
export function gettext(message, values = {}) {
  return filled(known().texts[message] ?? message, values);
}

/** The form of a text for a number, which is its `%(number)s`. */
export function ngettext(one, several, number, values = {}) {
  const { counted, plural } = known();
  const forms = counted[one] ?? [one, several];
  const place = number < PERIOD ? number : PERIOD / 2 + (number % (PERIOD / 2));
  const at = plural ? Number(plural[place]) : Number(number !== 1);
  return filled(forms[at], { number: numeral(number), ...values });
}

/** A number of works, which most lists count. */
export function works(number) {
  return ngettext("%(number)s work", "%(number)s works", number);
}
