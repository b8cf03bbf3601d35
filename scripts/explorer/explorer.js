/* made by the survey site generator: the explorer filters, sorts and hands out the table of works that the page already shows.
   works.js lists, row by row, what can be filtered; a work's row is only touched when it is shown. */
import { element } from "../element.js";
import { gettext } from "../language.js";
import { columnsOf, headingOf, orderOf, sortsOf, usualColumns } from "./columns.js";
import { Facet } from "./facet.js";
import { allowed, filtered, ranks, sorted } from "./filter.js";
import { fromAddress, plain, toAddress, VIEWS } from "./state.js";
import { choices, notes, numberShown, showChips } from "./status.js";
import { STEP, Table } from "./table.js";

const { survey } = window;

/** What the explorer knows of the works: their keys, and by facet the values of each, with what these are called. */
function dataOf(root, { works, facets, names, counted }) {
  const columns = columnsOf(facets);
  return {
    keys: works.map(([key]) => key),
    works: works.map(([, ...values]) => values),
    facets,
    names: facets.map((facet) => names[facet]),
    labels: facets.map((facet) => root.querySelector(`[data-facet="${facet}"] summary`).textContent),
    counted,
    columns,
    usual: usualColumns(facets),
    sorts: sortsOf(columns),
  };
}

class Explorer {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.year = data.facets.indexOf("year");
    this.orders = new Map([["title", Array.from(data.works.keys())]]);
    this.controls();
    this.facetBoxes();
    this.table = new Table(root, data, {
      sort: (change) => this.change({ sort: change(this.state.sort) }),
      columns: (columns) => this.change({ columns }),
      more: () => this.toAddress(false),
    });
    this.read();
    window.addEventListener("hashchange", () => this.read());
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  controls() {
    this.input = this.find("#explorer-q");
    this.sort = this.find("#explorer-sort");
    this.view = this.find("#explorer-view");
    this.status = this.find(".explorer-status");
    this.note = this.find(".explorer-note");
    this.chips = this.find(".explorer-chips");
    this.reset = this.find(".explorer-reset");
    this.takes = Array.from(this.root.querySelectorAll("[data-form], .explorer-collect"));
    this.input.addEventListener("input", () => this.change({ q: this.input.value }, false));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.view.addEventListener("change", () => this.change({ view: this.view.value }));
    this.reset.addEventListener("click", () => {
      const { view, columns } = this.state;
      this.change({ ...plain(this.data.facets), view, columns });
      this.input.focus();
    });
    this.find(".explorer-share").addEventListener("click", () =>
      survey.copy(location.href, gettext("A link to this view")),
    );
    this.find(".explorer-collect").addEventListener("click", () => survey.collectAll(this.shownKeys()));
    for (const button of this.root.querySelectorAll("[data-form]"))
      button.addEventListener("click", () =>
        survey.download(this.shownKeys(), button.dataset.form, gettext("Works").toLowerCase()).catch(survey.tellFault),
      );
  }

  shownKeys() {
    return this.shown.map((work) => this.data.keys[work]);
  }

  facetBoxes() {
    const { facets, names, works } = this.data;
    this.isWide = window.matchMedia("(min-width: 60em)").matches;
    const asksNothing = names.map(() => null);
    const totals = filtered(works, this.orders.get("title"), null, asksNothing, names).counts;
    this.boxes = facets.map((facet, number) => {
      const box = this.find(`[data-facet="${facet}"]`);
      box.open = this.isWide && "open" in box.dataset;
      return new Facet(box, {
        names: names[number],
        totals: totals[number],
        isYear: number === this.year,
        unknown: facet.startsWith("code-") ? gettext("not coded") : gettext("unknown"),
        changed: (values) =>
          this.change({ chosen: this.state.chosen.map((old, at) => (at === number ? values : old)) }),
        opened: () => this.counts && this.showFacets(),
        ranged: (range) => this.change({ range }),
      });
    });
  }

  /** Takes the view from the address; what this survey has not is left out and told. */
  read() {
    const { state, unknown } = fromAddress(location.hash.slice(1) || location.search, this.data);
    this.state = state;
    this.unknown = unknown;
    this.table.limit = Number.isInteger(history.state?.limit) ? history.state.limit : STEP;
    state.chosen.forEach((chosen, facet) => {
      if (chosen.length && this.isWide) this.boxes[facet].box.open = true;
    });
    return this.update();
  }

  /** A choice is a step that "back" undoes, a letter is not. */
  change(part, isStep = true) {
    this.state = { ...this.state, ...part };
    this.unknown = [];
    if (!("view" in part || "columns" in part) || "q" in part) this.table.limit = STEP;
    this.toAddress(isStep);
    return this.update();
  }

  /** The hash is all that the address of a file can change; how many rows were shown goes with it, so that who comes
   *  back from a work finds the row that it was opened from. */
  toAddress(isStep) {
    const address = toAddress(this.state, this.data);
    const text = `#${address || (location.search ? "q=" : "")}`;
    try {
      history[isStep ? "pushState" : "replaceState"]({ limit: this.table.limit }, "", text);
    } catch (_error) {
      /* a browser lets an address change so often and be so long: the view goes on without */
    }
  }

  /** Asks the search where there are words; the view is drawn when it has answered, unless something newer was asked. */
  async update() {
    const { state } = this;
    this.turn = (this.turn || 0) + 1;
    const { turn } = this;
    this.showControls();
    const words = state.q.trim();
    if (words && words !== this.asked) {
      let answer;
      try {
        answer = await survey.search("works", state.q);
      } catch (_error) {
        answer = null;
      }
      if (turn !== this.turn) return;
      this.asked = answer ? words : null;
      this.answer = answer || {
        works: this.orders.get("title"),
        corrected: [],
        missing: [],
        loosened: false,
        failed: true,
      };
    } else if (!words) {
      this.asked = "";
      this.answer = null;
    }
    this.draw();
  }

  draw() {
    const { state, answer } = this;
    const { keys, names, works } = this.data;
    const found = answer && new Uint8Array(works.length);
    if (answer) for (const work of answer.works) found[work] = 1;
    const picked = state.keys && new Set(state.keys);
    const inList = (work) => picked.has(keys[work]);
    const order = state.sort || !answer ? this.ordered(state.sort || "title") : answer.works;
    const passes = allowed(names, state, this.year);
    const { shown, counts } = filtered(works, picked ? order.filter(inList) : order, found, passes, names);
    this.shown = shown;
    this.counts = counts;
    this.showStatus();
    this.showFacets();
    this.table.show(state, shown);
    for (const button of this.takes) button.disabled = !shown.length;
    this.root.classList.add("explorer-on");
    this.root.dataset.shown = state.q;
  }

  ordered(sort) {
    const { facets, names, works } = this.data;
    if (!this.orders.has(sort)) {
      const { column, isDown } = orderOf(sort);
      const facet = facets.indexOf(column);
      const order =
        column === "title"
          ? Array.from(works.keys()).reverse()
          : sorted(works, facet, ranks(names[facet], column === "author"), isDown ? -1 : 1);
      this.orders.set(sort, order);
    }
    return this.orders.get(sort);
  }

  showControls() {
    const { q, view, sort: chosen } = this.state;
    const sort = chosen || (q.trim() ? "" : "title");
    if (this.input.value !== q) this.input.value = q;
    this.sort.querySelector("[value='']").hidden = !q.trim();
    this.sort.value = sort;
    if (this.sort.selectedIndex < 0) {
      this.sort.append(element("option", { value: sort }, this.sortLabel(sort)));
      this.sort.value = sort;
    }
    this.view.value = VIEWS.includes(view) ? view : "rows";
    this.table.showOrder(sort);
  }

  /** What an order is called that the list of orders does not have by itself. */
  sortLabel(sort) {
    const { columns, facets, labels } = this.data;
    const column = sort.replace(/^-/, "");
    const label = columns.includes(column) ? headingOf(column, facets, labels) : gettext("Title");
    return sort.startsWith("-") ? gettext("%(label)s, backwards", { label }) : label;
  }

  showStatus() {
    this.status.textContent = numberShown(this.shown.length, this.data.works.length);
    this.note.textContent = notes(this.answer, this.unknown);
    this.note.hidden = !this.note.textContent;
    const nameOf = (facet, value) => this.boxes[facet].name(value);
    const found = choices(this.state, this.data.labels, nameOf);
    showChips(this.chips, found, (part) => this.change(part), this.input);
    this.reset.hidden = !(this.state.q || found.length);
  }

  showFacets() {
    this.boxes.forEach((box, facet) => {
      box.showRange(this.state.range);
      box.show(this.counts[facet], this.state.chosen[facet]);
    });
  }
}

function start() {
  const root = document.querySelector(".explorer:not([data-on])");
  if (!root?.querySelector("tbody")) return;
  root.dataset.on = "";
  survey.load("works.js").then(
    () => {
      survey.explorer = new Explorer(root, dataOf(root, window.surveyWorks));
    },
    () => {
      root.querySelector(".explorer-status").textContent = gettext(
        "What the works are filtered by could not be loaded: here is the whole list",
      );
      root.classList.add("explorer-failed");
    },
  );
}

survey.onpage(start);
if (document.readyState !== "loading") start();
