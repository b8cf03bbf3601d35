/* made by the survey site generator: works that the reader collects, kept in this browser */
import { element } from "../element.js";
import { gettext, ngettext, works } from "../language.js";
import { Store, shared } from "./store.js";

const STORE = `survey-basket:${window.survey.base.pathname}`;
const store = new Store(
  STORE,
  () => localStorage,
  (message) => later(message),
);
let emptied = [];

/* A message about the storage stays on the page of the basket, and is read out after what concerns the works. */
let warning = "";
function later(message) {
  warning = message;
  setTimeout(() => window.survey.tell(message), 0);
}

function keys() {
  return store.keys();
}

function keep(list) {
  store.keep(list);
  refresh();
}

function toggle(key) {
  const list = keys(),
    inside = list.indexOf(key) >= 0;
  keep(inside ? list.filter((other) => other !== key) : list.concat([key]));
  window.survey.tell(inside ? gettext("Removed from the basket") : gettext("Added to the basket"));
}

function button(key, title, words) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = words ? "collect" : "collect small";
  node.dataset.collect = key;
  node.dataset.title = title;
  node.addEventListener("click", () => {
    toggle(key);
  });
  return node;
}

function mark(node, list) {
  const inside = list.indexOf(node.dataset.collect) >= 0,
    small = node.classList.contains("small");
  node.setAttribute("aria-pressed", String(inside));
  const { title } = node.dataset;
  node.setAttribute(
    "aria-label",
    inside ? gettext("In basket: %(title)s", { title }) : gettext("Basket: %(title)s", { title }),
  );
  node.title = inside ? gettext("Remove from the basket") : gettext("Add to the basket");
  if (small) node.textContent = inside ? "✓" : "+";
  else node.textContent = inside ? `✓ ${gettext("In basket")}` : `+ ${gettext("Basket")}`;
}

/* A button on every card, paper and row that names its work. */
function decorate(root) {
  const list = keys();
  function add(place, key, title, words) {
    const node = button(key, title, words);
    mark(node, list);
    place.append(node);
  }
  root
    .querySelectorAll(".card[data-key]:not([data-collects]), .paper-actions[data-key]:not([data-collects])")
    .forEach((card) => {
      card.dataset.collects = "";
      add(
        card.querySelector(".outward") || card,
        card.dataset.key,
        card.dataset.title || card.previousElementSibling.firstChild.textContent,
        true,
      );
    });
  root.querySelectorAll(":is(td, th, li) > a[data-key]:not([data-collects])").forEach((link) => {
    link.dataset.collects = "";
    const place = link.closest(".explorer, .compare, .listing") ? null : link.closest("tr")?.lastElementChild; // its columns come and go
    add(place || link.parentElement, link.dataset.key, link.textContent, false);
  });
}

function refresh() {
  const list = keys();
  document.querySelectorAll("[data-collect]").forEach((node) => {
    mark(node, list);
  });
  document.querySelectorAll(".basket-count").forEach((node) => {
    node.textContent = list.length ? String(list.length) : "";
  });
  if (document.querySelector(".basket")) show();
}

function icon(path) {
  const space = "http://www.w3.org/2000/svg",
    drawing = document.createElementNS(space, "svg"),
    shape = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", path);
  drawing.append(shape);
  return drawing;
}

function part(className, words) {
  const node = document.createElement("span");
  node.className = className;
  node.textContent = words;
  return node;
}

function header() {
  const bar = document.querySelector(".md-header__inner");
  if (!bar || bar.querySelector(".basket-link")) return;
  const link = document.createElement("a");
  link.className = "basket-link md-header__button";
  link.href = window.survey.page("basket");
  link.append(icon("M5 3h14v18l-7-4-7 4z"), part("visually-hidden", gettext("Basket")), " ", part("basket-count", ""));
  bar.insertBefore(link, bar.querySelector(".md-header__source"));
}

/* The basket's own page. */
function show() {
  const root = document.querySelector(".basket");
  const asked = new URLSearchParams(location.hash.slice(1)).get("keys");
  if (asked === null && !keys().length) {
    draw(root, {}); // what is empty needs none of the entries
    return;
  }
  window.survey.entries().then(
    (all) => {
      if (asked === null) draw(root, all);
      else preview(root, all, shared(asked, all, keys()));
    },
    () => {
      root.removeAttribute("hidden");
      root.replaceChildren(
        element("p", { role: "status" }, gettext("The entries of the works could not be loaded; the basket is kept.")),
      );
    },
  );
}

function alreadyThere(inside, all) {
  return inside === all
    ? gettext("all of them in your basket already")
    : ngettext("%(number)s of them in your basket already", "%(number)s of them in your basket already", inside);
}

/* A list that somebody shares is shown first; it is added only where the reader says so. */
function preview(root, all, { known, fresh, unknown }) {
  const inside = known.length - fresh.length;
  const parts = [
    known.length
      ? gettext("A shared basket: %(works)s", { works: works(known.length) })
      : gettext("This link names no work of the survey"),
    ...(inside && known.length ? [alreadyThere(inside, known.length)] : []),
    ...(unknown
      ? [
          ngettext(
            "%(number)s work of it is not in this survey",
            "%(number)s works of it are not in this survey",
            unknown,
          ),
        ]
      : []),
  ];
  const actions = element("p", { class: "basket-actions" });
  const act = (label, task) => {
    const node = element("button", { type: "button", class: "md-button" }, label);
    node.addEventListener("click", () => {
      history.replaceState(history.state, "", location.pathname + location.search);
      task();
    });
    actions.append(node);
  };
  if (fresh.length)
    act(ngettext("Add %(number)s work", "Add %(number)s works", fresh.length), () => {
      keep(keys().concat(fresh));
      window.survey.tell(added(fresh.length));
    });
  act(gettext("To your own basket"), show);
  const list = element("ol", { class: "basket-shared" });
  for (const key of known) {
    const link = element("a", { href: window.survey.page(all[key].page) }, all[key].title);
    list.append(element("li", {}, link, element("span", { class: "basket-about" }, about(all[key]))));
  }
  root.removeAttribute("hidden");
  root.replaceChildren(element("p", { role: "status" }, `${parts.join("; ")}.`), actions, list);
}

function added(number) {
  return ngettext("%(number)s work added to the basket", "%(number)s works added to the basket", number);
}

/* References as a text: in the style that the reader chose, where that could be loaded. */
function references(list) {
  const { survey } = window;
  return survey.load("cite.js").then(
    () => survey.referencesOf(list),
    () => survey.textOf(list, "txt"),
  );
}

function styles() {
  const place = element("p", { class: "styles" });
  window.survey.load("cite.js").then(
    () => place.replaceChildren(...window.survey.chooser(() => {})),
    () => {}, // the references are in the survey's own style then
  );
  return place;
}

function about(work) {
  return [work.authors, work.year, work.venue].filter(Boolean).join(" · ");
}

function draw(root, all) {
  const list = keys(),
    active = document.activeElement,
    inside = root.contains(active),
    focus = inside ? active.dataset.act : "",
    place = focus ? items().indexOf(active.closest("li")) : -1;
  function items() {
    return Array.prototype.slice.call(root.querySelectorAll("li"));
  }
  root.replaceChildren();
  root.removeAttribute("hidden");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.textContent = list.length
    ? ngettext("%(number)s work in this browser.", "%(number)s works in this browser.", list.length)
    : gettext("Nothing here yet. “+ Basket” beside a work puts it here.");
  if (warning) status.textContent += ` ${warning}.`;
  root.append(status);
  const actions = document.createElement("p");
  actions.className = "basket-actions";
  if (!list.length) {
    if (!emptied.length) return;
    act(ngettext("Bring back %(number)s", "Bring back %(number)s", emptied.length), () => {
      keep(emptied);
    });
    root.append(actions);
    if (inside) actions.firstChild.focus();
    return;
  }
  function act(label, task) {
    const node = document.createElement("button");
    node.type = "button";
    node.className = "md-button";
    node.textContent = label;
    node.addEventListener("click", task);
    actions.append(node);
  }
  act(gettext("Copy BibTeX"), () => {
    window.survey.textOf(list, "bib").then((text) => {
      window.survey.copy(text, "BibTeX");
    });
  });
  act(gettext("Copy references"), () => {
    references(list).then((text) => {
      window.survey.copy(text, gettext("References"));
    });
  });
  ["bib", "ris", "csv"].forEach((form) => {
    act(`.${form}`, () => {
      window.survey.download(list, form, gettext("Basket").toLowerCase());
    });
  });
  act(".txt", () => {
    references(list).then((text) => {
      window.survey.save(text, `${gettext("Basket").toLowerCase()}.txt`);
    });
  });
  act(gettext("Copy link"), () => {
    window.survey.copy(
      `${location.href.split("#")[0]}#keys=${list.map(encodeURIComponent).join(",")}`,
      gettext("A link to this basket"),
    );
  });
  act(gettext("Empty"), () => {
    emptied = list;
    keep([]);
    window.survey.tell(gettext("The basket is empty"));
  });
  const ordered = document.createElement("ol");
  list.forEach((key, index) => {
    const work = all[key],
      item = document.createElement("li"),
      link = document.createElement("a");
    if (work) {
      link.href = window.survey.page(work.page);
      link.textContent = work.title;
    } else link.textContent = gettext("%(key)s (no longer in the survey)", { key });
    const details = element("span", { class: "basket-about" }, work ? about(work) : "");
    const tools = document.createElement("span");
    tools.className = "basket-tools";
    [
      ["↑", gettext("Move up"), index - 1],
      ["↓", gettext("Move down"), index + 1],
      ["×", gettext("Remove"), null],
    ].forEach((tool) => {
      const node = document.createElement("button");
      node.type = "button";
      node.textContent = tool[0];
      node.dataset.act = tool[1] + key;
      node.setAttribute("aria-label", `${tool[1]}: ${work ? work.title : key}`);
      node.disabled = tool[2] !== null && (tool[2] < 0 || tool[2] >= list.length);
      node.addEventListener("click", () => {
        const next = list.filter((other) => other !== key);
        if (tool[2] !== null) next.splice(tool[2], 0, key);
        keep(next);
      });
      tools.append(node);
    });
    item.append(link, details, tools);
    ordered.append(item);
  });
  root.append(actions, styles(), ordered);
  if (!focus) {
    if (inside) actions.firstChild.focus();
    return;
  }
  /* The focus stays on the button that was pressed; where it is gone or spent, on the nearest one that is left. */
  const buttons = Array.prototype.slice.call(root.querySelectorAll("[data-act]:not(:disabled)"));
  const same = buttons.filter((node) => node.dataset.act === focus)[0];
  (
    same ||
    buttons.filter((node) => items().indexOf(node.closest("li")) >= Math.min(place, list.length - 1))[0] ||
    buttons[0]
  ).focus();
}

window.survey.decorate = decorate;
window.survey.collect = toggle;
window.survey.collectAll = (given) => {
  const list = keys(),
    fresh = given.filter((key) => list.indexOf(key) < 0);
  keep(list.concat(fresh));
  window.survey.tell(added(fresh.length));
};
window.survey.collecting = (key, title) => {
  const node = button(key, title, false);
  mark(node, keys());
  return node;
};
window.addEventListener("storage", (event) => {
  if (event.key === STORE) refresh();
});
window.addEventListener("hashchange", () => {
  if (document.querySelector(".basket")) show();
});
window.survey.onpage(() => {
  header();
  decorate(document);
  refresh();
});
