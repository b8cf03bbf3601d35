// Mathematics: the renderer is loaded only where a page has some, and draws a formula when it is about to be seen.
import { element } from "../element.js";
import { base, enrich } from "./loading.js";

const LARGEST = 40; // of an em: no formula covers the page
const near = new IntersectionObserver(
  (entries) => draw(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target)),
  { rootMargin: "400px" },
);
let isStyled = false;

function style() {
  if (isStyled) return;
  isStyled = true;
  document.head.append(element("link", { rel: "stylesheet", href: new URL("katex/katex.min.css", base).href }));
}

function draw(spans) {
  if (!spans.length) return;
  style();
  enrich("katex/katex.min.js", () => {
    for (const span of spans) {
      near.unobserve(span);
      if ("done" in span.dataset) continue;
      span.dataset.done = "";
      render(span);
    }
  });
}

/** Draws the formula whose LaTeX stands in `span`, between \( and \) or \[ and \]. */
function render(span) {
  const text = span.textContent.trim();
  window.katex.render(text.replace(/^\\[([]|\\[)\]]$/g, ""), span, {
    displayMode: text.startsWith("\\["),
    throwOnError: false,
    trust: false,
    maxSize: LARGEST,
    strict: "ignore",
  });
}

function undrawn() {
  return [...document.querySelectorAll(".arithmatex:not([data-done])")];
}

export function drawWhenNear() {
  for (const span of undrawn()) near.observe(span);
}

export function drawAll() {
  draw(undrawn());
}
