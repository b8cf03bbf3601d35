// What a file of the website needs to be shown, and how addresses are written.

/** The address under which a file is kept: without query and anchor, a folder for its index; "" where it is not below `scope`. */
export function plainAddress(address, scope) {
  let url;
  try {
    url = new URL(address, scope);
  } catch (_error) {
    return "";
  }
  const plain = `${url.origin}${url.pathname}`.replace(/\/index\.html$/, "/");
  return plain.startsWith(scope) ? plain : "";
}

const TAGS = /<(?:link|script|img)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /\s(href|src|rel)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const SHOWN = /\b(?:stylesheet|icon|apple-touch-icon|manifest|preload)\b/i; // relations of a link to what the page shows
const INDEX = /\/assets\/search\/head\.js$/; // what says which parts the index of the search has
const ENTRIES = /\/assets\/entries\.js$/; // what says which parts the entries of the works have
const MOST_PARTS = 240; // of an index that is kept whole as soon as the search is used: some 500 kB
const INSIDE = /url\(\s*["']?([^"')]+)["']?\s*\)/gi;

function plainText(text) {
  return text
    .replace(/&#(?:39|x27);/gi, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** The files of the search's index, by the text of its head: all, unless they are many, so that what was not asked yet is found too. */
function partsOf(text) {
  const { firsts } = JSON.parse(text.slice(text.indexOf("["), text.lastIndexOf("]") + 1))[0];
  const parts = ["terms", "entries", "labels"].flatMap((name) =>
    (firsts[name] ?? []).map((_, number) => `${name}-${number}.js`),
  );
  return parts.length > MOST_PARTS ? [] : ["words.js", ...parts];
}

/** The files of the entries of the works, by the text of what names their first keys: all, so that a basket is read that holds more by then. */
function entriesOf(text) {
  const firsts = JSON.parse(/surveyEntriesFrom = (\[.*\]);/.exec(text)?.[1] || "[]");
  return firsts.length > MOST_PARTS ? [] : firsts.map((_, number) => `entries/part-${number}.js`);
}

/** The addresses of the style sheets, scripts and pictures of a page, of what a style sheet names, of an app's icons, of the search's index. */
export function needs(text, type, address, scope) {
  const found = [];
  if (/html/i.test(type))
    for (const [tag] of text.matchAll(TAGS)) {
      const given = {};
      for (const [, name, ...values] of tag.matchAll(ATTRIBUTE))
        given[name.toLowerCase()] ??= plainText(values.find((value) => value !== undefined));
      if (/^<link/i.test(tag)) found.push(SHOWN.test(given.rel || "") ? given.href : undefined);
      else found.push(given.src);
    }
  else if (/css/i.test(type)) for (const [, inside] of text.matchAll(INSIDE)) found.push(inside);
  else if (/manifest/i.test(type) || address.endsWith(".webmanifest"))
    for (const [, source] of text.matchAll(/"src":\s*"([^"]+)"/g)) found.push(source);
  else if (INDEX.test(address)) found.push(...partsOf(text));
  else if (ENTRIES.test(address)) found.push(...entriesOf(text));
  const addresses = found.filter((one) => one && !one.startsWith("data:")).map((one) => absolute(one, address));
  return [...new Set(addresses.map((one) => plainAddress(one, scope)).filter(Boolean))];
}

function absolute(address, page) {
  try {
    return new URL(address, page).href;
  } catch (_error) {
    return "";
  }
}

/** What a page is called. */
export function titleOf(text) {
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1] || "";
  return plainText(title)
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/ - [^-]*$/, "")
    .trim();
}
