// The table that compares the works of a theme is sorted by its columns and filtered by words. Without that it is whole, in the lines of work
// that its overview tells apart.
import { element } from "../element.js";
import { works as counted, gettext, ngettext, numeral } from "../language.js";
import { fold } from "../text.js";

const WAYS = { "": 1, ascending: -1, descending: 0 }; // what a head does next: up, down, and back to the lines of work

class Comparison {
  constructor(root) {
    this.root = root;
    this.table = root.querySelector(".comparison");
    this.groups = Array.from(this.table.tBodies, (body) => ({
      body,
      works: Array.from(body.querySelectorAll(".compared"), (row) => ({ row, more: row.nextElementSibling })),
    }));
    this.works = this.groups.flatMap((group) => group.works);
    this.sorted = element("tbody", { hidden: "" });
    this.table.append(this.sorted);
    this.status = root.querySelector(".compare-status");
    this.input = root.querySelector("#compare-q");
    this.input.addEventListener("input", () => this.filter());
    Array.from(this.table.tHead.rows[0].cells).forEach((head, column) => {
      this.head(head, column);
    });
    this.filter();
  }

  head(head, column) {
    const button = element("button", {
      type: "button",
      "aria-label": gettext("Sort by %(column)s", { column: head.textContent }),
    });
    button.addEventListener("click", () => this.sort(head, column));
    head.append(button);
  }

  /** Up, down, and at the third press as it was. */
  sort(head, column) {
    const way = WAYS[head.getAttribute("aria-sort") || ""];
    for (const other of this.table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    if (way) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    this.sorted.hidden = !way;
    if (way) this.sorted.append(...this.ordered(column, way).flatMap(({ row, more }) => [row, more]));
    else for (const { body, works } of this.groups) body.append(...works.flatMap(({ row, more }) => [row, more]));
    this.filter();
  }

  /** The works by the text of a column; those without one come last in either direction. */
  ordered(column, way) {
    const texts = new Map(this.works.map((work) => [work, (work.row.cells[column].textContent || "").trim()]));
    return this.works.slice().sort((one, other) => {
      const [first, second] = [texts.get(one), texts.get(other)];
      if (!first || !second) return Number(!first) - Number(!second);
      return way * first.localeCompare(second, document.documentElement.lang || "en", { numeric: true });
    });
  }

  /** Only works that have all the words, wherever they stand in the row or in what opens below it. */
  filter() {
    const words = fold(this.input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const work of this.works) {
      if (words.length) work.text ||= fold(`${work.row.textContent} ${work.more.textContent}`);
      const isShown = words.every((word) => work.text.includes(word));
      work.row.hidden = !isShown;
      work.more.hidden = !isShown;
      shown += isShown;
    }
    for (const { body, works } of this.groups)
      body.hidden = !this.sorted.hidden || works.every((work) => work.row.hidden);
    const all = this.works.length;
    this.status.textContent = words.length
      ? ngettext("%(shown)s of %(number)s work", "%(shown)s of %(number)s works", all, { shown: numeral(shown) })
      : counted(all);
  }
}

/** Makes each table of the page one that sorts and filters. */
export function comparisons() {
  for (const root of document.querySelectorAll(".compare:not([data-on])")) {
    if (!root.querySelector(".comparison")) continue;
    root.dataset.on = "";
    new Comparison(root);
  }
}
