/* made by the survey site generator: the explorer filters, sorts and hands out the table of works that the page already shows.
   works.js lists, row by row, what can be filtered; a work's row is only touched when it is shown. */
import { element } from "../element.js";
import { gettext, ngettext, numeral, works } from "../language.js";
import { readAs } from "../search/told.js";
import { Facet } from "./facet.js";
import { allowed, filtered, ranks, sorted } from "./filter.js";
import { fromAddress, plain, toAddress, VIEWS } from "./state.js";

const { survey } = window;
const STEP = 40; // rows shown at first: what a screen needs, so that a keystroke stays cheap
const MORE = 4 * STEP;
const OWN = { author: 1, year: 2, venue: 3, theme: 4 }; // columns that the page has, by facet: the number of their cell
const SHORT = 3; // values of a cell that a column adds
const COUNT = "citations"; // the facet that is a number: it has a column where any work has one, and no box

class Explorer {
  constructor(root, data) {
    this.root = root;
    this.body = root.querySelector("tbody");
    this.rows = Array.from(this.body.rows);
    this.keys = data.works.map(([key]) => key);
    this.works = data.works.map(([, ...facets]) => facets);
    this.facets = data.facets;
    this.names = data.facets.map((facet) => data.names[facet]);
    this.labels = data.facets.map((facet) => root.querySelector(`[data-facet="${facet}"] summary`).textContent);
    this.year = this.facets.indexOf("year");
    this.counted = data.counted;
    this.usual = this.facets.includes(COUNT) ? [...Object.keys(OWN), COUNT] : Object.keys(OWN);
    this.orders = new Map([["title", Array.from(this.works.keys())]]);
    this.columns = ["author", "year", "venue", "theme", ...this.facets.filter((facet) => !(facet in OWN))];
    this.sorts = ["title", "-title", "first", ...this.columns.flatMap((facet) => [facet, `-${facet}`])];
    this.cells = new Map();
    this.limit = STEP;
    this.controls();
    this.read();
    window.addEventListener("hashchange", () => this.read());
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
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
      this.change({ ...plain(this.facets), view, columns });
      this.input.focus();
    });
    this.find(".explorer-share").addEventListener("click", () =>
      survey.copy(location.href, gettext("A link to this view")),
    );
    this.find(".explorer-collect").addEventListener("click", () =>
      survey.collectAll(this.shown.map((work) => this.keys[work])),
    );
    for (const button of this.root.querySelectorAll("[data-form]"))
      button.addEventListener("click", () =>
        survey.download(
          this.shown.map((work) => this.keys[work]),
          button.dataset.form,
          gettext("Works").toLowerCase(),
        ),
      );
    this.facetBoxes();
    this.heads();
    this.chooser();
    this.endings();
  }

  facetBoxes() {
    this.isWide = window.matchMedia("(min-width: 60em)").matches;
    const totals = filtered(
      this.works,
      this.orders.get("title"),
      null,
      this.names.map(() => null),
      this.names,
    ).counts;
    this.totals = totals;
    this.boxes = this.facets.map((facet, number) => {
      const box = this.find(`[data-facet="${facet}"]`);
      box.open = this.isWide && "open" in box.dataset;
      return new Facet(box, {
        names: this.names[number],
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

  /** The heads of the columns sort by them. */
  heads() {
    const [title, ...others] = this.find("thead tr").cells;
    this.head = this.find("thead tr");
    survey.roles(this.find("table"), "thead, tbody, thead > tr, thead > tr > th"); // a row says its own when it is shown
    this.headOf = new Map([["title", title]]);
    ["author", "year", "venue", "theme"].forEach((facet, at) => {
      this.headOf.set(facet, others[at]);
    });
    for (const [name, cell] of this.headOf) this.sortBy(name, cell, cell.textContent);
  }

  sortBy(name, cell, label) {
    const button = element("button", { type: "button", class: "explorer-by" }, label);
    button.addEventListener("click", () => {
      const ways = { year: ["year", "first"], [COUNT]: [`-${COUNT}`, COUNT] }[name] || [name, `-${name}`];
      this.change({ sort: this.state.sort === ways[0] ? ways[1] : ways[0] });
    });
    cell.replaceChildren(button);
  }

  /** The list of columns to choose from: those of the page, and every facet. */
  chooser() {
    const menu = this.find(".explorer-columns");
    const list = menu.querySelector("fieldset");
    document.addEventListener("pointerdown", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    this.choices = new Map();
    for (const facet of this.columns) {
      const box = element("input", { type: "checkbox", id: `column-${facet}` });
      const label =
        facet === "author" ? gettext("Authors") : this.labels[this.facets.indexOf(facet)].replace(/,.*/, "");
      box.addEventListener("change", () => {
        this.change({ columns: this.columns.filter((name) => this.choices.get(name).checked) });
      });
      this.choices.set(facet, box);
      list.append(element("label", {}, box, ` ${label}`));
    }
  }

  endings() {
    this.more = element("button", { type: "button", class: "md-button explorer-more" });
    this.more.addEventListener("click", () => {
      const before = this.limit;
      this.limit += MORE;
      this.showRows();
      this.toAddress(false);
      this.body.rows[before].querySelector("a").focus();
    });
    this.elsewhere = element("button", { type: "button", class: "md-button" });
    this.elsewhere.addEventListener("click", () => {
      const input = document.querySelector("[data-survey-search]");
      input.value = this.state.q;
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const words = gettext("No work matches. Fewer words or choices find more.");
    this.none = element("p", { class: "explorer-none" }, words, element("br"), this.elsewhere);
    this.find(".explorer-results").append(this.more, this.none);
  }

  /** Takes the view from the address; what this survey has not is left out and told. */
  read() {
    const { state, unknown } = fromAddress(location.hash.slice(1) || location.search, this);
    this.state = state;
    this.unknown = unknown;
    this.limit = Number.isInteger(history.state?.limit) ? history.state.limit : STEP;
    state.chosen.forEach((chosen, facet) => {
      if (chosen.length && this.isWide) this.boxes[facet].box.open = true;
    });
    return this.update();
  }

  /** A choice is a step that "back" undoes, a letter is not. */
  change(part, isStep = true) {
    this.state = { ...this.state, ...part };
    this.unknown = [];
    if (!("view" in part || "columns" in part) || "q" in part) this.limit = STEP;
    this.toAddress(isStep);
    return this.update();
  }

  /** The hash is all that the address of a file can change; how many rows were shown goes with it, so that who comes
   *  back from a work finds the row that it was opened from. */
  toAddress(isStep) {
    const address = toAddress(this.state, this);
    const text = `#${address || (location.search ? "q=" : "")}`;
    try {
      history[isStep ? "pushState" : "replaceState"]({ limit: this.limit }, "", text);
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
    const found = answer && new Uint8Array(this.works.length);
    if (answer) for (const work of answer.works) found[work] = 1;
    const picked = state.keys && new Set(state.keys);
    const inList = (work) => picked.has(this.keys[work]);
    const order = state.sort || !answer ? this.ordered(state.sort || "title") : answer.works;
    const passes = allowed(this.names, state, this.year);
    const { shown, counts } = filtered(this.works, picked ? order.filter(inList) : order, found, passes, this.names);
    this.shown = shown;
    this.counts = counts;
    this.showStatus();
    this.showFacets();
    this.showRows();
    this.root.classList.add("explorer-on");
    this.root.dataset.shown = this.state.q;
  }

  ordered(sort) {
    if (!this.orders.has(sort)) {
      const name = sort.replace(/^-/, "");
      const facet = name === "first" ? this.year : this.facets.indexOf(name);
      const isDown = sort.startsWith("-") !== (sort === "year" || sort === "-year");
      const order =
        name === "title"
          ? Array.from(this.works.keys()).reverse()
          : sorted(this.works, facet, ranks(this.names[facet], name === "author"), isDown ? -1 : 1);
      this.orders.set(sort, order);
    }
    return this.orders.get(sort);
  }

  showControls() {
    const { state } = this;
    if (this.input.value !== state.q) this.input.value = state.q;
    const sort = state.sort || (state.q.trim() ? "" : "title");
    this.sort.querySelector("[value='']").hidden = !state.q.trim();
    this.sort.value = sort;
    if (this.sort.selectedIndex < 0) {
      const [name] = sort.replace(/^-/, "").split(" ");
      const label = this.choices.get(name)?.parentElement.textContent.trim() || gettext("Title");
      const text = sort.startsWith("-") ? gettext("%(label)s, backwards", { label }) : label;
      this.sort.append(element("option", { value: sort }, text));
      this.sort.value = sort;
    }
    this.view.value = VIEWS.includes(state.view) ? state.view : "rows";
    for (const [name, cell] of this.headOf) {
      const [up, down] = name === "year" ? ["first", "year"] : [name, `-${name}`];
      const way = sort === up ? "ascending" : sort === down ? "descending" : "";
      if (way) cell.setAttribute("aria-sort", way);
      else cell.removeAttribute("aria-sort");
    }
  }

  showStatus() {
    const { state, answer } = this;
    const all = this.works.length;
    const number = this.shown.length;
    this.status.textContent =
      number < all
        ? ngettext("%(shown)s of %(number)s work", "%(shown)s of %(number)s works", all, { shown: numeral(number) })
        : works(all);
    const notes = answer ? readAs({ ...answer, missing: answer.missing || [] }) : [];
    if (answer?.failed) notes.push(gettext("the search could not be loaded, so the words restrict nothing"));
    if (this.unknown.length)
      notes.push(
        gettext("the address asks for what this survey has not, which was left out: %(what)s", {
          what: this.unknown.join(", "),
        }),
      );
    this.note.textContent = notes.map((note) => note[0].toUpperCase() + note.slice(1)).join(". ");
    this.note.hidden = !notes.length;
    this.showChips();
    this.reset.hidden = !(state.q || this.chips.childElementCount);
  }

  /** What is chosen, each with a button that takes it back. */
  showChips() {
    const { state } = this;
    const chips = [];
    const chip = (label, words, undone) => {
      const node = element(
        "button",
        { type: "button", class: "chip" },
        words,
        element("span", { "aria-hidden": "true" }, " ×"),
      );
      node.setAttribute("aria-label", gettext("Take back %(label)s: %(words)s", { label, words }));
      node.addEventListener("click", () => {
        const at = chips.indexOf(node);
        undone();
        (this.chips.children[Math.min(at, this.chips.children.length - 1)] || this.input).focus();
      });
      chips.push(node);
    };
    if (state.keys) chip(gettext("A list"), works(state.keys.length), () => this.change({ keys: null }));
    state.chosen.forEach((chosen, facet) => {
      for (const value of chosen)
        chip(this.labels[facet], this.boxes[facet].name(value), () =>
          this.change({
            chosen: state.chosen.map((old, at) => (at === facet ? old.filter((other) => other !== value) : old)),
          }),
        );
    });
    const { from, to } = state.range;
    if (from || to)
      chip(gettext("years"), `${from || "…"}–${to || "…"}`, () => this.change({ range: { from: 0, to: 0 } }));
    this.chips.replaceChildren(...chips);
    this.chips.hidden = !chips.length;
  }

  showFacets() {
    this.boxes.forEach((box, facet) => {
      box.showRange(this.state.range);
      box.show(this.counts[facet], this.state.chosen[facet]);
    });
  }

  print(isPrinted) {
    this.isPrinted = isPrinted;
    this.showRows();
  }

  showRows() {
    const limit = this.isPrinted ? Infinity : this.limit;
    const none = !this.shown.length;
    const left = this.shown.length - limit;
    this.showColumns();
    this.root.classList.toggle("explorer-cards", this.state.view === "cards");
    this.body.replaceChildren(...this.shown.slice(0, limit).map((work) => this.row(work)));
    this.body.parentNode.hidden = none;
    this.none.hidden = !none;
    this.elsewhere.hidden = !this.state.q.trim();
    this.elsewhere.textContent = gettext("Search the whole site for “%(words)s”", { words: this.state.q.trim() });
    for (const button of this.takes) button.disabled = none;
    this.more.hidden = left <= 0;
    this.more.textContent = ngettext(
      "Show more of the %(number)s left",
      "Show more of the %(number)s left",
      Math.max(0, left),
    );
    survey.decorate(this.body);
    if (this.state.view === "cards") survey.load("gists.js").then(() => this.gists());
  }

  /** The heads of the columns that are chosen; a facet without a column of its own gets one at the end. */
  showColumns() {
    const columns = this.state.columns || this.usual;
    for (const [facet, box] of this.choices) box.checked = columns.includes(facet);
    for (const facet of this.columns.filter((name) => !this.headOf.has(name) && columns.includes(name))) {
      const cell = element("th", { "data-column": facet, scope: "col", role: "columnheader" });
      this.sortBy(facet, cell, this.labels[this.facets.indexOf(facet)].replace(/,.*/, ""));
      this.headOf.set(facet, cell);
    }
    for (const [facet, cell] of this.headOf)
      if (facet in OWN) cell.hidden = !columns.includes(facet);
      else if (facet !== "title") cell.remove();
    this.added = columns.filter((facet) => !(facet in OWN));
    this.hiddenCells = Object.entries(OWN)
      .filter(([facet]) => !columns.includes(facet))
      .map(([, cell]) => cell);
    this.head.append(...this.added.map((facet) => this.headOf.get(facet)));
  }

  row(work) {
    const row = this.rows[work];
    row.querySelector("a").dataset.key = this.keys[work];
    if (!row.hasAttribute("role")) survey.roles(row);
    for (const cell of Object.values(OWN)) row.cells[cell].hidden = this.hiddenCells.includes(cell);
    const wanted = this.added.join();
    if ((row.dataset.added || "") !== wanted) {
      row.querySelectorAll("[data-column]").forEach((cell) => {
        cell.remove();
      });
      row.append(...this.added.map((facet) => this.cell(work, facet)));
      row.dataset.added = wanted;
    }
    return row;
  }

  cell(work, facet) {
    if (facet === COUNT) return this.count(work);
    const number = this.facets.indexOf(facet);
    const values = this.works[work][number].map((value) => this.names[number][value]).filter(Boolean);
    const names = values.slice(0, SHORT).join(", ");
    const left = values.length - SHORT;
    const text =
      left > 0 ? ngettext("%(names)s and %(number)s more", "%(names)s and %(number)s more", left, { names }) : names;
    return element("td", { "data-column": facet, role: "cell" }, text);
  }

  /** The number, with who counted and when. */
  count(work) {
    const facet = this.facets.indexOf(COUNT);
    const [value] = this.works[work][facet];
    const cell = element("td", { "data-column": COUNT, "data-label": this.labels[facet], role: "cell" });
    if (value === undefined) return cell;
    const [service, day] = this.counted.names[this.counted.works[work]];
    const told = element("small", {}, `${service}, `, element("span", {}, day));
    cell.append(numeral(Number(this.names[facet][value])), " ", told);
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

function start() {
  const root = document.querySelector(".explorer:not([data-on])");
  if (!root?.querySelector("tbody")) return;
  root.dataset.on = "";
  survey.load("works.js").then(
    () => {
      survey.explorer = new Explorer(root, window.surveyWorks);
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
