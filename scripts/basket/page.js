// The basket's own page: its works in their order, and what can be done with all of them.
import { element } from "../element.js";
import { gettext, ngettext } from "../language.js";
import { focusedNext, moved, shareAddress } from "./lists.js";
import { beforeEmptied, empty, keep, keys, storageWarning } from "./own.js";
import { about, showShared } from "./shared.js";
import { keysOf, shared } from "./store.js";

const { survey } = window;
const FORMS = ["bib", "ris", "csv"];

export function showPage() {
  const root = document.querySelector(".basket");
  if (!root) return;
  const asked = new URLSearchParams(location.hash.slice(1)).get("keys");
  if (asked === null && !keys().length) {
    draw(root, {}); // what is empty needs none of the entries
    return;
  }
  survey.entries(asked === null ? keys() : keysOf(asked)).then(
    (all) => {
      if (asked === null) draw(root, all);
      else showShared(root, all, shared(asked, all, keys()), showPage);
    },
    () => {
      root.removeAttribute("hidden");
      root.replaceChildren(
        element("p", { role: "status" }, gettext("The entries of the works could not be loaded; the basket is kept.")),
      );
    },
  );
}

function draw(root, all) {
  const list = keys();
  const focus = focusIn(root);
  root.removeAttribute("hidden");
  root.replaceChildren(status(list.length));
  if (list.length) root.append(actions(list), styles(), works(list, all));
  else if (beforeEmptied().length) root.append(bringBack(beforeEmptied()));
  restore(root, focus);
}

function status(number) {
  const text = number
    ? ngettext("%(number)s work in this browser.", "%(number)s works in this browser.", number)
    : gettext("Nothing here yet. “+ Basket” beside a work puts it here.");
  const warning = storageWarning();
  return element("p", { role: "status" }, warning ? `${text} ${warning}.` : text);
}

function action(label, task) {
  const node = element("button", { type: "button", class: "md-button" }, label);
  node.addEventListener("click", () => Promise.resolve(task()).catch(survey.tellFault));
  return node;
}

function bringBack(emptied) {
  const label = ngettext("Bring back %(number)s", "Bring back %(number)s", emptied.length);
  return element(
    "p",
    { class: "basket-actions" },
    action(label, () => keep(emptied)),
  );
}

function actions(list) {
  const name = gettext("Basket").toLowerCase();
  return element(
    "p",
    { class: "basket-actions" },
    action(gettext("Copy BibTeX"), () => survey.textOf(list, "bib").then((text) => survey.copy(text, "BibTeX"))),
    action(gettext("Copy references"), () =>
      survey.referencesOf(list).then((text) => survey.copy(text, gettext("References"))),
    ),
    ...FORMS.map((form) => action(`.${form}`, () => survey.download(list, form, name))),
    action(".txt", () => survey.referencesOf(list).then((text) => survey.save(text, `${name}.txt`))),
    action(gettext("Copy link"), () =>
      survey.copy(shareAddress(location.href, list), gettext("A link to this basket")),
    ),
    action(gettext("Empty"), empty),
  );
}

function styles() {
  return element("p", { class: "styles" }, ...survey.chooser(() => {}));
}

function works(list, all) {
  return element("ol", {}, ...list.map((key, index) => work(list, key, index, all[key])));
}

function work(list, key, index, entry) {
  const link = entry
    ? element("a", { href: survey.page(entry.page) }, entry.title)
    : element("a", {}, gettext("%(key)s (no longer in the survey)", { key }));
  const details = element("span", { class: "basket-about" }, entry ? about(entry) : "");
  const tool = (sign, label, isUseless, changed) => {
    const node = element("button", { type: "button", "data-act": label + key }, sign);
    node.setAttribute("aria-label", `${label}: ${entry ? entry.title : key}`);
    node.disabled = isUseless;
    node.addEventListener("click", () => keep(changed()));
    return node;
  };
  const tools = element(
    "span",
    { class: "basket-tools" },
    tool("↑", gettext("Move up"), index === 0, () => moved(list, key, index - 1)),
    tool("↓", gettext("Move down"), index === list.length - 1, () => moved(list, key, index + 1)),
    tool("×", gettext("Remove"), false, () => list.filter((other) => other !== key)),
  );
  return element("li", {}, link, details, tools);
}

/** Whether the focus is on the page of the basket, and what the button that has it does, at which place of the list. */
function focusIn(root) {
  const active = document.activeElement;
  const isInside = root.contains(active);
  const act = (isInside && active.dataset.act) || "";
  const place = act ? Array.from(root.querySelectorAll("li")).indexOf(active.closest("li")) : -1;
  return { isInside, act, place };
}

function restore(root, { isInside, act, place }) {
  if (!isInside) return;
  const items = Array.from(root.querySelectorAll("li"));
  const buttons = Array.from(root.querySelectorAll("[data-act]:not(:disabled)"));
  const next = focusedNext(
    buttons.map((node) => ({ act: node.dataset.act, place: items.indexOf(node.closest("li")) })),
    act,
    place,
  );
  const node = act && next >= 0 ? buttons[next] : root.querySelector(".basket-actions button");
  node?.focus();
}
