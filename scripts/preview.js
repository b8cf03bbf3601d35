/* made by the survey site generator: what a work is, shown beside any link to it on hover and on focus: title, authors, year, gist, and a
   button for the basket, which is the next stop of the keyboard after the link. The data stand in parts, of which a page loads those that it needs. */
import { decoded } from "./address.js";
import { element } from "./element.js";
import { partOf } from "./parts.js";

const { survey } = window;
const DELAY = 250; // milliseconds that a pointer stays on a link before the card comes
const LEAVE = 300; // and that it may take on its way to the card
const EDGE = 8; // pixels between the card and the edges of the window
const ELSEWHERE = ".survey-search, .explorer, .md-nav, .md-header, .md-footer, svg, .paper-actions";

/** The name of the work's page or section that a link leads to; "" where it leads elsewhere, or to the page itself. */
function named(link) {
  if (!/\/papers\//.test(link.pathname)) return section(link);
  const path = (address) => /\/papers\/([^/]+?)(?:\/(?:index\.html)?|\.html)?$/.exec(address.pathname)?.[1] || "";
  const name = path(new URL(link.href, location.href));
  return link.origin === location.origin && name !== path(location) ? decoded(name) : "";
}

/** The anchor of a section of a theme's page; whether it is that of a work, the data tell. */
function section(link) {
  const isTheme = link.origin === location.origin && /\/themes\//.test(link.pathname);
  return isTheme && !link.closest("h1, h2, h3, h4, .turning") ? decoded(link.hash.slice(1)) : "";
}

async function about(name) {
  await survey.load("previews/head.js");
  const number = partOf(window.surveyPreviews.firsts, name);
  await survey.load(`previews/part-${number}.js`);
  const works = window.surveyPreviews.parts[number] || {};
  return Object.hasOwn(works, name) ? works[name] : null; // an anchor may be called "constructor"
}

class Card {
  constructor() {
    this.node = element("div", {
      id: "survey-card",
      role: "dialog",
      "aria-labelledby": "survey-card-title",
      hidden: "",
    });
    this.node.addEventListener("keydown", (event) => this.leaveBy(event));
    this.node.addEventListener("mouseenter", () => clearTimeout(this.leaving));
    this.node.addEventListener("mouseleave", () => this.leave());
  }

  /** Shows the card of a link, unless the reader has gone on before it was there. */
  async show(link) {
    this.link = link;
    const work = await about(named(link)).catch(() => null);
    if (!work || this.link !== link || !link.isConnected) return;
    const [key, title, authors, year, venue, gist] = work;
    const facts = [authors, year, venue].filter(Boolean).join(" · ");
    const button = survey.collecting(key, title);
    button.tabIndex = -1; // the card stands at the end of the page: the way to it is made in `enter`
    this.node.replaceChildren(
      element("p", { class: "card-title", id: "survey-card-title" }, title),
      element("p", { class: "card-facts" }, facts),
      ...(gist ? [element("p", {}, gist)] : []),
      button,
    );
    if (!this.node.isConnected) (document.querySelector("main") || document.body).append(this.node);
    this.node.hidden = false;
    link.setAttribute("aria-describedby", "survey-card");
    document.getElementById("survey-tip").hidden = true;
    this.place(link);
  }

  place(link) {
    const box = link.getClientRects()[0];
    const own = this.node.getBoundingClientRect();
    const room = document.documentElement.clientWidth - own.width - EDGE;
    const below = box.bottom + own.height + EDGE < window.innerHeight || box.top < own.height + EDGE;
    this.node.style.left = `${Math.max(EDGE, Math.min(box.left, room))}px`;
    this.node.style.top = `${below ? box.bottom + 2 : box.top - own.height - 2}px`;
  }

  /** Shows the card where its link has gone; hides it where that is out of sight. */
  follow() {
    if (this.node.hidden) return;
    const box = this.link.getClientRects()[0];
    if (box && box.bottom > 0 && box.top < window.innerHeight) this.place(this.link);
    else this.hide();
  }

  /** From a link with a card, Tab leads to the card's button. */
  enter(event) {
    const isForward = event.key === "Tab" && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isForward || this.node.hidden || document.activeElement !== this.link) return;
    event.preventDefault();
    this.node.querySelector("button").focus({ preventScroll: true });
  }

  /** From the button, Tab leads to what follows the link, and Shift and Tab back to the link. */
  leaveBy(event) {
    if (event.key !== "Tab") return;
    event.stopPropagation(); // else the link would lead here again
    if (event.shiftKey) event.preventDefault();
    this.back();
  }

  /** Gives the focus back to the link, which keeps its card. */
  back() {
    this.isBack = true;
    this.link.focus({ preventScroll: true });
    this.isBack = false;
    document.getElementById("survey-tip").hidden = true;
  }

  leave() {
    if (this.node.contains(document.activeElement)) return;
    clearTimeout(this.coming);
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hide(), LEAVE);
  }

  hide() {
    clearTimeout(this.coming);
    if (this.node.contains(document.activeElement)) this.back();
    this.link?.removeAttribute("aria-describedby");
    this.link = null;
    this.node.hidden = true;
  }
}

const card = new Card();

function linkOf(event) {
  const link = event.target.closest?.("main a[href]");
  return link && !link.closest(ELSEWHERE) && named(link) ? link : null;
}

document.addEventListener("mouseover", (event) => {
  const link = linkOf(event);
  if (!link) {
    if (!card.node.contains(event.target)) card.leave();
    return;
  }
  clearTimeout(card.leaving);
  clearTimeout(card.coming);
  card.coming = setTimeout(() => link !== card.link && card.show(link), DELAY);
});
document.addEventListener("focusin", (event) => {
  if (card.isBack) return;
  const link = linkOf(event);
  if (link) card.show(link);
  else if (!card.node.contains(event.target)) card.hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") card.hide();
  else card.enter(event);
});
document.addEventListener("scroll", () => card.follow(), { passive: true });

/* survey.js loads this script when a link to a work is first pointed at or focused: the first card is that link's. */
const first = linkOf({ target: document.querySelector("main a:hover") || document.activeElement });
if (first) card.show(first);
