/* made by the survey site generator: works that the reader collects, kept in this browser */
(function () {
  "use strict";

  var STORE = "survey-basket:" + window.survey.base.pathname;
  var memory = [];

  function keys() {
    try { return JSON.parse(localStorage.getItem(STORE) || "[]").filter(function (key) { return typeof key === "string"; }); }
    catch (error) { return memory; } // storage can be off or full: the basket then lasts as long as the page
  }

  function keep(list) {
    memory = list;
    try { localStorage.setItem(STORE, JSON.stringify(list)); } catch (error) { /* see above */ }
    refresh();
  }

  function has(key) { return keys().indexOf(key) >= 0; }

  function toggle(key, title) {
    var list = keys();
    if (has(key)) { keep(list.filter(function (other) { return other !== key; })); window.survey.tell("Removed from the basket"); }
    else { keep(list.concat([key])); window.survey.tell("Added to the basket"); }
  }

  function button(key, title) {
    var node = document.createElement("button");
    node.type = "button";
    node.className = "collect";
    node.dataset.collect = key;
    node.dataset.title = title;
    node.addEventListener("click", function () { toggle(key, title); });
    mark(node);
    return node;
  }

  function mark(node) {
    var inside = has(node.dataset.collect);
    node.setAttribute("aria-pressed", String(inside));
    node.setAttribute("aria-label", (inside ? "Remove from the basket: " : "Add to the basket: ") + node.dataset.title);
    node.textContent = inside ? "✓ In basket" : "+ Basket";
  }

  function decorate(root) {
    root.querySelectorAll(".card[data-key]:not([data-collects]), .paper-actions[data-key]:not([data-collects])").forEach(function (card) {
      card.dataset.collects = "";
      var title = card.dataset.title || card.querySelector("h2, h3, h4").firstChild.textContent;
      (card.querySelector(".outward") || card).append(button(card.dataset.key, title));
    });
    root.querySelectorAll("td a[data-key]:not([data-collects])").forEach(function (link) {
      link.dataset.collects = "";
      link.closest("tr").lastElementChild.append(button(link.dataset.key, link.textContent));
    });
  }

  function refresh() {
    var number = keys().length;
    document.querySelectorAll("[data-collect]").forEach(mark);
    document.querySelectorAll(".basket-count").forEach(function (node) { node.textContent = number ? String(number) : ""; });
    if (document.querySelector(".basket")) show();
  }

  function header() {
    var bar = document.querySelector(".md-header__inner");
    if (!bar || bar.querySelector(".basket-link")) return;
    var link = document.createElement("a");
    link.className = "basket-link md-header__button";
    link.href = window.survey.page("basket");
    link.innerHTML = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3h14v18l-7-4-7 4z"/></svg><span class="visually-hidden">Basket</span> <span class="basket-count"></span>';
    bar.insertBefore(link, bar.querySelector(".md-search") || bar.querySelector("[for=__search]"));
  }

  /* The basket's own page. */
  function show() {
    var root = document.querySelector(".basket");
    var shared = new URLSearchParams(location.hash.slice(1)).get("keys");
    window.survey.entries().then(function (all) {
      if (shared) {
        var given = shared.split(",").filter(function (key) { return all[key]; });
        history.replaceState(history.state, "", location.pathname + location.search);
        var list = keys();
        given.forEach(function (key) { if (list.indexOf(key) < 0) list.push(key); });
        keep(list);
        return;
      }
      draw(root, all);
    });
  }

  function draw(root, all) {
    var list = keys(), focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.act : "";
    root.replaceChildren();
    root.removeAttribute("hidden");
    var status = document.createElement("p");
    status.setAttribute("role", "status");
    status.textContent = list.length ? list.length + (list.length === 1 ? " work" : " works") + " in this browser." : "Nothing here yet. “+ Basket” beside a work puts it here.";
    root.append(status);
    if (!list.length) return;
    var actions = document.createElement("p");
    actions.className = "basket-actions";
    function act(label, task) {
      var node = document.createElement("button");
      node.type = "button"; node.className = "md-button"; node.textContent = label;
      node.addEventListener("click", task);
      actions.append(node);
    }
    act("Copy BibTeX", function () { window.survey.textOf(list, "bib").then(function (text) { window.survey.copy(text, "BibTeX"); }); });
    act("Copy references", function () { window.survey.textOf(list, "txt").then(function (text) { window.survey.copy(text, "References"); }); });
    ["bib", "ris", "csv", "txt"].forEach(function (form) { act("." + form, function () { window.survey.download(list, form, "basket"); }); });
    act("Copy link", function () { window.survey.copy(location.href.split("#")[0] + "#keys=" + list.map(encodeURIComponent).join(","), "A link to this basket"); });
    act("Empty", function () { keep([]); window.survey.tell("The basket is empty"); });
    var ordered = document.createElement("ol");
    list.forEach(function (key, index) {
      var work = all[key], item = document.createElement("li"), link = document.createElement("a");
      if (work) { link.href = window.survey.page(work.page); link.textContent = work.title; } else link.textContent = key + " (no longer in the survey)";
      var about = document.createElement("span");
      about.className = "basket-about";
      about.textContent = work ? [work.authors, work.year, work.venue].filter(Boolean).join(" · ") : "";
      var tools = document.createElement("span");
      tools.className = "basket-tools";
      [["↑", "Move up", index - 1], ["↓", "Move down", index + 1], ["×", "Remove", null]].forEach(function (tool) {
        var node = document.createElement("button");
        node.type = "button"; node.textContent = tool[0]; node.dataset.act = tool[1] + key;
        node.setAttribute("aria-label", tool[1] + ": " + (work ? work.title : key));
        node.disabled = tool[2] !== null && (tool[2] < 0 || tool[2] >= list.length);
        node.addEventListener("click", function () {
          var next = list.filter(function (other) { return other !== key; });
          if (tool[2] !== null) next.splice(tool[2], 0, key);
          keep(next);
        });
        tools.append(node);
      });
      item.append(link, about, tools);
      ordered.append(item);
    });
    root.append(actions, ordered);
    Array.prototype.forEach.call(root.querySelectorAll("[data-act]"), function (node) { if (focus && node.dataset.act === focus) node.focus(); });
  }

  window.survey.decorate = decorate;
  window.addEventListener("storage", function (event) { if (event.key === STORE) refresh(); });
  window.addEventListener("hashchange", function () { if (document.querySelector(".basket")) show(); });
  window.survey.onpage(function () { header(); decorate(document); refresh(); });
})();
