// The button beside every work of a page that puts it into the basket or takes it out, and the link in the header.
import { element } from "../element.js";
import { gettext } from "../language.js";
import { keys, toggle } from "./own.js";

const SVG = "http://www.w3.org/2000/svg";
const CARDS = ".card[data-key]:not([data-collects]), .paper-actions[data-key]:not([data-collects])";
const LINKS = ":is(td, th, li) > a[data-key]:not([data-collects])";
const CHANGING = ".explorer, .compare, .listing"; // tables whose columns come and go: the button stands beside the link

/** A button for a work; `hasWords`: it says what it does, instead of by a sign only. */
export function collectButton(key, title, hasWords) {
  const node = element("button", {
    type: "button",
    class: hasWords ? "collect" : "collect small",
    "data-collect": key,
    "data-title": title,
  });
  node.addEventListener("click", () => toggle(key));
  show(node, keys());
  return node;
}

/** Shows on a button whether its work is in the basket. */
function show(node, list) {
  const { collect, title } = node.dataset;
  const isInside = list.includes(collect);
  node.setAttribute("aria-pressed", String(isInside));
  node.setAttribute(
    "aria-label",
    isInside ? gettext("In basket: %(title)s", { title }) : gettext("Basket: %(title)s", { title }),
  );
  node.title = isInside ? gettext("Remove from the basket") : gettext("Add to the basket");
  if (node.classList.contains("small")) node.textContent = isInside ? "✓" : "+";
  else node.textContent = isInside ? `✓ ${gettext("In basket")}` : `+ ${gettext("Basket")}`;
}

/** Gives every card, paper and row that names its work a button. */
export function decorate(root) {
  for (const card of root.querySelectorAll(CARDS)) {
    card.dataset.collects = "";
    const title = card.dataset.title || card.previousElementSibling.firstChild.textContent;
    (card.querySelector(".outward") || card).append(collectButton(card.dataset.key, title, true));
  }
  for (const link of root.querySelectorAll(LINKS)) {
    link.dataset.collects = "";
    const place = link.closest(CHANGING) ? null : link.closest("tr")?.lastElementChild;
    (place || link.parentElement).append(collectButton(link.dataset.key, link.textContent, false));
  }
}

export function showCollected() {
  const list = keys();
  for (const node of document.querySelectorAll("[data-collect]")) show(node, list);
  for (const node of document.querySelectorAll(".basket-count"))
    node.textContent = list.length ? String(list.length) : "";
}

function bookmark() {
  const drawing = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", "M5 3h14v18l-7-4-7 4z");
  drawing.append(shape);
  return drawing;
}

/** The link to the basket, with the number of its works. */
export function addToHeader() {
  const bar = document.querySelector(".md-header__inner");
  if (!bar || bar.querySelector(".basket-link")) return;
  const link = element(
    "a",
    { class: "basket-link md-header__button", href: window.survey.page("basket") },
    bookmark(),
    element("span", { class: "visually-hidden" }, gettext("Basket")),
    " ",
    element("span", { class: "basket-count" }),
  );
  bar.insertBefore(link, bar.querySelector(".md-header__source"));
}
