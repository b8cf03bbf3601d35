// What wheel, pointers, fingers and keys ask of the map: another view, or what a mark is.
import { LINE } from "./drawing.js";
import { nearest, panned, pinched, STEP, WHOLE, zoomed } from "./view.js";

const WAY = 60; // pixels that a key moves the map
const WHEEL = 400; // pixels of a wheel's turn that magnify e times
const REACH = 24; // pixels from a finger to the mark that it means
const STILL = 6; // pixels that a pointer may move before it drags
const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Gestures {
  /** `map` has a view, places, a size and a middle; it is told `show(view)`, `present(mark number)` and `dismiss()`. */
  constructor(figure, map) {
    this.figure = figure;
    this.map = map;
    this.pointers = new Map();
    this.dragged = 0; // pixels since the pointer went down
    figure.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    figure.addEventListener("pointerdown", (event) => this.down(event));
    figure.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"])
      figure.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    figure.addEventListener("click", (event) => this.click(event), true);
    figure.addEventListener("dragstart", (event) => event.preventDefault());
    figure.addEventListener("keydown", (event) => this.key(event), true);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") map.dismiss();
    });
    new ResizeObserver(() => {
      if (map.view.scale > 1) map.show(panned(map.view, { x: 0, y: 0 }, map.size));
    }).observe(figure);
  }

  /** The place of an event in the frame. */
  at(event) {
    const box = this.figure.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** A wheel magnifies; where there is no less to show, it scrolls the page as ever. */
  wheel(event) {
    const { view, size } = this.map;
    const pixels = event.deltaY * (event.deltaMode ? LINE : 1);
    const next = zoomed(view, Math.exp(-pixels / WHEEL), this.at(event), size);
    if (next.scale === view.scale && !event.ctrlKey) return;
    event.preventDefault();
    this.map.show(next);
  }

  down(event) {
    if (event.button || this.pointers.size > 1) return;
    this.pointers.set(event.pointerId, this.at(event));
    if (this.pointers.size === 1) this.dragged = 0;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const { view, size } = this.map;
    const now = this.at(event);
    const by = { x: now.x - before.x, y: now.y - before.y };
    const [other] = Array.from(this.pointers).filter(([id]) => id !== event.pointerId);
    this.dragged += Math.hypot(by.x, by.y);
    if (other) this.map.show(pinched(view, before, now, other[1], size));
    else if (this.dragged > STILL && view.scale > 1) {
      if (!this.figure.hasPointerCapture(event.pointerId)) this.figure.setPointerCapture(event.pointerId);
      this.map.show(panned(view, by, size));
    }
    this.pointers.set(event.pointerId, now);
  }

  /** The end of a drag is not a click. A finger means the nearest mark, and its first touch shows what that is. */
  click(event) {
    const isDragged = this.dragged > STILL && event.detail;
    this.dragged = 0;
    if (isDragged) {
      event.preventDefault();
      return;
    }
    const isFinger = event.pointerType === "touch" || event.pointerType === "pen";
    if (!isFinger || event.target.closest?.(".labels")) return;
    event.preventDefault();
    const found = nearest(this.map.places, this.at(event), REACH);
    if (found < 0) this.map.dismiss();
    else this.map.present(found);
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { map } = this;
    const by = { "+": STEP, "=": STEP, "-": 1 / STEP }[event.key];
    const way = event.shiftKey && ARROWS[event.key];
    if (by) map.show(zoomed(map.view, by, map.centre(), map.size));
    else if (event.key === "0") map.show(WHOLE);
    else if (way) map.show(panned(map.view, { x: way[0] * WAY, y: way[1] * WAY }, map.size));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
