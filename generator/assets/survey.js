/* made by the survey site generator: mathematics, copying, previews, and what the explorer and the basket share */
(() => {
  "use strict";

  const { gettext } = window.surveyLanguage; // stands before this script in the same file
  const base = new URL(".", document.currentScript.src);
  const tasks = [];
  const loading = {};

  /* Loads a script of the website, once. Rejects, in words for the reader, where it does not come: without a network, say. */
  function load(path) {
    loading[path] ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, base).href;
      script.onload = resolve;
      script.onerror = () => {
        delete loading[path]; // who asks again may have a network then
        script.remove();
        reject(new Error(gettext("What this needs could not be loaded. Try again when there is a network.")));
      };
      document.head.append(script);
    });
    return loading[path];
  }

  /* Loads what makes a page more comfortable: where it does not come, the page is read as it stands. */
  function enrich(path, done = () => {}) {
    load(path).then(done, () => {});
  }

  function tellFault(error) {
    tell(error.message);
  }

  /* Mathematics: the renderer is loaded only where a page has some, and draws a formula when it is about to be seen. */
  const seen = new IntersectionObserver(
    (entries) => {
      draw(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
    },
    { rootMargin: "400px" },
  );

  function draw(spans) {
    if (!spans.length) return;
    if (!loading.katexStyle) {
      loading.katexStyle = document.createElement("link");
      loading.katexStyle.rel = "stylesheet";
      loading.katexStyle.href = new URL("katex/katex.min.css", base).href;
      document.head.append(loading.katexStyle);
    }
    enrich("katex/katex.min.js", () => {
      spans.forEach((span) => {
        seen.unobserve(span);
        if ("done" in span.dataset) return;
        span.dataset.done = "";
        const text = span.textContent.trim();
        window.katex.render(text.replace(/^\\[([]|\\[)\]]$/g, ""), span, {
          displayMode: text.startsWith("\\["),
          throwOnError: false,
          trust: false,
          maxSize: 40, // of an em: no formula covers the page
          strict: "ignore",
        });
      });
    });
  }

  function formulas() {
    return Array.prototype.slice.call(document.querySelectorAll(".arithmatex:not([data-done])"));
  }

  function renderMath() {
    formulas().forEach((span) => {
      seen.observe(span);
    });
  }

  window.addEventListener("beforeprint", () => {
    draw(formulas());
  });

  /* Entries of works, as data in scripts: `fetch` fails on file://. Those of a large survey stand in parts, in the order of the keys, of which
     those with `keys` are loaded; without `keys` all are. */
  function entries(keys) {
    return load("entries.js")
      .then(() => {
        const firsts = window.surveyEntriesFrom || [];
        const wanted = keys ? keys.map((key) => firsts.findLastIndex((first) => first <= key)) : firsts.keys();
        const parts = new Set([...wanted].filter((part) => part >= 0));
        return Promise.all([...parts].map((part) => load(`entries/part-${part}.js`)));
      })
      .then(() => Object.setPrototypeOf(window.surveyEntries, null)); // no key is "constructor" by nature
  }

  /* What is typed or pasted, with an arXiv or DOI address cut down to the identifier, as the works give it. */
  function bare(text) {
    return text
      .replace(
        /(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|\barxiv:\s*|(?:dx\.|www\.)?doi\.org\/(?:10\.48550\/arxiv\.)?|\bdoi:\s*)/gi,
        "",
      )
      .replace(/\b10\.48550\/arxiv\./gi, "")
      .replace(/\b(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?=[\s?#]|$)(?:[?#]\S*)?/gi, "$1");
  }

  function csvCell(text) {
    text = String(text == null ? "" : text);
    if (/^'*[=+\-@|%\t\r＝＋－＠｜％]/.test(text)) text = `'${text}`; // a spreadsheet would run it as a formula: text/spreadsheet.py
    return `"${text.replace(/"/g, '""')}"`;
  }

  /* The identifier with its scheme: a spreadsheet would take it for a number and drop its last zero. */
  function cellText(key, work, column) {
    if (column === "arxiv") return work.arxiv && `arXiv:${work.arxiv}`;
    return column === "key" ? key : work[column];
  }

  function textOf(keys, form) {
    return entries(keys).then((all) => {
      const works = keys.map((key) => all[key]).filter(Boolean);
      if (form === "bib") return works.map((work) => work.bib).join("\n");
      if (form === "ris") return works.map((work) => work.ris).join("\n");
      if (form === "txt") return `${works.map((work) => work.text).join("\n\n")}\n`;
      const columns = ["key", "title", "authors", "year", "venue", "doi", "arxiv", "url"];
      const rows = keys
        .filter((key) => all[key])
        .map((key) => columns.map((column) => csvCell(cellText(key, all[key], column))).join(","));
      return `\ufeff${[columns.join(",")].concat(rows).join("\r\n")}\r\n`;
    });
  }

  function save(text, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 10000);
  }

  function tell(message) {
    let region = document.getElementById("survey-told");
    if (!region) {
      region = document.createElement("div");
      region.id = "survey-told";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = message;
    region.classList.add("shown");
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => {
      region.classList.remove("shown");
    }, 2500);
  }

  function copy(text, what, done = gettext("%(what)s copied", { what })) {
    function fallback() {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const copied = navigator.clipboard
      ? navigator.clipboard.writeText(text).catch(fallback)
      : Promise.resolve(fallback());
    return copied.then(() => {
      tell(done);
    });
  }

  /* A button on everything that is there to be copied. */
  function copyButtons() {
    document.querySelectorAll("[data-copy]:not([data-done])").forEach((node) => {
      node.dataset.done = "";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = node.dataset.label || gettext("Copy");
      button.setAttribute("aria-label", gettext("Copy the %(what)s", { what: node.dataset.copy }));
      button.addEventListener("click", () => {
        const target = node.querySelector("code, .entry, p") || node,
          given = node.dataset.text; // none at all: what is shown; an empty one: where the page stands
        const text = given === undefined ? `${target.textContent.trim()}\n` : given || location.href.split("#")[0];
        copy(text, node.dataset.copy, gettext("The %(what)s copied", { what: node.dataset.copy }));
      });
      node.append(button);
    });
  }

  /* What a mark or a citation stands for, on hover and on focus. The same words are in its accessible name. */
  function previews() {
    let tip = document.getElementById("survey-tip");
    if (tip) return;
    tip = document.createElement("div");
    tip.id = "survey-tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    document.body.append(tip);
    function show(event) {
      const node = event.target.closest?.("[data-tip], a.cite[title], a.cite[data-title]");
      if (!node) {
        tip.hidden = true;
        return;
      }
      if (node.title) {
        node.dataset.title = node.title;
        node.removeAttribute("title");
      }
      tip.textContent =
        (node.dataset.tip || node.dataset.title) +
        (event.type === "focusin" && node.closest("[data-roving]")
          ? gettext(" (arrow and page keys: other marks)")
          : "");
      tip.hidden = false;
      const box = node.getBoundingClientRect();
      const own = tip.getBoundingClientRect();
      const left = Math.max(
        8,
        Math.min(box.left + box.width / 2 - own.width / 2, document.documentElement.clientWidth - own.width - 8),
      );
      const top = box.top - own.height - 8;
      tip.style.left = `${left}px`;
      tip.style.top = `${top < 60 ? box.bottom + 8 : top}px`;
    }
    function hide() {
      tip.hidden = true;
    }
    document.addEventListener("mouseover", show);
    document.addEventListener("focusin", show);
    for (const name of ["mouseover", "focusin"])
      document.addEventListener(name, (event) => {
        if (event.target.closest?.("main a[href*='papers/'], main a[href*='/#']")) enrich("preview.js");
      });
    document.addEventListener("scroll", hide, { passive: true });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
  }

  /* A figure of hundreds of marks is one stop on the keyboard's way; inside it, the arrows lead to the mark
     that is nearest in their direction, and the page keys to the next one and the one before, which leaves none out. */
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] },
    STEPS = { PageUp: -1, PageDown: 1 };

  function figures() {
    document.querySelectorAll("svg.figure:not([data-roving])").forEach((figure) => {
      const marks = Array.prototype.slice.call(figure.querySelectorAll("a.mark")),
        variants = [];
      if (marks.length < 2) return;
      figure.dataset.roving = ""; // a class more would have all of the figure styled anew
      marks.forEach((mark) => {
        const variant = mark.closest(".wide, .narrow"),
          first = variants.indexOf(variant) < 0; // the style sheet shows one of the two
        if (first) variants.push(variant);
        mark.tabIndex = first ? 0 : -1;
      });
      function shown() {
        return marks.filter((mark) => mark.getClientRects().length);
      }
      figure.addEventListener("focusin", (event) => {
        shown().forEach((mark) => {
          mark.tabIndex = mark.contains(event.target) ? 0 : -1;
        });
      });
      figure.addEventListener("keydown", (event) => {
        let way = ARROWS[event.key],
          here = document.activeElement,
          best = Infinity,
          next;
        if (!(way || STEPS[event.key]) || event.altKey || event.ctrlKey || event.metaKey) return;
        function middle(mark) {
          const box = mark.getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }
        const from = middle(here),
          all = shown();
        if (!way) next = all[all.indexOf(here) + STEPS[event.key]];
        else
          all.forEach((mark) => {
            const to = middle(mark),
              x = to[0] - from[0],
              y = to[1] - from[1];
            const along = x * way[0] + y * way[1],
              aside = Math.abs(x * way[1]) + Math.abs(y * way[0]);
            if (along > 1 && along + 2 * aside < best) {
              best = along + 2 * aside;
              next = mark;
            }
          });
        event.preventDefault();
        if (next) next.focus();
      });
    });
  }

  /* What can scroll inside itself and has nothing else to hold the focus is within the keyboard's reach. (To ask what does scroll would have all of it laid out.) */
  function reach() {
    document.querySelectorAll("pre > code, pre.entry, .md-typeset__scrollwrap:not(:has(a))").forEach((node) => {
      node.tabIndex = 0;
    });
  }

  function ready() {
    requestAnimationFrame(reach); // when the theme has wrapped the tables
    renderMath();
    copyButtons();
    previews();
    figures();
    tasks.forEach((task) => {
      task();
    });
  }

  /* Whether a page of a theme has not the work that its address names: it may have moved to another. */
  function isElsewhere() {
    const anchor = location.hash.slice(1);
    if (!/\/themes\//.test(location.pathname) || !anchor) return false;
    try {
      return !document.getElementById(decodeURIComponent(anchor));
    } catch (_error) {
      return false; // a percent sign that encodes nothing
    }
  }

  tasks.push(() => {
    if (document.querySelector(".evidence")) enrich("evidence.js");
    if (document.querySelector(".map-tools")) enrich("map.js");
    if (document.querySelector(".explorer")) enrich("explorer.js");
    if (document.querySelector(".comparison")) enrich("compare.js");
    sinceLastVisit();
    if (document.querySelector(".makes:not([data-done]), a[href$='.gz']:not([data-done])")) enrich("making.js");
    if (document.querySelector("[data-lost]") || isElsewhere()) enrich("lost.js");
  });

  /* A table that telephones set as blocks, or a part of it, says what it is, for browsers that forget it then. */
  const ROLES = {
    table: "table",
    thead: "rowgroup",
    tbody: "rowgroup",
    tr: "row",
    col: "columnheader",
    row: "rowheader",
    td: "cell",
  };
  function roles(whole, parts = "thead, tbody, tr, th, td") {
    for (const part of [whole, ...whole.querySelectorAll(parts)])
      part.setAttribute("role", ROLES[part.scope || part.localName]);
  }

  tasks.push(() => {
    document.querySelectorAll(".listing, .numbers table").forEach((table) => {
      roles(table);
    });
  });

  /* What came since the last visit is marked; a first visit only keeps the day of the newest version, so that the next one can tell. */
  function sinceLastVisit() {
    const place = document.querySelector("[data-newest]");
    const key = `survey-seen:${base.pathname}`;
    try {
      if (place && !localStorage.getItem(key)) {
        localStorage.setItem(key, place.dataset.newest);
        sessionStorage.setItem(key, "0");
      } else if (place || document.querySelector("h2[id^='version-']")) enrich("new.js");
    } catch (_error) {
      /* storage is forbidden or full: nothing is marked */
    }
  }

  /* The choice of a citation style, once the place for it comes near. */
  tasks.push(() => {
    const place = document.querySelector("p.styles");
    if (!place) return;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        enrich("cite.js");
      },
      { rootMargin: "400px" },
    );
    near.observe(place);
  });

  /* A new element with a class and a text, where they are given. */
  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text != null) node.textContent = text;
    return node;
  }

  window.survey = {
    base: base,
    element: element,
    page: (path) => {
      const [place, anchor] = path.split("#");
      const ending = document.querySelector("meta[name=survey-flat]")
        ? ".html"
        : location.protocol === "file:"
          ? "/index.html"
          : "/";
      return new URL(`../${place}${ending}${anchor ? `#${anchor}` : ""}`, base).href;
    },
    load: load,
    enrich: enrich,
    copy: copy,
    tell: tell,
    tellFault: tellFault,
    entries: entries,
    bare: bare,
    textOf: textOf,
    save: save,
    download: (keys, form, name) =>
      textOf(keys, form).then((text) => {
        save(text, `${name}.${form}`);
      }),
    roles: roles,
    decorate: () => {},
    onpage: (task) => {
      tasks.push(task);
    },
  };

  /* Instant navigation swaps pages without loading scripts again. The other scripts come after this one. */
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(ready);
    else ready();
  });
})();
