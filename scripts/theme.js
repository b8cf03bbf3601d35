/* made by the survey site generator: what the theme does in inline scripts, as a file, so that pages can forbid those. It is named
   four times in a page: at the start of the head (`faces`), at its end (`base`), where the buttons for light and dark end (`palette`), and after the text (`content`). */
const script = document.currentScript;

/* The two faces of letters that every page has are asked for before a line is drawn, which would break anew when they come. A page from
   a disk may not ask so, and has them at once. */
function faces() {
  if (location.protocol === "file:") return;
  for (const name of ["serif-latin", "sans-latin"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" });
    link.href = new URL(`fonts/${name}.woff2`, script.src).href;
    document.head.append(link);
  }
}

/* The names under which the theme's own script keeps what a reader chose: by the address of the site. */
function base() {
  let scope = new URL(script.dataset.scope, location);
  if (!scope.pathname.endsWith("/")) scope = new URL(`${scope.pathname}/`, location);
  window.__md_scope = scope;
  window.__md_hash = (text) => Array.from(text).reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  window.__md_get = (key, store, at) => {
    try {
      return JSON.parse((store || localStorage).getItem(`${(at || scope).pathname}.${key}`));
    } catch (_error) {
      return null; // storage is forbidden, or holds what is not ours
    }
  };
  window.__md_set = (key, value, store, at) => {
    try {
      (store || localStorage).setItem(`${(at || scope).pathname}.${key}`, JSON.stringify(value));
    } catch (_error) {
      /* storage can be off or full */
    }
  };
}

const NAMES = ["media", "scheme", "primary", "accent"];
const SYSTEM = "(prefers-color-scheme)";

function meta(name) {
  const node = document.createElement("meta");
  node.name = name;
  document.head.append(node);
  return node;
}

/* Light or dark, as it was chosen or as the reader's system has it, before anything is drawn, and the buttons that change it. The theme's
   own script does this after the page is drawn, and by ways that have every element styled anew three times over. */
function palette() {
  const form = document.querySelector("[data-survey-palette]");
  const inputs = form ? Array.from(form.querySelectorAll("input")) : [];
  if (!inputs.length) return;
  const light = matchMedia("(prefers-color-scheme: light)");
  const [scheme, ground] = [meta("color-scheme"), meta("theme-color")];
  const of = (input) => Object.fromEntries(NAMES.map((name) => [name, input.getAttribute(`data-md-color-${name}`)]));
  const bySystem = () => inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
  let shown = -1;

  function show(index) {
    shown = Math.min(Math.max(index, 0), inputs.length - 1);
    const colours = of(inputs[shown]);
    const half = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
    const own = inputs.find((input) => input.dataset.mdColorMedia === half);
    if (colours.media === SYSTEM && own) Object.assign(colours, of(own));
    for (const name of NAMES) document.body.setAttribute(`data-md-color-${name}`, colours[name]);
    inputs.forEach((input, place) => {
      const label = input.nextElementSibling;
      if (label?.matches("label")) label.hidden = place !== shown;
    });
    const header = getComputedStyle(document.querySelector(".md-header"));
    scheme.content = header.colorScheme;
    ground.content = header.backgroundColor;
  }

  const chosen = () => window.__md_get("__palette")?.index;
  const start = () => show(Number.isInteger(chosen()) ? chosen() : bySystem());
  start();
  light.addEventListener("change", start);
  form.addEventListener("change", (event) => {
    document.body.setAttribute("data-md-color-switching", ""); // no colour fades into another meanwhile
    show(inputs.indexOf(event.target));
    window.__md_set("__palette", { index: shown, color: of(inputs[shown]) });
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = inputs[(shown + 1) % inputs.length];
    next.click();
    next.focus();
  });
}

/* The tab of a set of tabs that the address names, or that was chosen on another page. */
function content() {
  const names = "linked" in script.dataset ? window.__md_get("__tabs") : null;
  if (Array.isArray(names))
    document.querySelectorAll(".tabbed-set .tabbed-labels").forEach((labels) => {
      const label = Array.from(labels.querySelectorAll("label")).filter(
        (each) => names.indexOf(each.textContent.trim()) >= 0,
      )[0];
      if (label) document.getElementById(label.htmlFor).checked = true;
    });
  const target = document.getElementById(location.hash.slice(1));
  if (target?.name?.startsWith("__tabbed_")) target.checked = true;
}

({ faces: faces, base: base, palette: palette, content: content })[script.dataset.part]();
