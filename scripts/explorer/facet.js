// A facet beside the table: its values with their counts, a box to find among many, and years from one to another.
import { element } from "../element.js";
import { gettext, ngettext, numeral } from "../language.js";
import { fold } from "../text.js";

const SHOWN_VALUES = 8; // before "All …" is asked for
const MOST = 400; // values drawn at once

export class Facet {
  /** `names` are its values, `totals` how many works have each, `changed(values)` is called with what was chosen. */
  constructor(box, { names, totals, isYear, unknown, changed, opened, ranged }) {
    this.box = box;
    this.names = names;
    this.unknown = unknown;
    this.changed = changed;
    this.chosen = [];
    this.nodes = new Map();
    this.isMore = false;
    this.sought = "";
    this.order = Array.from(names.keys()).filter((value) => totals[value]);
    this.order.sort((one, other) =>
      isYear
        ? names[one] < names[other]
          ? 1
          : -1
        : totals[other] - totals[one] || (names[one] < names[other] ? -1 : 1),
    );
    this.list = box.querySelector(".facet-values");
    box.addEventListener("toggle", opened);
    if (isYear) this.list.before(this.years(ranged));
    if (this.order.length > SHOWN_VALUES && !isYear) this.list.before(this.finder());
    this.more = element("button", { type: "button", class: "facet-more" });
    this.more.addEventListener("click", () => {
      this.isMore = !this.isMore;
      this.show(this.counts, this.chosen);
      this.more.focus();
    });
  }

  label() {
    return this.box.querySelector("summary").textContent;
  }

  finder() {
    const input = element("input", {
      type: "search",
      class: "facet-find",
      placeholder: gettext("Find"),
      autocomplete: "off",
    });
    input.setAttribute("aria-label", gettext("Find in %(facet)s", { facet: this.label() }));
    input.addEventListener("input", () => {
      this.sought = fold(input.value.trim());
      this.show(this.counts, this.chosen);
    });
    return input;
  }

  years(ranged) {
    const known = this.order.map((value) => Number(this.names[value])).filter(Boolean);
    const field = (name) => {
      const input = element("input", { type: "number", inputmode: "numeric", placeholder: name });
      input.min = Math.min(...known);
      input.max = Math.max(...known);
      input.setAttribute("aria-label", gettext("Year, %(end)s", { end: name }));
      input.addEventListener("change", () =>
        ranged({ from: Number(this.from.value) || 0, to: Number(this.to.value) || 0 }),
      );
      return input;
    };
    this.from = field(gettext("from"));
    this.to = field(gettext("to"));
    return element("p", { class: "facet-range" }, this.from, "–", this.to);
  }

  showRange({ from, to }) {
    if (!this.from) return;
    if (document.activeElement !== this.from) this.from.value = from || "";
    if (document.activeElement !== this.to) this.to.value = to || "";
  }

  /** Draws the counts; values that no work of the view has stay, with their zero. */
  show(counts, chosen) {
    this.counts = counts;
    this.chosen = chosen;
    this.box.classList.toggle("facet-active", chosen.length > 0 || Boolean(this.from?.value || this.to?.value));
    if (!this.box.open) return;
    const fitting = this.sought
      ? this.order.filter((value) => fold(this.name(value)).includes(this.sought))
      : this.order;
    const shown = fitting.slice(0, this.isMore || this.sought ? MOST : SHOWN_VALUES);
    for (const value of chosen)
      if (!shown.includes(value) && (!this.sought || fitting.includes(value))) shown.push(value);
    const nodes = shown.map((value) => this.draw(value));
    if (fitting.length > SHOWN_VALUES && !this.sought) {
      this.more.setAttribute("aria-expanded", String(this.isMore));
      this.more.textContent = this.isMore
        ? gettext("Fewer")
        : ngettext("All %(number)s", "All %(number)s", fitting.length);
      nodes.push(this.more);
    }
    if (this.sought && !nodes.length)
      nodes.push(element("p", { class: "facet-none" }, gettext("Nothing of that name")));
    const drawn = `${shown.join()} ${nodes.length}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.replaceChildren(...nodes);
    if (focused && this.list.contains(focused)) focused.focus();
  }

  name(value) {
    return this.names[value] || this.unknown;
  }

  draw(value) {
    const node = this.nodes.get(value) || this.value(value);
    node.firstChild.checked = this.chosen.includes(value);
    node.lastChild.lastChild.textContent = numeral(this.counts[value]);
    node.classList.toggle("facet-zero", !this.counts[value]);
    return node;
  }

  value(value) {
    const id = `${this.box.dataset.facet}-${value}`;
    const box = element("input", { type: "checkbox", id: `facet-${id}` });
    const label = element(
      "label",
      { for: box.id },
      element("span", {}, this.name(value)),
      element("span", { class: "facet-count" }),
    );
    box.addEventListener("change", () => {
      const others = this.chosen.filter((other) => other !== value);
      this.changed(box.checked ? [...others, value] : others);
    });
    const node = element("p", {}, box, label);
    this.nodes.set(value, node);
    return node;
  }
}
