// What a mark or a citation stands for, on hover and on focus. The same words are in its accessible name.
import { element } from "../element.js";
import { gettext } from "../language.js";
import { enrich } from "./loading.js";

const EDGE = 8; // pixels between the tip, what it is about, and the edges of the window
const TOP = 60; // pixels that the header covers
const TIPPED = "[data-tip], a.cite[title], a.cite[data-title]";
const TO_WORK = /\/papers\/|\/(?:index\.html)?#/; // in the whole address: from one work's page to another's, `href` has no folder

/** Where a tip of that width and height stands: centred above what it is about, below where it would reach under the header. */
export function placeOf(box, { width, height }, room) {
  const left = Math.min(box.left + box.width / 2 - width / 2, room - width - EDGE);
  const top = box.top - height - EDGE;
  return { left: Math.max(EDGE, left), top: top < TOP ? box.bottom + EDGE : top };
}

function wordsOf(node, hasKeyboard) {
  const words = node.dataset.tip || node.dataset.title;
  const isOneOfMany = hasKeyboard && node.closest("[data-roving]");
  return isOneOfMany ? words + gettext(" (arrow and page keys: other marks)") : words;
}

function show(tip, event) {
  const node = event.target.closest?.(TIPPED);
  tip.hidden = !node;
  if (!node) return;
  if (node.title) {
    node.dataset.title = node.title; // else the browser would show its own tip too
    node.removeAttribute("title");
  }
  tip.textContent = wordsOf(node, event.type === "focusin");
  const room = document.documentElement.clientWidth;
  const { left, top } = placeOf(node.getBoundingClientRect(), tip.getBoundingClientRect(), room);
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}

/** One tip for all pages; the cards of works come with the first link to one. */
export function tips() {
  const tip = element("div", { id: "survey-tip", hidden: "", "aria-hidden": "true" });
  const hide = () => {
    tip.hidden = true;
  };
  document.body.append(tip);
  for (const name of ["mouseover", "focusin"])
    document.addEventListener(name, (event) => {
      show(tip, event);
      const link = event.target.closest?.("main a[href]");
      if (link && link.pathname !== location.pathname && TO_WORK.test(link.href)) enrich("preview.js");
    });
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
