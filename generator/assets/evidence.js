/* made by the survey site generator: the evidence map of any two codes, a third as colours. The data are the explorer's;
   the table beneath is the map in numbers, and says all that the drawing says. */
(() => {
  "use strict";

  const { gettext, works } = window.surveyLanguage;

  const { element } = window.survey;
  const SVG = "http://www.w3.org/2000/svg";
  const CHOICES = ["rows", "columns", "colour"];
  const COLOURS = 8; // figures.css has as many; further values share the colourless one
  const LARGEST = 20; // radius of the largest bubble, in pixels
  const SMALLEST = 5;

  function drawn(name, values) {
    const node = document.createElementNS(SVG, name);
    Object.keys(values).forEach((key) => {
      node.setAttribute(key, values[key]);
    });
    return node;
  }

  /* The path of a slice of a circle around (0, 0), from one share of the whole to another. */
  function slice(radius, from, to) {
    const point = (share) =>
      [Math.sin(2 * Math.PI * share), -Math.cos(2 * Math.PI * share)]
        .map((part) => (radius * part).toFixed(2))
        .join(" ");
    return `M0 0L${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}Z`;
  }

  /* For each pair of a row's and a column's value the number of works, and of those with each value of the third. */
  function countPairs(works, rows, columns, colour) {
    const cells = new Map();
    works.forEach((work) => {
      new Set(rows(work)).forEach((row) => {
        new Set(columns(work)).forEach((column) => {
          const key = JSON.stringify([row, column]);
          const cell = cells.get(key) || { count: 0, parts: new Map() };
          cells.set(key, cell);
          cell.count++;
          if (colour)
            new Set(colour(work)).forEach((value) => {
              cell.parts.set(value, (cell.parts.get(value) || 0) + 1);
            });
        });
      });
    });
    return cells;
  }

  function Evidence(root, data) {
    this.root = root;
    this.facets = data.facets;
    this.data = data;
    this.selects = CHOICES.map((name) => root.querySelector(`#evidence-${name}`));
    this.drawing = root.querySelector(".evidence-drawing");
    this.table = root.querySelector("table");
    this.fromAddress();
    this.selects.forEach((select) => {
      select.addEventListener("change", () => {
        this.toAddress();
        this.show();
      });
    });
    window.addEventListener("hashchange", () => {
      this.fromAddress();
      this.show();
    });
    root.classList.add("evidence-on");
    this.show();
  }

  Evidence.prototype.fromAddress = function () {
    const params = new URLSearchParams(location.hash.slice(1));
    CHOICES.forEach((name, at) => {
      const value = params.get(name);
      const known = Array.from(this.selects[at].options).some((option) => option.value === value);
      if (value !== null && known) this.selects[at].value = value;
    });
  };

  Evidence.prototype.toAddress = function () {
    const params = new URLSearchParams();
    CHOICES.forEach((name, at) => {
      if (this.selects[at].value) params.append(name, this.selects[at].value);
    });
    history.replaceState(null, "", `#${params}`);
  };

  /* A chosen facet: its name in addresses, its title, its values in their order, and a function to those of a work. */
  Evidence.prototype.axis = function (at) {
    const select = this.selects[at],
      id = select.value;
    if (!id) return null;
    const option = select.selectedOptions[0],
      names = this.data.names[id],
      place = this.facets.indexOf(id) + 1; // after the key of a work
    const empty = id === "year" ? gettext("unknown") : this.root.dataset.uncoded;
    return {
      id: id,
      title: option.textContent,
      values: JSON.parse(option.dataset.values),
      of: (work) => work[place].map((number) => names[number]),
      label: (value) => value || empty,
    };
  };

  Evidence.prototype.show = function () {
    const [rows, columns, colour] = [0, 1, 2].map((at) => this.axis(at));
    const cells = countPairs(this.data.works, rows.of, columns.of, colour?.of);
    const view = {
      rows: rows,
      columns: columns,
      colour: colour,
      most: Math.max(1, ...Array.from(cells.values(), (cell) => cell.count)),
      at: (row, column) => cells.get(JSON.stringify([row, column])),
    };
    this.drawing.replaceChildren(...(colour ? [this.legend(colour)] : []), this.map(view));
    this.numbers(view);
  };

  Evidence.prototype.address = (view, row, column) => {
    const params = new URLSearchParams();
    params.append(view.rows.id, row);
    params.append(view.columns.id, column);
    return `${window.survey.page("explore")}?${params}`;
  };

  function parts(view, cell) {
    return view.colour ? view.colour.values.filter((value) => cell.parts.has(value)) : [];
  }

  function colourOf(colour, value) {
    const at = colour.values.indexOf(value);
    return at < COLOURS && value ? `s${at + 1}` : "s0";
  }

  /* `3: high 2, low 1` */
  function told(view, cell) {
    const split = parts(view, cell).map((value) => `${view.colour.label(value)} ${cell.parts.get(value)}`);
    return cell.count + (split.length ? `: ${split.join(", ")}` : "");
  }

  function heads(view) {
    const head = element("thead"),
      line = element("tr");
    line.append(element("th", "", view.rows.title));
    view.columns.values.forEach((value) => {
      line.append(element("th", "", view.columns.label(value)));
    });
    Array.from(line.cells).forEach((cell) => {
      cell.scope = "col";
    });
    head.append(line);
    return head;
  }

  function body(view, fill) {
    const lines = element("tbody");
    view.rows.values.forEach((row) => {
      const line = element("tr"),
        name = element("th", "", view.rows.label(row));
      name.scope = "row";
      line.append(name);
      view.columns.values.forEach((column) => {
        const box = element("td");
        fill(box, row, column, view.at(row, column));
        line.append(box);
      });
      lines.append(line);
    });
    return lines;
  }

  Evidence.prototype.map = function (view) {
    const frame = element("div", "evidence-scroll"),
      table = element("table", "evidence-map");
    const caption = element(
      "caption",
      "visually-hidden",
      gettext("Map of %(rows)s by %(columns)s", { rows: view.rows.title, columns: view.columns.title }),
    );
    table.append(
      caption,
      heads(view),
      body(view, (box, row, column, cell) => {
        if (!cell) {
          box.className = "gap";
          box.append(element("span", "visually-hidden", gettext("none")));
          return;
        }
        const link = element("a", "bubble");
        link.href = this.address(view, row, column);
        const name = `${view.rows.label(row)}, ${view.columns.label(column)}: ${works(cell.count)}`;
        link.setAttribute("aria-label", view.colour ? `${name} (${told(view, cell)})` : name);
        link.title = link.getAttribute("aria-label");
        link.append(this.bubble(view, cell), element("span", "", cell.count));
        box.append(link);
      }),
    );
    frame.append(table);
    return frame;
  };

  /* A circle whose area is the number of works, cut into the shares of the third code's values. */
  Evidence.prototype.bubble = (view, cell) => {
    const radius = Math.max(SMALLEST, Math.round(LARGEST * Math.sqrt(cell.count / view.most)));
    const size = 2 * radius;
    const picture = drawn("svg", {
      class: "figure",
      width: size,
      height: size,
      viewBox: `${-radius} ${-radius} ${size} ${size}`,
    });
    picture.setAttribute("aria-hidden", "true");
    const values = parts(view, cell);
    if (values.length < 2) {
      const colour = values.length ? colourOf(view.colour, values[0]) : "s1";
      picture.append(drawn("circle", { r: radius, class: colour }));
      return picture;
    }
    const whole = values.reduce((sum, value) => sum + cell.parts.get(value), 0);
    let from = 0;
    values.forEach((value) => {
      const to = from + cell.parts.get(value) / whole;
      picture.append(drawn("path", { d: slice(radius, from, to), class: colourOf(view.colour, value) }));
      from = to;
    });
    return picture;
  };

  Evidence.prototype.legend = (colour) => {
    const list = element("ul", "evidence-legend");
    list.setAttribute("aria-label", gettext("Colours: %(code)s", { code: colour.title }));
    colour.values.forEach((value) => {
      const item = element("li"),
        picture = drawn("svg", {
          class: "figure",
          width: 12,
          height: 12,
          viewBox: "-6 -6 12 12",
          "aria-hidden": "true",
        });
      picture.append(drawn("circle", { r: 6, class: colourOf(colour, value) }));
      item.append(picture, colour.label(value));
      list.append(item);
    });
    return list;
  };

  Evidence.prototype.numbers = function (view) {
    const titles = { rows: view.rows.title, columns: view.columns.title };
    const caption = view.colour
      ? gettext("%(rows)s (rows) by %(columns)s (columns), numbers of works, split by %(code)s", {
          ...titles,
          code: view.colour.title,
        })
      : gettext("%(rows)s (rows) by %(columns)s (columns), numbers of works", titles);
    this.table.replaceChildren(
      element("caption", "", caption),
      heads(view),
      body(view, (box, row, column, cell) => {
        if (!cell) {
          box.textContent = "0";
          return;
        }
        const link = element("a", "", told(view, cell));
        link.href = this.address(view, row, column);
        box.append(link);
      }),
    );
  };

  function start() {
    const root = document.querySelector(".evidence:not(.evidence-on)");
    if (root)
      window.survey.load("works.js").then(() => {
        window.survey.evidence = new Evidence(root, window.surveyWorks);
      });
  }

  start(); // survey.js loads this script where a page needs it
  window.survey.onpage(start);
})();
