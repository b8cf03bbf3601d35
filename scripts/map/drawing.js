// The drawing of the map: the marks, grounds and labels that the page has, and where a view puts them.
import { fold } from "../text.js";
import { isInside, shownAt } from "./view.js";

export const LINE = 15; // pixels between the lines of a label
const MARGIN = 12; // pixels below the lowest mark

const number = (node, name) => Number.parseFloat(node.getAttribute(name));

/** The marks of the works, in the page's order. */
function marksOf(figure) {
  return Array.from(figure.querySelectorAll(".marks a.mark"), (node) => {
    const sign = node.querySelector("use");
    return {
      node,
      sign,
      x: number(sign, "x"), // percent of the width
      y: number(sign, "y"), // pixels
      label: node.dataset.tip,
      text: fold(node.dataset.tip),
      key: node.dataset.key,
      year: Number(node.dataset.year) || 0,
      theme: node.closest("[data-theme]").dataset.theme,
      isWanted: true,
    };
  });
}

export class Drawing {
  constructor(figure) {
    this.figure = figure;
    this.marks = marksOf(figure);
    this.grounds = Array.from(figure.querySelectorAll(".grounds circle"), (node) => ({
      node,
      x: number(node, "cx"),
      y: number(node, "cy"),
    }));
    this.labels = Array.from(figure.querySelectorAll(".labels a"), (node) => {
      const lines = Array.from(node.querySelectorAll("text"));
      return { node, lines, x: number(lines[0], "x"), y: number(lines[0], "y") };
    });
    this.height = Math.max(...this.marks.map((mark) => mark.y)) + MARGIN;
    figure.tabIndex = -1;
  }

  get size() {
    return { width: this.figure.getBoundingClientRect().width, height: this.height };
  }

  /** Where a view shows each mark; null where the mark is not wanted or outside the frame. */
  places(view) {
    const { size } = this;
    return this.marks.map((mark) => {
      const place = shownAt(view, { x: (mark.x / 100) * size.width, y: mark.y });
      return mark.isWanted && isInside(place, size) ? place : null;
    });
  }

  /** The number of the mark that has the focus; -1 where none has. */
  focused() {
    return this.marks.findIndex((mark) => mark.node === document.activeElement);
  }

  /** Draws a view, whose places of the marks are `places`. */
  draw(view, places) {
    const { size } = this;
    const isWhole = view.scale === 1;
    const left = (percent) =>
      isWhole ? `${percent}%` : String(shownAt(view, { x: (percent / 100) * size.width, y: 0 }).x);
    const top = (y) => y * view.scale + view.y;
    this.figure.classList.toggle("moved", !isWhole);
    const held = this.focused();
    if (held >= 0 && !places[held]) this.figure.focus({ preventScroll: true }); // the keys go on from there
    this.marks.forEach((mark, at) => {
      mark.node.style.display = places[at] ? "" : "none";
      if (!places[at]) return;
      mark.sign.setAttribute("x", left(mark.x));
      mark.sign.setAttribute("y", top(mark.y));
    });
    for (const ground of this.grounds) {
      const place = shownAt(view, { x: (ground.x / 100) * size.width, y: ground.y });
      ground.node.style.display = isInside(place, size) ? "" : "none";
      ground.node.setAttribute("cx", left(ground.x));
      ground.node.setAttribute("cy", top(ground.y));
    }
    for (const label of this.labels)
      label.lines.forEach((line, row) => {
        line.setAttribute("x", left(label.x));
        line.setAttribute("y", top(label.y) + row * LINE);
      });
    const shown = this.marks.filter((_, at) => places[at]);
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
}
