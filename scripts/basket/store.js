// The keys of the works in the basket, as this browser keeps them; where it keeps nothing, they last as long as the page.
import { gettext } from "../language.js";

export class Store {
  /** `storage`: gives the browser's storage, or throws where that is forbidden; `report(message)` is called once with what went wrong. */
  constructor(name, storage, report) {
    this.name = name;
    this.storage = storage;
    this.report = report;
    this.reported = new Set();
    this.memory = [];
    this.isKept = true;
  }

  tell(message) {
    if (this.reported.has(message)) return;
    this.reported.add(message);
    this.report(message);
  }

  /** The keys. What cannot be read counts as none. */
  keys() {
    if (!this.isKept) return this.memory;
    let text;
    try {
      text = this.storage().getItem(this.name);
    } catch (_error) {
      this.isKept = false;
      return this.memory;
    }
    try {
      const list = JSON.parse(text || "[]");
      if (!Array.isArray(list)) throw new TypeError("not a list");
      return list.filter((key) => typeof key === "string");
    } catch (_error) {
      this.tell(gettext("What this browser kept of the basket cannot be read: the basket starts anew"));
      return [];
    }
  }

  keep(list) {
    this.memory = list;
    try {
      this.storage().setItem(this.name, JSON.stringify(list));
      this.isKept = true;
    } catch (_error) {
      this.isKept = false; // what is stored is older than what is here
      this.tell(
        gettext("This browser keeps no basket (its storage is full or forbidden): it lasts until you leave this page"),
      );
    }
  }
}

/** The keys that the address of a shared list names. */
export function keysOf(text) {
  return [...new Set(text.split(",").filter(Boolean))];
}

/** What a shared list asks for: the works that the survey has, those of them that are not in the basket, and how many it has not. */
export function shared(text, all, own) {
  const asked = keysOf(text);
  const known = asked.filter((key) => all[key]);
  return { known, fresh: known.filter((key) => !own.includes(key)), unknown: asked.length - known.length };
}
