// What names a work exactly, in the forms in which it is pasted: addresses, DOIs, arXiv ids, PMIDs, citation keys.
import { decoded } from "../address.js";

const DOI = /10\.\d{4,9}\/[^\s"<>]+/;
const ARXIV = /(?<![\d.])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?![\d])/;
const END = /[).,;:\]}'"?#]+$/;

/** The names that an address may have in the index: the whole of it, and what its path and query end in. */
function ofAddress(address) {
  const whole = address.replace(/^[a-z]+:\/\//, "").replace(/^www\./, "");
  const [path, query = ""] = whole.split("#")[0].split("?");
  const steps = path.replace(/\/+$/, "").split("/").filter(Boolean);
  const trimmed = steps.map((step) => step.replace(/(?:v\d+)?\.(?:pdf|html|bib)$/, ""));
  const parameters = Array.from(new URLSearchParams(query).values(), (value) => value.toLowerCase());
  return [
    whole.replace(/\/+$/, ""),
    steps.join("/"),
    trimmed.join("/"),
    ...parameters,
    steps.at(-1),
    trimmed.at(-1),
    trimmed.slice(-2).join("/"),
  ];
}

/** Names to look for, the surest first, in lower case; none for a text that is plainly words. */
export function exactNames(text) {
  const typed = decoded(text.trim().toLowerCase()).replace(/^\\?(?:cite[a-z]*\{|@)|^doi:\s*|\}$/g, "");
  const found = [];
  if (!/\s/.test(typed)) found.push(typed, typed.replace(END, ""));
  const doi = DOI.exec(typed)?.[0].replace(END, "");
  if (doi) found.push(doi, doi.replace(/^10\.48550\/arxiv\./, "").replace(/v\d+$/, ""));
  const arxiv = ARXIV.exec(typed.replace(DOI, " "));
  if (arxiv) found.push(arxiv[1]);
  const number = /(?:pmid|pubmed)\D{0,30}(\d{4,9})/.exec(typed);
  if (number) found.push(number[1]);
  const archive = /pmc\s?(\d{3,9})/.exec(typed);
  if (archive) found.push(`pmc${archive[1]}`, archive[1]);
  const address = /(?:https?:\/\/|www\.)\S+/.exec(typed) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/.exec(typed);
  if (address) found.push(...ofAddress(address[0].replace(END, "")));
  return [...new Set(found.filter(Boolean))];
}

/** Whether a text is a DOI, an arXiv id or an address, so that its parts are no words to look for. */
export function isAddress(text) {
  const typed = text.trim().toLowerCase();
  return !/\s\S+\s/.test(typed) && (DOI.test(typed) || ARXIV.test(typed) || /^(?:https?:\/\/|www\.)\S+$/.test(typed));
}

/** Whether a text that names a work is nothing but an identifier, an address or a key: it holds a digit or a slash, and no words. */
export function isIdentifier(text) {
  return /[\d/]/.test(text) && !/\s\S*\s\S*\s/.test(text.trim());
}
