// References as citeproc-js itself makes them (`plain`), and as the website's own module does (`own`), by style and key.
// Standard input has what the pages get: {items, styles, locales, language}.
import { readFileSync } from "node:fs";
import CSL from "citeproc";
import { references, textOf } from "../../scripts/citing/format.js";

const { items, styles, locales, language } = JSON.parse(readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));

function plain(style) {
  const system = {
    retrieveItem: (id) => structuredClone(byId.get(id)),
    retrieveLocale: (code) => structuredClone(locales[code] || locales["en-US"]),
  };
  const engine = new CSL.Engine(system, structuredClone(style), language);
  engine.setOutputFormat("text");
  engine.updateItems([...byId.keys()], true);
  const [about, made] = engine.makeBibliography();
  return Object.fromEntries(about.entry_ids.map(([id], at) => [id, made[at].replace(/\s+/g, " ").trim()]));
}

function own(style) {
  const found = references(CSL, style, locales, language, items);
  const texts = found.map(({ number, html }) => [number, textOf(html)].filter(Boolean).join(" "));
  return Object.fromEntries(items.map((item, at) => [item.id, texts[at]]));
}

const found = Object.entries(styles).map(([name, style]) => [name, { own: own(style), plain: plain(style) }]);
console.log(JSON.stringify(Object.fromEntries(found)));
