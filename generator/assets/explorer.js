/* made by the survey site generator: the explorer filters the table of works that the page already shows.
   works.js lists, row by row, what can be filtered; a work's row itself is only touched when it is shown. */
(() => {
  "use strict";

  const { element } = window.survey;
  let FACETS = []; // in the order of works.js, which begins with section, theme, year, venue and author
  const YEAR = 2,
    VENUE = 3,
    AUTHOR = 4;
  const SORTS = { title: null, author: AUTHOR, year: YEAR, first: YEAR, venue: VENUE };
  const STEP = 40; // rows shown at first: what a screen needs, so that a keystroke stays cheap
  const SHOWN_VALUES = 8;
  const UNKNOWN = "unknown";
  const UNCODED = "not coded";

  function fold(text) {
    return (/[^ -~]/.test(text) ? text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "") : text).toLowerCase();
  }

  /* The search box of the site, opened with these words in it. */
  function searchSite(words) {
    const input = document.querySelector("[data-survey-search]");
    input.value = words;
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function Explorer(root, data) {
    FACETS = data.facets;
    this.root = root;
    this.names = FACETS.map((facet) => data.names[facet]);
    this.body = root.querySelector("tbody");
    const rows = Array.prototype.slice.call(this.body.rows);
    this.works = data.works.map((values, index) => ({
      key: values[0],
      row: rows[index],
      index: index,
      facets: values.slice(2),
      text: fold(`${rows[index].textContent} ${values[0]} ${values[1]}`),
    }));
    this.orders = { title: this.works };
    this.limit = STEP;
    this.control();
    this.fromAddress();
    root.classList.add("explorer-on");
    window.addEventListener("hashchange", () => {
      this.fromAddress();
    });
  }

  Explorer.prototype.control = function () {
    const find = this.root.querySelector.bind(this.root),
      wide = window.matchMedia("(min-width: 60em)").matches;
    this.input = find("#explorer-q");
    this.sort = find("#explorer-sort");
    this.view = find("#explorer-view");
    this.status = find(".explorer-status");
    this.reset = find(".explorer-reset");
    this.takes = this.root.querySelectorAll("[data-form]");
    this.input.addEventListener("input", () => {
      this.state.q = this.input.value;
      this.limit = STEP;
      this.update();
      this.toAddress(false);
    });
    this.sort.addEventListener("change", () => {
      this.state.sort = this.sort.value;
      this.update();
      this.toAddress(true);
    });
    this.view.addEventListener("change", () => {
      this.state.view = this.view.value;
      this.update();
      this.toAddress(true);
    });
    this.reset.addEventListener("click", () => {
      this.state.q = "";
      this.state.chosen = FACETS.map(() => []);
      this.limit = STEP;
      this.update();
      this.toAddress(true);
      this.input.focus();
    });
    this.boxes = FACETS.map((facet) => {
      const box = find(`[data-facet="${facet}"]`);
      box.open = wide && "open" in box.dataset;
      box.addEventListener("toggle", () => {
        this.update();
      });
      return { box: box, list: box.querySelector(".facet-values"), nodes: new Map(), order: "", more: false };
    });
    this.takes.forEach((button) => {
      button.addEventListener("click", () => {
        window.survey.download(
          this.found.map((work) => work.key),
          button.dataset.form,
          "works",
        );
      });
    });
    this.more = element("button", "md-button explorer-more");
    this.more.type = "button";
    this.more.addEventListener("click", () => {
      const before = this.limit;
      this.limit += 4 * STEP;
      this.update();
      this.toAddress(false);
      this.body.rows[before].querySelector("a").focus();
    });
    this.none = element("p", "", "No work matches. Fewer words or choices find more.");
    this.elsewhere = element("button", "md-button");
    this.elsewhere.type = "button";
    this.elsewhere.addEventListener("click", () => {
      searchSite(this.state.q);
    });
    this.none.append(element("br"), this.elsewhere);
    find(".explorer-results").append(this.more, this.none);
    window.addEventListener("beforeprint", () => {
      this.printed = true;
      this.showRows();
    });
    window.addEventListener("afterprint", () => {
      this.printed = false;
      this.showRows();
    });
  };

  /* The number of a facet's value; one that an address names and no work has gets a number of its own. */
  Explorer.prototype.number = function (facet, name) {
    const at = this.names[facet].indexOf(name);
    return at >= 0 ? at : this.names[facet].push(name) - 1;
  };

  Explorer.prototype.fromAddress = function () {
    const state = { q: "", sort: "title", view: "rows", chosen: FACETS.map(() => []) };
    this.state = state;
    new URLSearchParams(location.hash.slice(1) || location.search).forEach((value, key) => {
      const facet = FACETS.indexOf(key);
      if (key === "q") state.q = value;
      else if (key === "sort" && value in SORTS) state.sort = value;
      else if (key === "view" && value === "cards") state.view = value;
      else if (facet >= 0) {
        state.chosen[facet].push(this.number(facet, value));
        this.boxes[facet].box.open = true;
      }
    });
    this.limit = history.state?.limit || STEP;
    this.update();
  };

  /* Choices are steps that "back" undoes, letters are not. The hash is all that the address of a file can change; how many rows
     were shown goes with it, so that who comes back from a work finds the row that it was opened from. */
  Explorer.prototype.toAddress = function (step) {
    const params = new URLSearchParams(),
      state = this.state;
    if (state.q) params.append("q", state.q);
    state.chosen.forEach((chosen, facet) => {
      chosen.forEach((value) => {
        params.append(FACETS[facet], this.names[facet][value]);
      });
    });
    if (state.sort !== "title") params.append("sort", state.sort);
    if (state.view !== "rows") params.append("view", state.view);
    /* A view that nothing restricts still needs a hash where the address came with a query. */
    history[step ? "pushState" : "replaceState"](
      { limit: this.limit },
      "",
      `#${params.toString() || (location.search ? "q=" : "")}`,
    );
  };

  /* Works in the chosen order: sorted once for each order. What has no value comes last. */
  Explorer.prototype.ordered = function (sort) {
    const facet = SORTS[sort],
      names = this.names[facet],
      direction = sort === "year" ? -1 : 1;
    /* Authors are numbered by family name. */
    function value(work) {
      const own = work.facets[facet];
      return own.length ? (facet === AUTHOR ? own[0] + 1 : names[own[0]]) : "";
    }
    this.orders[sort] ||= this.works.slice().sort((a, b) => {
      const x = value(a);
      const y = value(b);
      if (x === y) return a.index - b.index;
      if (!x || !y) return x ? -1 : 1;
      return direction * (x < y ? -1 : 1);
    });
    return this.orders[sort];
  };

  Explorer.prototype.update = function () {
    const state = this.state,
      words = fold(window.survey.bare(state.q)).split(/\s+/).filter(Boolean);
    if (this.input.value !== state.q) this.input.value = state.q;
    this.sort.value = state.sort;
    this.view.value = state.view;
    const active = FACETS.map((_, facet) => facet).filter((facet) => state.chosen[facet].length);
    const shown = FACETS.map((_, facet) => facet).filter((facet) => this.boxes[facet].box.open);
    const counts = this.names.map((names) => new Int32Array(names.length));
    const works = this.ordered(state.sort);
    const found = [];
    this.found = found;
    function count(facet, values) {
      for (let i = 0; i < values.length; i++) counts[facet][values[i]]++;
    }
    function chosen(facet, values) {
      for (let i = 0; i < values.length; i++) if (state.chosen[facet].indexOf(values[i]) >= 0) return true;
      return false;
    }
    next: for (let w = 0; w < works.length; w++) {
      let work = works[w],
        missed = -1;
      for (let i = 0; i < words.length; i++) if (work.text.indexOf(words[i]) < 0) continue next;
      for (let i = 0; i < active.length; i++)
        if (!chosen(active[i], work.facets[active[i]])) {
          if (missed >= 0) continue next;
          missed = active[i];
        }
      /* A facet counts what choosing another of its values would give, so its own choice does not hide a work from it. */
      if (missed >= 0) count(missed, work.facets[missed]);
      else {
        found.push(work);
        for (let i = 0; i < shown.length; i++) count(shown[i], work.facets[shown[i]]);
      }
    }
    const total = this.works.length.toLocaleString("en");
    this.status.textContent =
      found.length.toLocaleString("en") +
      (found.length < this.works.length ? ` of ${total}` : "") +
      (this.works.length === 1 ? " work" : " works");
    this.reset.hidden = !state.q && !active.length;
    FACETS.forEach((_, facet) => {
      this.showFacet(facet, counts[facet]);
    });
    this.showRows();
  };

  Explorer.prototype.showFacet = function (facet, counts) {
    const part = this.boxes[facet],
      chosen = this.state.chosen[facet],
      names = this.names[facet];
    part.box.classList.toggle("facet-active", chosen.length > 0);
    if (!part.box.open) return;
    const values = [];
    counts.forEach((number, value) => {
      if (number || chosen.indexOf(value) >= 0) values.push(value);
    });
    values.sort(
      (a, b) =>
        (facet === YEAR ? 0 : counts[b] - counts[a]) || (names[a] < names[b] ? -1 : 1) * (facet === YEAR ? -1 : 1),
    );
    const shown = values.slice(0, part.more ? 400 : SHOWN_VALUES);
    chosen.forEach((value) => {
      if (shown.indexOf(value) < 0) shown.push(value);
    });
    const nodes = shown.map(function (value) {
      const node = part.nodes.get(value) || this.value(facet, value);
      node.firstChild.checked = chosen.indexOf(value) >= 0;
      node.lastChild.lastChild.textContent = counts[value].toLocaleString("en");
      return node;
    }, this);
    if (values.length > SHOWN_VALUES) {
      part.moreButton = part.moreButton || this.moreValues(part);
      part.moreButton.setAttribute("aria-expanded", String(part.more));
      part.moreButton.textContent = part.more ? "Fewer" : `All ${values.length}`;
      nodes.push(part.moreButton);
    }
    const order = shown.join() + (values.length > SHOWN_VALUES);
    if (part.order === order) return;
    part.order = order;
    const focused = part.list.contains(document.activeElement) ? document.activeElement : null;
    part.list.replaceChildren.apply(part.list, nodes);
    if (focused && part.list.contains(focused)) focused.focus();
  };

  Explorer.prototype.value = function (facet, value) {
    const id = `facet-${FACETS[facet]}-${value}`,
      node = element("p"),
      box = element("input"),
      label = element("label");
    box.type = "checkbox";
    box.id = label.htmlFor = id;
    box.addEventListener("change", () => {
      const chosen = this.state.chosen[facet].filter((other) => other !== value);
      this.state.chosen[facet] = box.checked ? chosen.concat(value) : chosen;
      this.limit = STEP;
      this.update();
      this.toAddress(true);
    });
    label.append(
      element("span", "", this.names[facet][value] || (FACETS[facet].startsWith("code-") ? UNCODED : UNKNOWN)),
      element("span", "facet-count"),
    );
    node.append(box, label);
    this.boxes[facet].nodes.set(value, node);
    return node;
  };

  Explorer.prototype.moreValues = function (part) {
    const node = element("button", "facet-more");
    node.type = "button";
    node.addEventListener("click", () => {
      part.more = !part.more;
      this.update();
      node.focus();
    });
    return node;
  };

  Explorer.prototype.showRows = function () {
    const limit = this.printed ? Infinity : this.limit,
      cards = this.state.view === "cards",
      none = !this.found.length;
    this.root.classList.toggle("explorer-cards", cards);
    const rows = this.found.slice(0, limit).map((work) => {
      work.row.querySelector("a").dataset.key = work.key;
      return work.row;
    });
    this.body.replaceChildren.apply(this.body, rows);
    this.none.hidden = !none;
    this.elsewhere.hidden = !this.state.q.trim();
    this.elsewhere.textContent = `Search the whole site for “${this.state.q.trim()}”`;
    this.body.parentNode.hidden = none;
    this.takes.forEach((button) => {
      button.disabled = none;
    });
    this.more.hidden = this.found.length <= limit;
    this.more.textContent = `Show more of the ${(this.found.length - limit).toLocaleString("en")} left`;
    window.survey.decorate(this.body);
    if (cards)
      window.survey.load("gists.js").then(() => {
        this.gists();
      });
  };

  Explorer.prototype.gists = function () {
    Array.prototype.forEach.call(this.body.rows, (row) => {
      const gist = window.surveyGists[row.querySelector("a").dataset.key];
      if (gist && !row.querySelector(".row-gist")) row.cells[0].append(element("span", "row-gist", gist));
    });
  };

  window.survey.onpage(() => {
    const root = document.querySelector(".explorer:not(.explorer-on)");
    if (root?.querySelector("tbody"))
      window.survey.load("works.js").then(() => {
        window.survey.explorer = new Explorer(root, window.surveyWorks);
      });
  });
})();
