/* made by the survey site generator: the explorer filters the table of works that the page already shows.
   works.js lists, row by row, what can be filtered; a work's row itself is only touched when it is shown. */
(function () {
  "use strict";

  var FACETS = ["section", "theme", "year", "venue", "author", "has", "state", "source"]; // in the order of works.js
  var YEAR = 2, VENUE = 3, AUTHOR = 4;
  var SORTS = { title: null, author: AUTHOR, year: YEAR, first: YEAR, venue: VENUE };
  var STEP = 40; // rows shown at first: what a screen needs, so that a keystroke stays cheap
  var SHOWN_VALUES = 8;
  var UNKNOWN = "unknown";

  function fold(text) {
    return (/[^\x00-\x7f]/.test(text) ? text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "") : text).toLowerCase();
  }

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text != null) node.textContent = text;
    return node;
  }

  /* The search box of the site, opened with these words in it. */
  function searchSite(words) {
    var toggle = document.getElementById("__search"), input = document.querySelector(".md-search__input");
    if (!toggle.checked) toggle.click();
    input.value = words;
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function Explorer(root, data) {
    var self = this;
    this.root = root;
    this.names = FACETS.map(function (facet) { return data.names[facet]; });
    this.body = root.querySelector("tbody");
    var rows = Array.prototype.slice.call(this.body.rows);
    this.works = data.works.map(function (values, index) {
      return { key: values[0], row: rows[index], index: index, facets: values.slice(2), text: fold(rows[index].textContent + " " + values[0] + " " + values[1]) };
    });
    this.orders = { title: this.works };
    this.limit = STEP;
    this.control();
    this.fromAddress();
    root.classList.add("explorer-on");
    window.addEventListener("hashchange", function () { self.fromAddress(); });
  }

  Explorer.prototype.control = function () {
    var self = this, find = this.root.querySelector.bind(this.root), wide = window.matchMedia("(min-width: 60em)").matches;
    this.input = find("#explorer-q");
    this.sort = find("#explorer-sort");
    this.view = find("#explorer-view");
    this.status = find(".explorer-status");
    this.reset = find(".explorer-reset");
    this.takes = this.root.querySelectorAll("[data-form]");
    this.input.addEventListener("input", function () { self.state.q = self.input.value; self.limit = STEP; self.update(); self.toAddress(false); });
    this.sort.addEventListener("change", function () { self.state.sort = self.sort.value; self.update(); self.toAddress(true); });
    this.view.addEventListener("change", function () { self.state.view = self.view.value; self.update(); self.toAddress(true); });
    this.reset.addEventListener("click", function () {
      self.state.q = "";
      self.state.chosen = FACETS.map(function () { return []; });
      self.limit = STEP; self.update(); self.toAddress(true); self.input.focus();
    });
    this.boxes = FACETS.map(function (facet) {
      var box = find('[data-facet="' + facet + '"]');
      box.open = wide && "open" in box.dataset;
      box.addEventListener("toggle", function () { self.update(); });
      return { box: box, list: box.querySelector(".facet-values"), nodes: new Map(), order: "", more: false };
    });
    this.takes.forEach(function (button) {
      button.addEventListener("click", function () {
        window.survey.download(self.found.map(function (work) { return work.key; }), button.dataset.form, "works");
      });
    });
    this.more = element("button", "md-button explorer-more");
    this.more.type = "button";
    this.more.addEventListener("click", function () {
      var before = self.limit;
      self.limit += 4 * STEP; self.update(); self.toAddress(false);
      self.body.rows[before].querySelector("a").focus();
    });
    this.none = element("p", "", "No work matches. Fewer words or choices find more.");
    this.elsewhere = element("button", "md-button");
    this.elsewhere.type = "button";
    this.elsewhere.addEventListener("click", function () { searchSite(self.state.q); });
    this.none.append(element("br"), this.elsewhere);
    find(".explorer-results").append(this.more, this.none);
    window.addEventListener("beforeprint", function () { self.printed = true; self.showRows(); });
    window.addEventListener("afterprint", function () { self.printed = false; self.showRows(); });
  };

  /* The number of a facet's value; one that an address names and no work has gets a number of its own. */
  Explorer.prototype.number = function (facet, name) {
    var at = this.names[facet].indexOf(name);
    return at >= 0 ? at : this.names[facet].push(name) - 1;
  };

  Explorer.prototype.fromAddress = function () {
    var self = this, state = this.state = { q: "", sort: "title", view: "rows", chosen: FACETS.map(function () { return []; }) };
    new URLSearchParams(location.hash.slice(1) || location.search).forEach(function (value, key) {
      var facet = FACETS.indexOf(key);
      if (key === "q") state.q = value;
      else if (key === "sort" && value in SORTS) state.sort = value;
      else if (key === "view" && value === "cards") state.view = value;
      else if (facet >= 0) { state.chosen[facet].push(self.number(facet, value)); self.boxes[facet].box.open = true; }
    });
    this.limit = (history.state && history.state.limit) || STEP;
    this.update();
  };

  /* Choices are steps that "back" undoes, letters are not. The hash is all that the address of a file can change; how many rows
     were shown goes with it, so that who comes back from a work finds the row that it was opened from. */
  Explorer.prototype.toAddress = function (step) {
    var self = this, params = new URLSearchParams(), state = this.state;
    if (state.q) params.append("q", state.q);
    state.chosen.forEach(function (chosen, facet) { chosen.forEach(function (value) { params.append(FACETS[facet], self.names[facet][value]); }); });
    if (state.sort !== "title") params.append("sort", state.sort);
    if (state.view !== "rows") params.append("view", state.view);
    /* A view that nothing restricts still needs a hash where the address came with a query. */
    history[step ? "pushState" : "replaceState"]({ limit: this.limit }, "", "#" + (params.toString() || (location.search ? "q=" : "")));
  };

  /* Works in the chosen order: sorted once for each order. What has no value comes last. */
  Explorer.prototype.ordered = function (sort) {
    var facet = SORTS[sort], names = this.names[facet], direction = sort === "year" ? -1 : 1;
    /* Authors are numbered by family name. */
    function value(work) { var own = work.facets[facet]; return own.length ? facet === AUTHOR ? own[0] + 1 : names[own[0]] : ""; }
    return this.orders[sort] = this.orders[sort] || this.works.slice().sort(function (a, b) {
      var x = value(a), y = value(b);
      if (x === y) return a.index - b.index;
      if (!x || !y) return x ? -1 : 1;
      return direction * (x < y ? -1 : 1);
    });
  };

  Explorer.prototype.update = function () {
    var self = this, state = this.state, words = fold(window.survey.bare(state.q)).split(/\s+/).filter(Boolean);
    if (this.input.value !== state.q) this.input.value = state.q;
    this.sort.value = state.sort;
    this.view.value = state.view;
    var active = FACETS.map(function (_, facet) { return facet; }).filter(function (facet) { return state.chosen[facet].length; });
    var shown = FACETS.map(function (_, facet) { return facet; }).filter(function (facet) { return self.boxes[facet].box.open; });
    var counts = this.names.map(function (names) { return new Int32Array(names.length); });
    var works = this.ordered(state.sort), found = this.found = [];
    function count(facet, values) { for (var i = 0; i < values.length; i++) counts[facet][values[i]]++; }
    function chosen(facet, values) { for (var i = 0; i < values.length; i++) if (state.chosen[facet].indexOf(values[i]) >= 0) return true; return false; }
    next: for (var w = 0; w < works.length; w++) {
      var work = works[w], missed = -1;
      for (var i = 0; i < words.length; i++) if (work.text.indexOf(words[i]) < 0) continue next;
      for (i = 0; i < active.length; i++) if (!chosen(active[i], work.facets[active[i]])) { if (missed >= 0) continue next; missed = active[i]; }
      /* A facet counts what choosing another of its values would give, so its own choice does not hide a work from it. */
      if (missed >= 0) count(missed, work.facets[missed]);
      else {
        found.push(work);
        for (i = 0; i < shown.length; i++) count(shown[i], work.facets[shown[i]]);
      }
    }
    var total = this.works.length.toLocaleString("en");
    this.status.textContent = found.length.toLocaleString("en") + (found.length < this.works.length ? " of " + total : "") + (this.works.length === 1 ? " work" : " works");
    this.reset.hidden = !state.q && !active.length;
    FACETS.forEach(function (_, facet) { self.showFacet(facet, counts[facet]); });
    this.showRows();
  };

  Explorer.prototype.showFacet = function (facet, counts) {
    var part = this.boxes[facet], chosen = this.state.chosen[facet], names = this.names[facet];
    part.box.classList.toggle("facet-active", chosen.length > 0);
    if (!part.box.open) return;
    var values = [];
    counts.forEach(function (number, value) { if (number || chosen.indexOf(value) >= 0) values.push(value); });
    values.sort(function (a, b) {
      return (facet === YEAR ? 0 : counts[b] - counts[a]) || (names[a] < names[b] ? -1 : 1) * (facet === YEAR ? -1 : 1);
    });
    var shown = values.slice(0, part.more ? 400 : SHOWN_VALUES);
    chosen.forEach(function (value) { if (shown.indexOf(value) < 0) shown.push(value); });
    var nodes = shown.map(function (value) {
      var node = part.nodes.get(value) || this.value(facet, value);
      node.firstChild.checked = chosen.indexOf(value) >= 0;
      node.lastChild.lastChild.textContent = counts[value].toLocaleString("en");
      return node;
    }, this);
    if (values.length > SHOWN_VALUES) {
      part.moreButton = part.moreButton || this.moreValues(part);
      part.moreButton.setAttribute("aria-expanded", String(part.more));
      part.moreButton.textContent = part.more ? "Fewer" : "All " + values.length;
      nodes.push(part.moreButton);
    }
    var order = shown.join() + (values.length > SHOWN_VALUES);
    if (part.order === order) return;
    part.order = order;
    var focused = part.list.contains(document.activeElement) ? document.activeElement : null;
    part.list.replaceChildren.apply(part.list, nodes);
    if (focused && part.list.contains(focused)) focused.focus();
  };

  Explorer.prototype.value = function (facet, value) {
    var self = this, id = "facet-" + FACETS[facet] + "-" + value, node = element("p"), box = element("input"), label = element("label");
    box.type = "checkbox";
    box.id = label.htmlFor = id;
    box.addEventListener("change", function () {
      var chosen = self.state.chosen[facet].filter(function (other) { return other !== value; });
      self.state.chosen[facet] = box.checked ? chosen.concat(value) : chosen;
      self.limit = STEP; self.update(); self.toAddress(true);
    });
    label.append(element("span", "", this.names[facet][value] || UNKNOWN), element("span", "facet-count"));
    node.append(box, label);
    this.boxes[facet].nodes.set(value, node);
    return node;
  };

  Explorer.prototype.moreValues = function (part) {
    var self = this, node = element("button", "facet-more");
    node.type = "button";
    node.addEventListener("click", function () { part.more = !part.more; self.update(); node.focus(); });
    return node;
  };

  Explorer.prototype.showRows = function () {
    var self = this, limit = this.printed ? Infinity : this.limit, cards = this.state.view === "cards", none = !this.found.length;
    this.root.classList.toggle("explorer-cards", cards);
    var rows = this.found.slice(0, limit).map(function (work) {
      work.row.querySelector("a").dataset.key = work.key;
      return work.row;
    });
    this.body.replaceChildren.apply(this.body, rows);
    this.none.hidden = !none;
    this.elsewhere.hidden = !this.state.q.trim();
    this.elsewhere.textContent = "Search the whole site for “" + this.state.q.trim() + "”";
    this.body.parentNode.hidden = none;
    this.takes.forEach(function (button) { button.disabled = none; });
    this.more.hidden = this.found.length <= limit;
    this.more.textContent = "Show more of the " + (this.found.length - limit).toLocaleString("en") + " left";
    window.survey.decorate(this.body);
    if (cards) window.survey.load("gists.js").then(function () { self.gists(); });
  };

  Explorer.prototype.gists = function () {
    Array.prototype.forEach.call(this.body.rows, function (row) {
      var gist = window.surveyGists[row.querySelector("a").dataset.key];
      if (gist && !row.querySelector(".row-gist")) row.cells[0].append(element("span", "row-gist", gist));
    });
  };

  window.survey.onpage(function () {
    var root = document.querySelector(".explorer:not(.explorer-on)");
    if (root && root.querySelector("tbody")) window.survey.load("works.js").then(function () { window.survey.explorer = new Explorer(root, window.surveyWorks); });
  });
})();
