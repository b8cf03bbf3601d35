// A list that somebody shares is shown first; it is added only where the reader says so.
import { element } from "../element.js";
import { gettext, ngettext, works } from "../language.js";
import { addAll } from "./own.js";

const { survey } = window;

/** Who wrote a work, when and where it was published, as one line. */
export function about(work) {
  return [work.authors, work.year, work.venue].filter(Boolean).join(" · ");
}

function alreadyThere(inside, all) {
  return inside === all
    ? gettext("all of them in your basket already")
    : ngettext("%(number)s of them in your basket already", "%(number)s of them in your basket already", inside);
}

function summary({ known, fresh, unknown }) {
  const inside = known.length - fresh.length;
  const parts = [
    known.length
      ? gettext("A shared basket: %(works)s", { works: works(known.length) })
      : gettext("This link names no work of the survey"),
  ];
  if (inside) parts.push(alreadyThere(inside, known.length));
  if (unknown)
    parts.push(
      ngettext("%(number)s work of it is not in this survey", "%(number)s works of it are not in this survey", unknown),
    );
  return `${parts.join("; ")}.`;
}

/** Shows a shared list in the page of the basket. `showOwn` shows the reader's own. */
export function showShared(root, all, list, showOwn) {
  const action = (label, task) => {
    const node = element("button", { type: "button", class: "md-button" }, label);
    node.addEventListener("click", () => {
      history.replaceState(history.state, "", location.pathname + location.search);
      task();
    });
    return node;
  };
  const actions = element("p", { class: "basket-actions" });
  const { length } = list.fresh;
  if (length)
    actions.append(action(ngettext("Add %(number)s work", "Add %(number)s works", length), () => addAll(list.fresh)));
  actions.append(action(gettext("To your own basket"), showOwn));
  const items = list.known.map((key) => {
    const link = element("a", { href: survey.page(all[key].page) }, all[key].title);
    return element("li", {}, link, element("span", { class: "basket-about" }, about(all[key])));
  });
  root.removeAttribute("hidden");
  root.replaceChildren(
    element("p", { role: "status" }, summary(list)),
    actions,
    element("ol", { class: "basket-shared" }, ...items),
  );
}
