/* made by the survey site generator: the evidence map of any two codes, a third as colours. The data are the explorer's;
   the table beneath is the map in numbers, and says all that the drawing says. */
import { gettext } from "../language.js";
import { cellOf, countPairs } from "./counting.js";
import { legend, map } from "./drawing.js";
import { numbers } from "./table.js";

const { survey } = window;
const CHOICES = ["rows", "columns", "colour"];

/** The works of a pair, in the explorer. */
function addressOf(rows, columns, row, column) {
  const params = new URLSearchParams();
  params.append(rows.id, row);
  params.append(columns.id, column);
  return `${survey.page("explore")}?${params}`;
}

/** What the map and the table show: three axes (there may be no colour), the cells, and how many works the fullest has. */
function viewOf(works, [rows, columns, colour]) {
  const cells = countPairs(works, rows.of, columns.of, colour?.of);
  return {
    rows,
    columns,
    colour,
    most: Math.max(1, ...Array.from(cells.values(), (cell) => cell.count)),
    at: (row, column) => cellOf(cells, row, column),
    address: (row, column) => addressOf(rows, columns, row, column),
  };
}

class Evidence {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.selects = CHOICES.map((name) => root.querySelector(`#evidence-${name}`));
    this.drawing = root.querySelector(".evidence-drawing");
    this.table = root.querySelector("table");
    this.fromAddress();
    for (const select of this.selects)
      select.addEventListener("change", () => {
        this.toAddress();
        this.show();
      });
    window.addEventListener("hashchange", () => {
      this.fromAddress();
      this.show();
    });
    root.classList.add("evidence-on");
    this.show();
  }

  fromAddress() {
    const params = new URLSearchParams(location.hash.slice(1));
    CHOICES.forEach((name, at) => {
      const value = params.get(name);
      const isKnown = Array.from(this.selects[at].options).some((option) => option.value === value);
      if (value !== null && isKnown) this.selects[at].value = value;
    });
  }

  toAddress() {
    const params = new URLSearchParams();
    CHOICES.forEach((name, at) => {
      if (this.selects[at].value) params.append(name, this.selects[at].value);
    });
    history.replaceState(null, "", `#${params}`);
  }

  /** A chosen facet: its name in addresses, its title, its values in their order, and functions to those of a work and to their labels. */
  axis(select) {
    const id = select.value;
    if (!id) return null;
    const option = select.selectedOptions[0];
    const names = this.data.names[id];
    const place = this.data.facets.indexOf(id) + 1; // after the key of a work
    const empty = id === "year" ? gettext("unknown") : this.root.dataset.uncoded;
    return {
      id,
      title: option.textContent,
      values: JSON.parse(option.dataset.values),
      of: (work) => work[place].map((number) => names[number]),
      label: (value) => value || empty,
    };
  }

  show() {
    const axes = this.selects.map((select) => this.axis(select));
    const view = viewOf(this.data.works, axes);
    this.drawing.replaceChildren(...(view.colour ? [legend(view.colour)] : []), map(view));
    this.table.replaceChildren(...numbers(view));
  }
}

function start() {
  const root = document.querySelector(".evidence:not(.evidence-on)");
  if (!root) return;
  survey.enrich("works.js", () => {
    survey.evidence = new Evidence(root, window.surveyWorks);
  });
}

start(); // survey.js loads this script where a page needs it
survey.onpage(start);
