// The reader's own basket: its works, who is told when it changes, and what the reader is told.
import { gettext, ngettext } from "../language.js";
import { fresh, toggled } from "./lists.js";
import { Store } from "./store.js";

const { survey } = window;
export const NAME = `survey-basket:${survey.base.pathname}`; // in the storage of the browser
const listeners = [];
let warning = "";
let emptied = [];

/* A message about the storage stays on the page of the basket, and is read out after what concerns the works. */
const store = new Store(
  NAME,
  () => localStorage,
  (message) => {
    warning = message;
    setTimeout(() => survey.tell(message), 0);
  },
);

/** What went wrong with the storage, as a sentence without its full stop; empty where nothing did. */
export function storageWarning() {
  return warning;
}

export function keys() {
  return store.keys();
}

/** Calls `task` whenever the basket holds something else. */
export function onchange(task) {
  listeners.push(task);
}

export function refresh() {
  for (const task of listeners) task();
}

export function keep(list) {
  store.keep(list);
  refresh();
}

export function toggle(key) {
  const isInside = keys().includes(key);
  keep(toggled(keys(), key));
  survey.tell(isInside ? gettext("Removed from the basket") : gettext("Added to the basket"));
}

export function addAll(given) {
  const added = fresh(given, keys());
  keep([...keys(), ...added]);
  survey.tell(ngettext("%(number)s work added to the basket", "%(number)s works added to the basket", added.length));
}

export function empty() {
  emptied = keys();
  keep([]);
  survey.tell(gettext("The basket is empty"));
}

/** What was in the basket before it was emptied on this page. */
export function beforeEmptied() {
  return emptied;
}
