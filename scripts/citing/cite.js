/* made by the survey site generator: references in the style that the reader chooses, on the page of a work and in the basket */
import { element } from "../element.js";
import { gettext } from "../language.js";
import { partOf } from "../parts.js";
import { ADDRESS, markdownOf, references, textOf } from "./format.js";

const { survey } = window;
const STYLES = { apa: "APA", ieee: "IEEE", acm: "ACM", chicago: "Chicago", vancouver: "Vancouver" };
const STORE = "survey-style"; // one choice for all surveys of a host
const MAKERS = "https://citationstyles.org/";
const SHOWN = new Set(["I", "B", "EM", "STRONG", "SUP", "SUB"]);
let memory = ""; // where this browser keeps nothing

function chosen() {
  let name = memory;
  try {
    name = localStorage.getItem(STORE) ?? memory;
  } catch (_error) {
    /* storage can be forbidden */
  }
  return Object.hasOwn(STYLES, name) ? name : "";
}

function choose(name) {
  memory = name;
  try {
    localStorage.setItem(STORE, name);
  } catch (_error) {
    /* storage can be full or forbidden */
  }
}

/** What citeproc-js makes of the works with these keys in a style. Rejects where something could not be loaded. */
async function made(keys, style) {
  await Promise.all([survey.load("citing/head.js"), survey.load("citing/citeproc.js")]);
  const held = window.surveyCiting;
  const numbers = [...new Set(keys.map((key) => partOf(held.firsts, key)))];
  await Promise.all([
    survey.load(`citing/style-${style}.js`),
    ...numbers.map((number) => survey.load(`citing/works-${number}.js`)),
  ]);
  if (numbers.some((number) => !held.parts[number])) throw new Error("a part of the works did not come");
  const items = keys
    .filter((key) => Object.hasOwn(held.parts[partOf(held.firsts, key)], key))
    .map((key) => held.parts[partOf(held.firsts, key)][key]);
  return references(window.CSL, held.styles[style], held.locales, held.language, items);
}

/** References of works as a text, in the chosen style or the survey's own. */
async function asText(keys) {
  const style = chosen();
  if (!style) return survey.textOf(keys, "txt");
  const found = await made(keys, style);
  return `${found.map(({ number, html }) => [number, textOf(html)].filter(Boolean).join(" ")).join("\n\n")}\n`;
}

/* Of what citeproc-js made only the text, what stresses it and addresses reach the page. */
function safe(html) {
  const rebuilt = (node) => {
    if (node.nodeType === Node.TEXT_NODE)
      return node.data
        .split(ADDRESS)
        .map((piece) => (ADDRESS.test(piece) ? element("a", { href: piece }, piece) : piece));
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const inside = [...node.childNodes].flatMap(rebuilt);
    return SHOWN.has(node.tagName) ? [element(node.tagName.toLowerCase(), {}, ...inside)] : inside;
  };
  return rebuilt(new DOMParser().parseFromString(html, "text/html").body);
}

/** A field to choose the style with, which tells `changed` of each choice, and who makes the references. */
function chooser(changed) {
  const select = element("select", {}, element("option", { value: "" }, gettext("As on this site")));
  for (const [name, label] of Object.entries(STYLES)) select.append(element("option", { value: name }, label));
  select.value = chosen();
  const makers = element("a", { href: MAKERS, class: "styles-makers" }, gettext("Citations by CSL (citeproc-js)"));
  const show = () => {
    makers.hidden = !select.value;
  };
  select.addEventListener("change", () => {
    choose(select.value);
    show();
    changed();
  });
  show();
  return [element("label", {}, gettext("Citation style"), " ", select), " ", makers];
}

/* The reference on the page of a work. */
function onPaper(place) {
  const shown = document.querySelector(".reference > p");
  const key = document.querySelector(".paper-actions[data-key]")?.dataset.key;
  if (!shown || !key) return;
  const own = [...shown.childNodes].map((node) => node.cloneNode(true));
  const markdown = document.querySelector("[data-form=markdown]");
  const ownMarkdown = markdown?.dataset.text ?? "";
  const address = /\]\((\S+)\)$/.exec(ownMarkdown)?.[1]; // which a style may leave out

  function inMarkdown(html) {
    const text = markdownOf(html);
    return ADDRESS.test(text) || !address ? text : `${text} <${address}>`;
  }

  function put(found) {
    shown.replaceChildren(...(found ? safe(found.html) : own));
    if (markdown) markdown.dataset.text = found ? inMarkdown(found.html) : ownMarkdown;
  }

  async function show() {
    const style = chosen();
    try {
      const found = style ? (await made([key], style))[0] : null;
      if (style !== chosen()) return; // another has been chosen meanwhile
      put(found);
    } catch (_error) {
      put(null);
      survey.tell(gettext("This style could not be loaded: the reference stays as it is on this site"));
    }
  }
  place.replaceChildren(...chooser(show));
  if (chosen()) show();
}

survey.chooser = chooser;
survey.referencesOf = (keys) =>
  asText(keys).catch(() => {
    survey.tell(gettext("This style could not be loaded: the references are as on this site"));
    return survey.textOf(keys, "txt");
  });
/* The choice comes once its place is near: a style that was chosen before is loaded only then. */
survey.onpage(() => {
  const place = document.querySelector("p.styles");
  if (!place) return;
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      onPaper(place);
    },
    { rootMargin: "400px" },
  );
  near.observe(place);
});
