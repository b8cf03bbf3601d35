/* made by the survey site generator: Pagefind behind Material's search box. Material keeps the dialog and its keys (arrows,
   Enter, Escape); this fills its list. Everything comes from this site. */
(() => {
  "use strict";

  const form = document.forms.namedItem("search");
  if (!form) return;
  form.setAttribute("name", "survey-search"); // without a form of the old name, Material does not load its index

  const base = new URL("../", document.currentScript.src);
  const input = form.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  const STEP = 10; // results whose text is loaded at once
  let loading,
    asked = 0;

  function engine() {
    loading ||= import(new URL("pagefind/pagefind.js", base).href).then((pagefind) =>
      pagefind
        .options({ baseUrl: base.pathname, excerptLength: 24 })
        .then(() => pagefind.init())
        .then(() => pagefind),
    );
    return loading;
  }

  /* The results for a text, best first; each can load its own data. A query of several words need not find all of them. */
  function find(text) {
    return engine().then((pagefind) =>
      pagefind.search(text).then((found) => {
        const words = text.split(/\s+/).filter((word) => word.length > 2);
        if (found.results.length || words.length < 2) return found.results;
        return pagefind.search(words.sort((a, b) => b.length - a.length)[0]).then((fewer) => fewer.results);
      }),
    );
  }

  function fold(text) {
    return text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, " ")
      .trim();
  }

  /* Results with their data; words that stand together, in the title above all, come before words that are only there. */
  function load(results, from, text) {
    const phrase = fold(text);
    return Promise.all(results.slice(from, from + STEP).map((result) => result.data())).then((loaded) => {
      const near = new Map(
        loaded.map((data) => [
          data,
          (fold(data.meta.title || "") === phrase ? 4 : fold(data.meta.title || "").includes(phrase) ? 2 : 0) +
            (fold(data.content).includes(phrase) ? 1 : 0),
        ]),
      );
      return loaded.sort((a, b) => near.get(b) - near.get(a)); // sorting is stable: else the order stays
    });
  }

  function element(name, className, children) {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append.apply(node, children || []);
    return node;
  }

  /* An excerpt as Pagefind gives it: escaped text with the words found in <mark>. Only its text and its marks are taken over. */
  function marked(excerpt) {
    const read = new DOMParser().parseFromString(excerpt, "text/html").body; // such a document runs and loads nothing
    return element(
      "p",
      "",
      Array.from(read.childNodes).map((node) =>
        node.nodeName === "MARK" ? element("mark", "", [node.textContent]) : node.textContent,
      ),
    );
  }

  function item(data, score) {
    const icon = element("div", "md-search-result__icon md-icon");
    const article = element("article", "md-search-result__article md-typeset", [
      icon,
      element("h1", "", [data.meta.title || data.url]),
      marked(data.excerpt),
    ]);
    article.dataset.mdScore = score.toFixed(2);
    const link = element("a", "md-search-result__link", [article]);
    link.href = data.url;
    link.tabIndex = -1;
    return element("li", "md-search-result__item", [link]);
  }

  function show(text) {
    const turn = ++asked;
    text = window.survey.bare(text);
    if (!text.trim()) {
      list.replaceChildren();
      meta.textContent = "Type to start searching";
      return;
    }
    find(text)
      .then((results) => {
        if (turn !== asked) return;
        meta.textContent = results.length
          ? results.length + (results.length === 1 ? " page found" : " pages found")
          : "Nothing found";
        more(results, 0, turn, text);
      })
      .catch(() => {
        meta.textContent = "The search could not be loaded";
      });
  }

  function more(results, from, turn, text) {
    load(results, from, text).then((loaded) => {
      if (turn !== asked) return;
      const items = loaded.map((data, index) => item(data, results.length - from - index));
      if (!from) list.replaceChildren();
      list.append.apply(list, items);
      if (results.length > from + STEP) {
        const button = element("button", "md-search-result__link search-more", ["Show more"]);
        button.type = "button";
        const holder = element("li", "md-search-result__more-pages", [button]);
        button.addEventListener("click", () => {
          holder.remove();
          more(results, from + STEP, turn, text);
        });
        list.append(holder);
      }
      if (from && items[0]) items[0].firstChild.focus();
    });
  }

  let waiting;
  input.addEventListener("focus", engine);
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      show(input.value);
    }, 80);
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show("");
    });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", () => {
    if (window.survey) {
      window.survey.search = (text) => find(text).then((results) => load(results, 0, text));
    }
  });
})();
