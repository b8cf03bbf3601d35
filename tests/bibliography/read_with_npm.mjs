// What the programs of npm that read bibliographies make of ours: printed as JSON for test_npm_programs.py.
// Arguments: the folder of survey.bib, survey-ascii.bib, survey.ris and survey.json; a CSL style; a CSL locale.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import CSL from "citeproc";

const [folder, style, locale] = process.argv.slice(2);
const text = (name) => readFileSync(join(folder, name), "utf8");

/** What Better BibTeX for Zotero reads. */
function parsed(name) {
  const library = parse(text(name), { sentenceCase: false });
  return {
    errors: library.errors.map((error) => error.message ?? String(error)),
    works: library.entries.map(({ key, type, fields }) => ({
      key,
      type,
      title: fields.title ?? "",
      family: (fields.author ?? []).map((one) => one.name ?? [one.prefix, one.lastName].filter(Boolean).join(" ")),
      year: fields.year ?? "",
      doi: fields.doi ?? "",
    })),
  };
}

/** What citation-js reads, as CSL. */
function cited(name, form) {
  const given = form === "@csl/list+object" ? JSON.parse(text(name)) : text(name);
  const found = new Cite(given, { forceType: form, generateGraph: false });
  return found.data.map((one) => ({
    key: one["citation-key"] ?? one.id,
    type: one.type,
    title: one.title ?? "",
    family: (one.author ?? []).map((person) => person.literal ?? [person["non-dropping-particle"], person.family].filter(Boolean).join(" ")),
    year: String(one.issued?.["date-parts"]?.[0]?.[0] ?? ""),
    doi: one.DOI ?? "",
  }));
}

/** What citeproc-js prints of our CSL-JSON. */
function printed() {
  const items = new Map(JSON.parse(text("survey.json")).map((item) => [item.id, item]));
  const system = { retrieveLocale: () => readFileSync(locale, "utf8"), retrieveItem: (id) => items.get(id) };
  const engine = new CSL.Engine(system, readFileSync(style, "utf8"), "en-US");
  engine.setOutputFormat("text");
  engine.updateItems([...items.keys()]);
  const [about, lines] = engine.makeBibliography();
  return Object.fromEntries(about.entry_ids.map(([id], place) => [id, lines[place].trim()]));
}

console.info = console.warn = () => {};
process.stdout.write(
  JSON.stringify({
    parser: { "survey.bib": parsed("survey.bib"), "survey-ascii.bib": parsed("survey-ascii.bib") },
    citation: {
      "survey.bib": cited("survey.bib", "@bibtex/text"),
      "survey.ris": cited("survey.ris", "@ris/file"),
      "survey.json": cited("survey.json", "@csl/list+object"),
    },
    printed: printed(),
  }),
);
