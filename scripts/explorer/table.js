// The table of works: the heads of its columns, the list of columns to choose from, and its rows as they are shown.
import { element } from "../element.js";
import { gettext, ngettext, numeral } from "../language.js";
import { COUNT, headingOf, nextSort, OWN, shortened, wayOf } from "./columns.js";

const { survey } = window;
export const STEP = 40; // rows shown at first: what a screen needs, so that a keystroke stays cheap
const MORE = 4 * STEP;

export class Table {
  /**
   * `data` is what the explorer knows of the works. The reader's wishes go to `asks`: `sort(change)`, where `change`
   * gives the order that follows the one shown, `columns(list)`, and `more()` once more rows are shown.
   */
  constructor(root, data, asks) {
    this.root = root;
    this.data = data;
    this.asks = asks;
    this.body = root.querySelector("tbody");
    this.rows = Array.from(this.body.rows);
    this.head = root.querySelector("thead tr");
    this.limit = STEP;
    this.heads();
    this.chooser(root.querySelector(".explorer-columns"));
    this.endings(root.querySelector(".explorer-results"));
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
  }

  /** The heads of the columns sort by them. */
  heads() {
    const [title, ...others] = this.head.cells;
    survey.roles(this.root.querySelector("table"), "thead, tbody, thead > tr, thead > tr > th"); // a row says its own when it is shown
    this.headOf = new Map([["title", title]]);
    Object.keys(OWN).forEach((facet, at) => {
      this.headOf.set(facet, others[at]);
    });
    for (const [column, cell] of this.headOf) this.sortBy(column, cell, cell.textContent);
  }

  sortBy(column, cell, label) {
    const button = element("button", { type: "button", class: "explorer-by" }, label);
    button.addEventListener("click", () => this.asks.sort((sort) => nextSort(column, sort)));
    cell.replaceChildren(button);
  }

  /** The list of columns to choose from. */
  chooser(menu) {
    const list = menu.querySelector("fieldset");
    const { columns, facets, labels } = this.data;
    document.addEventListener("pointerdown", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    this.choices = new Map();
    for (const column of columns) {
      const box = element("input", { type: "checkbox", id: `column-${column}` });
      box.addEventListener("change", () => this.asks.columns(columns.filter((name) => this.choices.get(name).checked)));
      this.choices.set(column, box);
      list.append(element("label", {}, box, ` ${headingOf(column, facets, labels)}`));
    }
  }

  /** What stands below the rows: a button for more of them, or words where there are none. */
  endings(results) {
    this.more = element("button", { type: "button", class: "md-button explorer-more" });
    this.more.addEventListener("click", () => {
      const before = this.limit;
      this.limit += MORE;
      this.showRows();
      this.asks.more();
      this.body.rows[before].querySelector("a").focus();
    });
    this.elsewhere = element("button", { type: "button", class: "md-button" });
    this.elsewhere.addEventListener("click", () => {
      const input = document.querySelector("[data-survey-search]");
      input.value = this.view.q;
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const words = gettext("No work matches. Fewer words or choices find more.");
    this.none = element("p", { class: "explorer-none" }, words, element("br"), this.elsewhere);
    results.append(this.more, this.none);
  }

  print(isPrinted) {
    this.isPrinted = isPrinted;
    this.showRows();
  }

  showOrder(sort) {
    for (const [column, cell] of this.headOf) {
      const way = wayOf(column, sort);
      if (way) cell.setAttribute("aria-sort", way);
      else cell.removeAttribute("aria-sort");
    }
  }

  /** Shows the works of a view: their numbers in its order. */
  show(view, works) {
    this.view = view;
    this.works = works;
    this.showRows();
  }

  showRows() {
    const limit = this.isPrinted ? Infinity : this.limit;
    const none = !this.works.length;
    const left = this.works.length - limit;
    const words = this.view.q.trim();
    this.showColumns();
    this.root.classList.toggle("explorer-cards", this.view.view === "cards");
    this.body.replaceChildren(...this.works.slice(0, limit).map((work) => this.row(work)));
    this.body.parentNode.hidden = none;
    this.none.hidden = !none;
    this.elsewhere.hidden = !words;
    this.elsewhere.textContent = gettext("Search the whole site for “%(words)s”", { words });
    this.more.hidden = left <= 0;
    this.more.textContent = ngettext(
      "Show more of the %(number)s left",
      "Show more of the %(number)s left",
      Math.max(0, left),
    );
    survey.decorate(this.body);
    if (this.view.view === "cards") survey.enrich("gists.js", () => this.gists());
  }

  /** The heads of the columns that are chosen; a facet without a column of its own gets one at the end. */
  showColumns() {
    const { columns, facets, labels, usual } = this.data;
    const chosen = this.view.columns || usual;
    for (const [column, box] of this.choices) box.checked = chosen.includes(column);
    for (const column of columns.filter((name) => !this.headOf.has(name) && chosen.includes(name))) {
      const cell = element("th", { "data-column": column, scope: "col", role: "columnheader" });
      this.sortBy(column, cell, headingOf(column, facets, labels));
      this.headOf.set(column, cell);
    }
    for (const [column, cell] of this.headOf)
      if (column in OWN) cell.hidden = !chosen.includes(column);
      else if (column !== "title") cell.remove();
    this.added = chosen.filter((column) => !(column in OWN));
    this.hiddenCells = Object.entries(OWN)
      .filter(([column]) => !chosen.includes(column))
      .map(([, cell]) => cell);
    this.head.append(...this.added.map((column) => this.headOf.get(column)));
  }

  row(work) {
    const row = this.rows[work];
    row.querySelector("a").dataset.key = this.data.keys[work];
    if (!row.hasAttribute("role")) survey.roles(row);
    for (const cell of Object.values(OWN)) row.cells[cell].hidden = this.hiddenCells.includes(cell);
    const wanted = this.added.join();
    if ((row.dataset.added || "") !== wanted) {
      row.querySelectorAll("[data-column]").forEach((cell) => {
        cell.remove();
      });
      row.append(...this.added.map((column) => this.cell(work, column)));
      row.dataset.added = wanted;
    }
    return row;
  }

  cell(work, column) {
    if (column === COUNT) return this.count(work);
    const { facets, names, works } = this.data;
    const facet = facets.indexOf(column);
    const values = works[work][facet].map((value) => names[facet][value]).filter(Boolean);
    return element("td", { "data-column": column, role: "cell" }, shortened(values));
  }

  /** The number, with who counted and when. */
  count(work) {
    const { counted, facets, labels, names, works } = this.data;
    const facet = facets.indexOf(COUNT);
    const [value] = works[work][facet];
    const cell = element("td", { "data-column": COUNT, "data-label": labels[facet], role: "cell" });
    if (value === undefined) return cell;
    const [service, day] = counted.names[counted.works[work]];
    const source = element("small", {}, `${service}, `, element("span", {}, day));
    cell.append(numeral(Number(names[facet][value])), " ", source);
    return cell;
  }

  gists() {
    for (const row of this.body.rows) {
      const { key } = row.querySelector("a").dataset;
      if (Object.hasOwn(window.surveyGists, key) && !row.querySelector(".row-gist"))
        row.cells[0].append(element("span", { class: "row-gist" }, window.surveyGists[key]));
    }
  }
}
