// References in a citation style, by citeproc-js.

const MARGIN =
  /^<div class="csl-left-margin">(?<number>[\s\S]*?)<\/div>\s*<div class="csl-right-inline">(?<text>[\s\S]*)<\/div>$/;
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', "#38": "&", "#60": "<", "#62": ">", "#39": "'" };

function unescaped(text) {
  return text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}

/* A style as it is without its rules of order, which take citeproc-js seconds to read: the order is the reader's. */
function unsorted(style) {
  const copy = structuredClone(style);
  for (const part of copy.children) part.children = part.children?.filter((child) => child.name !== "sort");
  return copy;
}

/** The text of a piece of HTML that citeproc-js made. */
export function textOf(html) {
  return unescaped(html.replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** What of a text is an address. */
export const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:)\]])/;
const STRESS = { i: "*", em: "*", b: "**", strong: "**" };

/** A piece of HTML that citeproc-js made as Markdown: what is stressed stays so, an address is a link, all else is text. */
export function markdownOf(html) {
  let written = "";
  for (const piece of html.split(/(<[^>]*>)/)) {
    const [, close, name] = /^<(\/?)(\w+)[^>]*>$/.exec(piece) || [];
    if (!name)
      for (const text of unescaped(piece).replace(/\s+/g, " ").split(ADDRESS))
        written += ADDRESS.test(text) ? `<${text}>` : text.replace(/[\\`*_[\]<>]/g, "\\$&");
    else if (STRESS[name]) {
      const space = close ? /\s*$/.exec(written)[0] : ""; // none may stand before the sign that closes
      written = written.slice(0, written.length - space.length) + STRESS[name] + space;
    }
  }
  return written.trim();
}

/**
 * The references of items (CSL-JSON, each with its id), in their order: {number, html} of each; `number` is what a
 * numbered style puts before it, "" in others. `style` and `locales`, by their codes, are
 * data as citeproc-js takes it instead of XML; American English is among the locales.
 */
export function references(CSL, style, locales, language, items) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const system = {
    retrieveItem: (id) => structuredClone(byId.get(id)),
    retrieveLocale: (code) => structuredClone(locales[code] || locales["en-US"]),
  };
  const engine = new CSL.Engine(system, unsorted(style), language);
  engine.setOutputFormat("html");
  engine.updateItems([...byId.keys()], true); // as they are ordered, not as the style would
  const [about, made] = engine.makeBibliography();
  const found = new Map(about.entry_ids.map(([id], at) => [id, parted(made[at])]));
  return items.map((item) => found.get(item.id));
}

function parted(entry) {
  const inside = entry
    .trim()
    .replace(/^<div class="csl-entry">([\s\S]*)<\/div>$/, "$1")
    .trim();
  const { number, text } = MARGIN.exec(inside)?.groups || { number: "", text: inside };
  return { number: textOf(number), html: text.trim() };
}
