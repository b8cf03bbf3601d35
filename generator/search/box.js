/* made by the survey site generator: Pagefind behind Material's search box. Material keeps the dialog and its keys (arrows,
   Enter, Escape); this fills its list. Everything comes from this site. */
(function () {
  "use strict";

  var form = document.forms.namedItem("search");
  if (!form) return;
  form.setAttribute("name", "survey-search"); // without a form of the old name, Material does not load its index

  var base = new URL("../", document.currentScript.src);
  var input = form.querySelector(".md-search__input");
  var list = document.querySelector(".md-search-result__list");
  var meta = document.querySelector(".md-search-result__meta");
  var STEP = 10; // results whose text is loaded at once
  var loading, asked = 0;

  function engine() {
    return loading = loading || import(new URL("pagefind/pagefind.js", base).href).then(function (pagefind) {
      return pagefind.options({ baseUrl: base.pathname, excerptLength: 24 }).then(function () { return pagefind.init(); }).then(function () { return pagefind; });
    });
  }

  /* The results for a text, best first; each can load its own data. A query of several words need not find all of them. */
  function find(text) {
    return engine().then(function (pagefind) {
      return pagefind.search(text).then(function (found) {
        var words = text.split(/\s+/).filter(function (word) { return word.length > 2; });
        if (found.results.length || words.length < 2) return found.results;
        return pagefind.search(words.sort(function (a, b) { return b.length - a.length; })[0]).then(function (fewer) { return fewer.results; });
      });
    });
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, " ").trim();
  }

  /* Results with their data; words that stand together, in the title above all, come before words that are only there. */
  function load(results, from, text) {
    var phrase = fold(text);
    return Promise.all(results.slice(from, from + STEP).map(function (result) { return result.data(); })).then(function (loaded) {
      var near = new Map(loaded.map(function (data) {
        return [data, (fold(data.meta.title || "") === phrase ? 4 : fold(data.meta.title || "").includes(phrase) ? 2 : 0) + (fold(data.content).includes(phrase) ? 1 : 0)];
      }));
      return loaded.sort(function (a, b) { return near.get(b) - near.get(a); }); // sorting is stable: else the order stays
    });
  }

  function element(name, className, children) {
    var node = document.createElement(name);
    if (className) node.className = className;
    node.append.apply(node, children || []);
    return node;
  }

  /* An excerpt as Pagefind gives it: escaped text with the words found in <mark>. Only its text and its marks are taken over. */
  function marked(excerpt) {
    var read = new DOMParser().parseFromString(excerpt, "text/html").body; // such a document runs and loads nothing
    return element("p", "", Array.from(read.childNodes).map(function (node) {
      return node.nodeName === "MARK" ? element("mark", "", [node.textContent]) : node.textContent;
    }));
  }

  function item(data, score) {
    var icon = element("div", "md-search-result__icon md-icon");
    var article = element("article", "md-search-result__article md-typeset", [icon, element("h1", "", [data.meta.title || data.url]), marked(data.excerpt)]);
    article.dataset.mdScore = score.toFixed(2);
    var link = element("a", "md-search-result__link", [article]);
    link.href = data.url;
    link.tabIndex = -1;
    return element("li", "md-search-result__item", [link]);
  }

  function show(text) {
    var turn = ++asked;
    text = window.survey.bare(text);
    if (!text.trim()) { list.replaceChildren(); meta.textContent = "Type to start searching"; return; }
    find(text).then(function (results) {
      if (turn !== asked) return;
      meta.textContent = results.length ? results.length + (results.length === 1 ? " page found" : " pages found") : "Nothing found";
      more(results, 0, turn, text);
    }).catch(function () { meta.textContent = "The search could not be loaded"; });
  }

  function more(results, from, turn, text) {
    load(results, from, text).then(function (loaded) {
      if (turn !== asked) return;
      var items = loaded.map(function (data, index) { return item(data, results.length - from - index); });
      if (!from) list.replaceChildren();
      list.append.apply(list, items);
      if (results.length > from + STEP) {
        var button = element("button", "md-search-result__link search-more", ["Show more"]);
        button.type = "button";
        var holder = element("li", "md-search-result__more-pages", [button]);
        button.addEventListener("click", function () { holder.remove(); more(results, from + STEP, turn, text); });
        list.append(holder);
      }
      if (from && items[0]) items[0].firstChild.focus();
    });
  }

  var waiting;
  input.addEventListener("focus", engine);
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { show(input.value); }, 80);
  });
  form.addEventListener("reset", function () { setTimeout(function () { show(""); }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.addEventListener("DOMContentLoaded", function () {
    if (window.survey) {
      window.survey.search = function (text) {
        return find(text).then(function (results) { return load(results, 0, text); });
      };
    }
  });
})();
