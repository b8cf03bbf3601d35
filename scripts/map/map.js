/* made by the survey site generator: the map of the works can be magnified, moved and filtered, and what it shows goes into the basket or the
   explorer. The drawing is the page's own, and whole without this script. */
import { element } from "../element.js";
import { gettext, ngettext, numeral, works } from "../language.js";
import { fold } from "../text.js";
import { Drawing } from "./drawing.js";
import { Gestures } from "./gestures.js";
import { passes, STEP, WHOLE, zoomed } from "./view.js";

const { survey } = window;

class WorksMap {
  constructor(figure) {
    this.drawing = new Drawing(figure);
    this.marks = this.drawing.marks;
    this.tools = document.querySelector(".map-tools");
    this.view = WHOLE;
    this.controls();
    this.card = element("div", { class: "map-card", hidden: "" });
    figure.closest(".figure-frame").append(this.card);
    this.gestures = new Gestures(figure, this);
    this.filter();
  }

  get size() {
    return this.drawing.size;
  }

  controls() {
    const find = (selector) => this.tools.querySelector(selector);
    this.words = find("input[type=search]");
    this.theme = find("select");
    [this.from, this.to] = this.tools.querySelectorAll("input[type=range]");
    this.years = find("output");
    this.status = find("[role=status]");
    this.take = find(".map-collect");
    this.explore = find(".map-explore");
    for (const input of [this.words, this.theme, this.from, this.to].filter(Boolean))
      input.addEventListener("input", () => this.filter(input));
    for (const button of this.tools.querySelectorAll("[data-zoom]"))
      button.addEventListener("click", () => {
        const by = { in: STEP, out: 1 / STEP }[button.dataset.zoom];
        this.show(by ? zoomed(this.view, by, this.middle(), this.size) : WHOLE);
      });
    this.take.addEventListener("click", () => survey.collectAll(this.chosen().map((mark) => mark.key)));
  }

  middle() {
    const { width, height } = this.size;
    return { x: width / 2, y: height / 2 };
  }

  /** What a key magnifies about: the mark that has the focus, or the middle. */
  centre() {
    return this.places[this.drawing.focused()] || this.middle();
  }

  /** Shows what a mark is, in a card below the map. */
  present(number) {
    const mark = this.marks[number];
    const link = element("a", { href: mark.node.getAttribute("href") }, mark.label);
    const close = element("button", { type: "button", class: "map-close", "aria-label": gettext("Close") }, "×");
    close.addEventListener("click", () => this.dismiss());
    this.card.replaceChildren(element("p", {}, link), survey.collecting(mark.key, mark.label), close);
    this.card.hidden = false;
    for (const one of this.marks) one.node.classList.toggle("presented", one === mark);
  }

  dismiss() {
    this.card.hidden = true;
  }

  /** Shows the range of years, whose two ends push each other. */
  range(input) {
    if (Number(this.from.value) > Number(this.to.value))
      if (input === this.from) this.to.value = this.from.value;
      else this.from.value = this.to.value;
    const [from, to] = [this.from.value, this.to.value];
    this.years.textContent = from === to ? from : `${from}–${to}`;
    for (const { style, value, min, max } of [this.from, this.to])
      style.setProperty("--share", (value - min) / (max - min || 1));
  }

  /** Hides the marks that are not asked for. */
  filter(input) {
    if (this.from) this.range(input);
    const asked = {
      words: fold(this.words.value).split(/\s+/).filter(Boolean),
      theme: this.theme.value,
      from: Number(this.from?.value || 0),
      to: Number(this.to?.value || 0),
      first: Number(this.from?.min || 0),
      last: Number(this.from?.max || 0),
    };
    for (const mark of this.marks) mark.isWanted = passes(mark, asked);
    this.dismiss();
    this.show(this.view);
  }

  /** The works that the filter lets through and the frame shows. */
  chosen() {
    return this.marks.filter((_, at) => this.places[at]);
  }

  show(view) {
    this.view = view;
    if (!this.isDue) {
      this.isDue = true;
      requestAnimationFrame(() => {
        this.isDue = false;
        this.drawing.draw(this.view, this.places);
      });
    }
    this.places = this.drawing.places(view);
    this.count();
  }

  /** Says how many works are shown, and hands just these to the basket and to the explorer. */
  count() {
    const chosen = this.chosen();
    const all = this.marks.length;
    this.status.textContent =
      chosen.length < all
        ? ngettext("%(shown)s of %(number)s work", "%(shown)s of %(number)s works", all, {
            shown: numeral(chosen.length),
          })
        : works(all);
    this.take.disabled = !chosen.length;
    const parameters = new URLSearchParams();
    if (chosen.length < all) parameters.append("keys", chosen.map((mark) => mark.key).join(","));
    this.explore.href = `${survey.page("explore")}#${parameters}`;
  }
}

function start() {
  const figure = document.querySelector("svg.works-map:not([data-on])");
  if (!figure || !document.querySelector(".map-tools")) return;
  figure.dataset.on = "";
  survey.map = new WorksMap(figure);
}

start(); // survey.js loads this script where a page needs it
survey.onpage(start);
