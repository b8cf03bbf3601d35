/* made by the survey site generator: the explorer filters the table of works that the page already shows */
(function () {
  "use strict";

  var FACETS = [
    ["section", "Section"], ["theme", "Theme"], ["year", "Year"], ["venue", "Venue"], ["author", "Author"],
    ["has", "Has"], ["state", "State"], ["source", "Source"],
  ];
  var SORTS = { title: "Title", author: "First author", year: "Newest", first: "Oldest", venue: "Venue" };
  var STEP = 60; // rows shown at first and added by "show more": what a screen needs, so that a keystroke stays cheap
  var SHOWN_VALUES = 8;

  function element(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") node.textContent = attributes[key];
      else if (key.startsWith("on")) node.addEventListener(key.slice(2), attributes[key]);
      else if (attributes[key] === true) node.setAttribute(key, "");
      else if (attributes[key] !== false && attributes[key] != null) node.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (child) { if (child) node.append(child); });
    return node;
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* One work per table row; the row itself holds what can be filtered. */
  function read(row, index) {
    var link = row.querySelector("a[data-key]");
    var data = link.dataset;
    var cells = row.cells;
    var split = function (text) { return text ? text.split("\u001f") : []; };
    return {
      row: row, index: index, key: data.key, title: cells[0].textContent.trim(), url: link.href,
      year: Number(cells[2].textContent) || 0, venue: cells[3].textContent.trim(), gist: data.gist || "",
      text: fold([row.textContent, data.key, data.ids, data.authors].join(" ")),
      facets: {
        section: split(data.section), theme: split(data.themes), year: [cells[2].textContent.trim()], venue: split(data.venue),
        author: split(data.authors), has: split(data.has), state: split(data.state), source: split(data.source),
      },
    };
  }

  function Explorer(root) {
    this.root = root;
    this.table = root.querySelector("table");
    this.body = this.table.tBodies[0];
    this.works = Array.prototype.map.call(this.body.rows, read);
    this.state = { q: "", sort: "title", view: "rows", chosen: {} };
    this.limit = STEP;
    this.open = {};
    this.build();
    this.fromAddress();
    var self = this;
    this.onhash = function () { self.fromAddress(); };
    window.addEventListener("hashchange", this.onhash);
  }

  Explorer.prototype.build = function () {
    var self = this;
    this.input = element("input", {
      type: "search", id: "explorer-q", autocomplete: "off", spellcheck: "false", placeholder: "Title, author, venue, identifier, key …",
      oninput: function () { self.state.q = self.input.value; self.limit = STEP; self.update(true); },
    });
    this.sort = element("select", { id: "explorer-sort", onchange: function () { self.state.sort = self.sort.value; self.update(true); } },
      Object.keys(SORTS).map(function (key) { return element("option", { value: key, text: SORTS[key] }); }));
    this.view = element("select", { id: "explorer-view", onchange: function () { self.state.view = self.view.value; self.update(true); } },
      [element("option", { value: "rows", text: "Rows" }), element("option", { value: "cards", text: "Cards" })]);
    this.status = element("p", { role: "status", class: "explorer-status" });
    this.reset = element("button", { type: "button", class: "explorer-reset", text: "Clear all", onclick: function () {
      self.state = { q: "", sort: self.state.sort, view: self.state.view, chosen: {} };
      self.limit = STEP; self.update(true); self.input.focus();
    } });
    this.facets = element("div", { class: "explorer-facets" });
    this.boxes = {};
    FACETS.forEach(function (facet) {
      var list = element("div", { class: "facet-values" });
      var box = element("details", { class: "facet", ontoggle: function () { self.update(false); } },
        [element("summary", { text: facet[1] }), element("fieldset", {}, [element("legend", { class: "visually-hidden", text: facet[1] }), list])]);
      self.boxes[facet[0]] = { box: box, list: list, more: false };
      self.facets.append(box);
    });
    this.boxes.section.box.open = window.matchMedia("(min-width: 60em)").matches;
    this.more = element("button", { type: "button", class: "md-button explorer-more", text: "Show more", onclick: function () {
      var before = self.limit;
      self.limit += 4 * STEP; self.update(false);
      var row = self.body.rows[before];
      if (row) row.querySelector("a").focus();
    } });
    var downloads = element("p", { class: "explorer-downloads" }, [element("span", { text: "Download these: " })].concat(["bib", "ris", "csv"].map(function (form) {
      return element("button", { type: "button", text: "." + form, onclick: function () {
        window.survey.download(self.found.map(function (work) { return work.key; }), form, "works");
      } });
    })));
    var bar = element("div", { class: "explorer-bar" }, [
      element("p", { class: "explorer-search" }, [element("label", { for: "explorer-q", text: "Search the works" }), this.input]),
      element("p", {}, [element("label", { for: "explorer-sort", text: "Sort by" }), this.sort]),
      element("p", {}, [element("label", { for: "explorer-view", text: "Show as" }), this.view]),
    ]);
    this.table.before(bar, this.facets, element("div", { class: "explorer-head" }, [this.status, this.reset]), downloads);
    var wrap = this.table.closest(".md-typeset__scrollwrap") || this.table;
    wrap.after(this.more);
    this.root.classList.add("explorer-on");
  };

  Explorer.prototype.fromAddress = function () {
    var state = { q: "", sort: "title", view: "rows", chosen: {} };
    new URLSearchParams(location.hash.slice(1)).forEach(function (value, key) {
      if (key === "q") state.q = value;
      else if (key === "sort" && SORTS[value]) state.sort = value;
      else if (key === "view" && value === "cards") state.view = value;
      else if (FACETS.some(function (facet) { return facet[0] === key; })) (state.chosen[key] = state.chosen[key] || []).push(value);
    });
    this.state = state;
    this.update(false);
  };

  Explorer.prototype.toAddress = function () {
    var params = new URLSearchParams();
    if (this.state.q) params.append("q", this.state.q);
    var chosen = this.state.chosen;
    FACETS.forEach(function (facet) { (chosen[facet[0]] || []).forEach(function (value) { params.append(facet[0], value); }); });
    if (this.state.sort !== "title") params.append("sort", this.state.sort);
    if (this.state.view !== "rows") params.append("view", this.state.view);
    /* The address of a file cannot change but for its hash, and the hash works everywhere. */
    history.replaceState(history.state, "", "#" + params.toString());
  };

  Explorer.prototype.update = function (told) {
    var self = this, state = this.state, words = fold(state.q).split(/\s+/).filter(Boolean);
    if (this.input.value !== state.q) this.input.value = state.q;
    this.sort.value = state.sort;
    this.view.value = state.view;
    var active = FACETS.map(function (facet) { return facet[0]; }).filter(function (name) { return (state.chosen[name] || []).length; });
    var counts = {};
    FACETS.forEach(function (facet) { counts[facet[0]] = new Map(); });
    this.found = [];
    this.works.forEach(function (work) {
      for (var i = 0; i < words.length; i++) if (work.text.indexOf(words[i]) < 0) return;
      var missed = null, misses = 0;
      active.forEach(function (name) {
        if (!work.facets[name].some(function (value) { return state.chosen[name].indexOf(value) >= 0; })) { misses++; missed = name; }
      });
      if (misses === 0) self.found.push(work);
      /* A facet counts what choosing another of its values would add, so its own choice does not hide a work from it. */
      if (misses < 2) FACETS.forEach(function (facet) {
        var name = facet[0];
        if (misses === 0 || missed === name) work.facets[name].forEach(function (value) { counts[name].set(value, (counts[name].get(value) || 0) + 1); });
      });
    });
    this.found.sort(this.order());
    this.status.textContent = this.found.length + (this.found.length === 1 ? " work" : " works") + (this.found.length < this.works.length ? " of " + this.works.length : "");
    this.reset.hidden = !state.q && !active.length;
    FACETS.forEach(function (facet) { self.showFacet(facet[0], counts[facet[0]]); });
    this.showRows();
    if (told) this.toAddress();
  };

  Explorer.prototype.order = function () {
    var by = {
      title: null,
      author: function (work) { return (work.facets.author[0] || "\uffff"); },
      venue: function (work) { return (work.venue || "\uffff"); },
    }[this.state.sort];
    var direction = this.state.sort === "year" ? -1 : 1;
    if (this.state.sort === "year" || this.state.sort === "first") return function (a, b) { return direction * (a.year - b.year) || a.index - b.index; };
    if (!by) return function (a, b) { return a.index - b.index; };
    return function (a, b) { var x = by(a), y = by(b); return x < y ? -1 : x > y ? 1 : a.index - b.index; };
  };

  Explorer.prototype.showFacet = function (name, counts) {
    var self = this, part = this.boxes[name], chosen = this.state.chosen[name] || [];
    part.box.classList.toggle("facet-active", chosen.length > 0);
    if (!part.box.open) { part.list.replaceChildren(); return; }
    chosen.forEach(function (value) { if (!counts.has(value)) counts.set(value, 0); });
    var values = Array.from(counts.entries()).filter(function (entry) { return entry[0]; });
    values.sort(name === "year" ? function (a, b) { return b[0] < a[0] ? -1 : 1; } : function (a, b) {
      return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
    });
    var shown = part.more ? values.slice(0, 400) : values.slice(0, SHOWN_VALUES);
    values.forEach(function (entry) { if (chosen.indexOf(entry[0]) >= 0 && shown.indexOf(entry) < 0) shown.push(entry); });
    var focused = document.activeElement && part.list.contains(document.activeElement) ? document.activeElement.value : null;
    part.list.replaceChildren.apply(part.list, shown.map(function (entry, index) {
      var id = "facet-" + name + "-" + index;
      return element("p", {}, [
        element("input", { type: "checkbox", id: id, value: entry[0], onchange: function (event) { self.choose(name, entry[0], event.target.checked); } }),
        element("label", { for: id }, [element("span", { text: entry[0] }), element("span", { class: "facet-count", text: String(entry[1]) })]),
      ]);
    }));
    Array.prototype.forEach.call(part.list.querySelectorAll("input"), function (box) {
      box.checked = chosen.indexOf(box.value) >= 0;
      if (box.value === focused) box.focus();
    });
    if (values.length > SHOWN_VALUES) part.list.append(element("button", {
      type: "button", class: "facet-more", "aria-expanded": String(part.more), text: part.more ? "Fewer" : "All " + values.length,
      onclick: function () { part.more = !part.more; self.update(false); part.list.querySelector(".facet-more").focus(); },
    }));
  };

  Explorer.prototype.choose = function (name, value, on) {
    var chosen = (this.state.chosen[name] || []).filter(function (other) { return other !== value; });
    if (on) chosen.push(value);
    this.state.chosen[name] = chosen;
    this.limit = STEP;
    this.update(true);
  };

  Explorer.prototype.showRows = function () {
    var cards = this.state.view === "cards";
    this.root.classList.toggle("explorer-cards", cards);
    var rows = this.found.slice(0, this.limit).map(function (work) {
      var gist = work.row.querySelector(".row-gist");
      if (cards && !gist && work.gist) work.row.cells[0].append(element("span", { class: "row-gist", text: work.gist }));
      if (!cards && gist) gist.remove();
      return work.row;
    });
    this.body.replaceChildren.apply(this.body, rows);
    this.more.hidden = this.found.length <= this.limit;
    this.more.textContent = "Show more of the " + (this.found.length - this.limit) + " left";
    window.survey.decorate(this.body);
  };

  window.survey.onpage(function () {
    var root = document.querySelector(".explorer:not(.explorer-on)");
    if (root && root.querySelector("table")) window.survey.explorer = new Explorer(root);
  });
})();
