/* made by the survey site generator: the map of the works can be magnified, moved and filtered, and what it shows goes into the basket or the
   explorer. The drawing is the page's own, and whole without this script. */
import { element } from "../element.js";
import { gettext, ngettext, numeral, works } from "../language.js";
import { fold } from "../text.js";
import { isInside, nearest, panned, passes, shownAt, WHOLE, zoomed } from "./view.js";

const { survey } = window;
const STEP = 1.6; // times that a press of a button or a key magnifies
const WAY = 60; // pixels that a key moves the map
const WHEEL = 400; // pixels of a wheel's turn that magnify e times
const REACH = 24; // pixels from a finger to the mark that it means
const STILL = 6; // pixels that a pointer may move before it drags
const LINE = 15; // pixels between the lines of a label
const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const number = (node, name) => Number.parseFloat(node.getAttribute(name));

class WorksMap {
  constructor(figure) {
    this.figure = figure;
    this.frame = figure.closest(".figure-frame");
    this.tools = document.querySelector(".map-tools");
    this.view = WHOLE;
    this.pointers = new Map();
    this.marks = Array.from(figure.querySelectorAll(".marks a.mark"), (node) => {
      const sign = node.querySelector("use");
      return {
        node,
        sign,
        x: number(sign, "x"),
        y: number(sign, "y"),
        label: node.dataset.tip,
        text: fold(node.dataset.tip),
        key: node.dataset.key,
        year: Number(node.dataset.year) || 0,
        theme: node.closest("[data-theme]").dataset.theme,
        isWanted: true,
      };
    });
    this.grounds = Array.from(figure.querySelectorAll(".grounds circle"), (node) => ({
      node,
      x: number(node, "cx"),
      y: number(node, "cy"),
    }));
    this.labels = Array.from(figure.querySelectorAll(".labels a"), (node) => {
      const lines = Array.from(node.querySelectorAll("text"));
      return { node, lines, x: number(lines[0], "x"), y: number(lines[0], "y") };
    });
    this.legends = Array.from(figure.querySelectorAll(".legend"));
    figure.tabIndex = -1;
    this.height = Math.max(...this.marks.map((mark) => mark.y)) + 12;
    this.controls();
    this.listen();
    this.filter();
  }

  get size() {
    return { width: this.figure.getBoundingClientRect().width, height: this.height };
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
    this.card = element("div", { class: "map-card", hidden: "" });
    this.frame.append(this.card);
  }

  middle() {
    const { width, height } = this.size;
    return { x: width / 2, y: height / 2 };
  }

  listen() {
    const { figure } = this;
    figure.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    figure.addEventListener("pointerdown", (event) => this.down(event));
    figure.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) figure.addEventListener(name, (event) => this.up(event));
    figure.addEventListener("click", (event) => this.click(event), true);
    figure.addEventListener("dragstart", (event) => event.preventDefault());
    figure.addEventListener("keydown", (event) => this.key(event), true);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.card.hidden = true;
    });
    new ResizeObserver(() => {
      if (this.view.scale > 1) this.show(panned(this.view, { x: 0, y: 0 }, this.size));
    }).observe(figure);
  }

  /** The place of an event in the frame. */
  at(event) {
    const box = this.figure.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** A wheel magnifies; where there is no less to show, it scrolls the page as ever. */
  wheel(event) {
    const pixels = event.deltaY * (event.deltaMode ? LINE : 1);
    const next = zoomed(this.view, Math.exp(-pixels / WHEEL), this.at(event), this.size);
    if (next.scale === this.view.scale && !event.ctrlKey) return;
    event.preventDefault();
    this.show(next);
  }

  down(event) {
    if (event.button || this.pointers.size > 1) return;
    this.pointers.set(event.pointerId, this.at(event));
    if (this.pointers.size === 1) this.dragged = 0;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.at(event);
    const by = { x: now.x - before.x, y: now.y - before.y };
    const [other] = Array.from(this.pointers).filter(([id]) => id !== event.pointerId);
    this.dragged += Math.hypot(by.x, by.y);
    if (other) {
      const [, fixed] = other;
      const apart = (point) => Math.max(1, Math.hypot(point.x - fixed.x, point.y - fixed.y));
      const centre = { x: (now.x + fixed.x) / 2, y: (now.y + fixed.y) / 2 };
      const view = panned(this.view, { x: by.x / 2, y: by.y / 2 }, this.size);
      this.show(zoomed(view, apart(now) / apart(before), centre, this.size));
    } else if (this.dragged > STILL && this.view.scale > 1) {
      if (!this.figure.hasPointerCapture(event.pointerId)) this.figure.setPointerCapture(event.pointerId);
      this.show(panned(this.view, by, this.size));
    }
    this.pointers.set(event.pointerId, now);
  }

  up(event) {
    this.pointers.delete(event.pointerId);
  }

  /** The end of a drag is not a click. A finger means the nearest mark, and its first touch shows what that is. */
  click(event) {
    if (this.dragged > STILL && event.detail) {
      event.preventDefault();
      this.dragged = 0;
      return;
    }
    this.dragged = 0;
    const isFinger = event.pointerType === "touch" || event.pointerType === "pen";
    if (!isFinger || event.target.closest?.(".labels")) return;
    const found = nearest(this.places, this.at(event), REACH);
    event.preventDefault();
    if (found < 0) this.card.hidden = true;
    else this.tell(this.marks[found]);
  }

  tell(mark) {
    const link = element("a", { href: mark.node.getAttribute("href") }, mark.label);
    const close = element("button", { type: "button", class: "map-close", "aria-label": gettext("Close") }, "×");
    close.addEventListener("click", () => {
      this.card.hidden = true;
    });
    this.card.replaceChildren(element("p", {}, link), survey.collecting(mark.key, mark.label), close);
    this.card.hidden = false;
    for (const one of this.marks) one.node.classList.toggle("told", one === mark);
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { "+": STEP, "=": STEP, "-": 1 / STEP }[event.key];
    const way = event.shiftKey && ARROWS[event.key];
    if (by) {
      const held = this.marks.findIndex((mark) => mark.node === document.activeElement);
      this.show(zoomed(this.view, by, this.places[held] || this.middle(), this.size));
    } else if (event.key === "0") this.show(WHOLE);
    else if (way) this.show(panned(this.view, { x: way[0] * WAY, y: way[1] * WAY }, this.size));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Hides the marks that are not asked for. The two ends of the range of years push each other. */
  filter(input) {
    if (this.from) {
      if (Number(this.from.value) > Number(this.to.value))
        if (input === this.from) this.to.value = this.from.value;
        else this.from.value = this.to.value;
      const [from, to] = [this.from.value, this.to.value];
      this.years.textContent = from === to ? from : `${from}–${to}`;
    }
    const asked = {
      words: fold(this.words.value).split(/\s+/).filter(Boolean),
      theme: this.theme.value,
      from: Number(this.from?.value || 0),
      to: Number(this.to?.value || 0),
      first: Number(this.from?.min || 0),
      last: Number(this.from?.max || 0),
    };
    for (const mark of this.marks) mark.isWanted = passes(mark, asked);
    this.card.hidden = true;
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
        this.draw();
      });
    }
    const { size } = this;
    this.places = this.marks.map((mark) => {
      const place = shownAt(view, { x: (mark.x / 100) * size.width, y: mark.y });
      return mark.isWanted && isInside(place, size) ? place : null;
    });
    this.count();
  }

  draw() {
    const { view, size } = this;
    const isWhole = view.scale === 1;
    const left = (percent) =>
      isWhole ? `${percent}%` : String(shownAt(view, { x: (percent / 100) * size.width, y: 0 }).x);
    const top = (y) => y * view.scale + view.y;
    this.figure.classList.toggle("moved", !isWhole);
    const held = this.marks.findIndex((mark) => mark.node === document.activeElement);
    if (held >= 0 && !this.places[held]) this.figure.focus({ preventScroll: true }); // the keys go on from there
    this.marks.forEach((mark, at) => {
      mark.node.style.display = this.places[at] ? "" : "none";
      if (!this.places[at]) return;
      mark.sign.setAttribute("x", left(mark.x));
      mark.sign.setAttribute("y", top(mark.y));
    });
    for (const ground of this.grounds) {
      const place = shownAt(view, { x: (ground.x / 100) * size.width, y: ground.y });
      ground.node.style.display = isInside(place, size) ? "" : "none";
      ground.node.setAttribute("cx", left(ground.x));
      ground.node.setAttribute("cy", top(ground.y));
    }
    for (const label of this.labels) {
      label.lines.forEach((line, row) => {
        line.setAttribute("x", left(label.x));
        line.setAttribute("y", top(label.y) + row * LINE);
      });
    }
    const shown = this.marks.filter((_, at) => this.places[at]);
    if (shown.length && !shown.some((mark) => mark.node.tabIndex === 0)) shown[0].node.tabIndex = 0;
    for (const label of this.labels) label.node.style.display = "";
    if (!isWhole) this.clip();
  }

  /** A label that the frame would cut is left out. */
  clip() {
    const { width, height } = this.size;
    const boxes = this.labels.map((label) => (label.node.getClientRects().length ? label.node.getBBox() : null));
    this.labels.forEach((label, at) => {
      const box = boxes[at];
      if (box && (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height))
        label.node.style.display = "none";
    });
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
