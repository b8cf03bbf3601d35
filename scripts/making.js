/* made by the survey site generator: files of works in formats that no file of the site holds, made from the data that is there when somebody
   asks for them. */
import { element } from "./element.js";

const { survey } = window;
const MAGIC = [0x1f, 0x8b]; // the first bytes of a gzip file
const FROM_FILES = {
  json: { file: "survey.json", isCompressed: isLarge, chosen: cslOf, ending: ".json" },
  "ascii.bib": { file: "survey-ascii.bib", chosen: entriesOf, ending: "-ascii.bib" },
};

/** The CSL items of these works, in their order. */
function cslOf(text, keys) {
  const items = new Map(JSON.parse(text).map((item) => [item.id, item]));
  return `${JSON.stringify(keys.map((key) => items.get(key)).filter(Boolean), null, 1)}\n`;
}

/** The BibTeX entries of these works, in their order. */
function entriesOf(text, keys) {
  const entries = new Map(text.split(/^(?=@)/m).map((entry) => [/^@\w+\{([^,\s]+),/.exec(entry)?.[1], entry.trim()]));
  return `${keys
    .map((key) => entries.get(key))
    .filter(Boolean)
    .join("\n\n")}\n`;
}

/** Whether the survey is large: most of its files are compressed then. */
async function isLarge() {
  await survey.load("entries.js");
  return window.surveyIsLarge;
}

async function textFromFile({ file, chosen, isCompressed }, keys) {
  const ending = (await isCompressed?.()) ? ".gz" : "";
  const answer = await fetch(new URL(`../downloads/${file}${ending}`, survey.base));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return chosen(await (await unpacked(answer)).text(), keys);
}

/** The answer's content without gzip, as a blob: some hosts unpack such files themselves. */
async function unpacked(answer) {
  const held = await answer.blob();
  const [first, second] = new Uint8Array(await held.slice(0, 2).arrayBuffer());
  if (first !== MAGIC[0] || second !== MAGIC[1]) return held;
  return new Response(held.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

/** Saves the file that a compressed one holds. */
async function saveUnpacked(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${answer.status}`);
  survey.save(await unpacked(answer), new URL(link.href).pathname.split("/").pop().replace(/\.gz$/, ""));
}

function decorate() {
  document.querySelectorAll(".makes:not([data-done])").forEach((node) => {
    node.dataset.done = "";
    const keys = node.dataset.makes.split(" ");
    for (const [form, label] of node.dataset.forms.split(";").map((one) => one.split(":"))) {
      const fromFile = FROM_FILES[form];
      if (fromFile && location.protocol === "file:") continue; // which lets no script read another file
      const button = element("button", { type: "button", class: "make" }, label);
      button.addEventListener("click", () =>
        (fromFile
          ? textFromFile(fromFile, keys).then((text) => survey.save(text, `${node.dataset.name}${fromFile.ending}`))
          : survey.download(keys, form, node.dataset.name)
        ).catch((error) => survey.tell(`${label}: ${error.message}`)),
      );
      node.append(button, " ");
    }
  });
}

function decorateCompressed() {
  if (location.protocol === "file:") return; // which lets no script read another file
  document.querySelectorAll('a[href$=".gz"]:not([data-done])').forEach((link) => {
    link.dataset.done = "";
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      saveUnpacked(link).catch((error) => survey.tell(`${link.textContent}: ${error.message}`));
    });
  });
}

survey.onpage(decorate);
survey.onpage(decorateCompressed);
decorateCompressed();
decorate();
