/* made by the survey site generator: the search box in the header of every page, and its list of results */
import { element } from "../element.js";
import { gettext, ngettext } from "../language.js";
import { client } from "./client.js";
import { grouped, KINDS, kindName } from "./groups.js";
import { summary } from "./reading.js";
import { LONGEST } from "./words.js";

const [WORK, , AUTHOR, NAME] = KINDS.keys();
const REST = 150; // milliseconds without a letter, after which the lines of context are loaded
const KEYS = { "/": true, s: true, f: true };

const { survey } = window;
const folder = new URL("search/", document.currentScript.src);
const ask = client(new URL("engine.js", folder).href);

/** Pieces of a text, those that were found as marks. */
function pieces(list) {
  return list.map(([words, isFound]) => (isFound ? element("mark", {}, words) : words));
}

/** How many letters a line shows, each as wide as half the size of the font; undefined for a line that is not to be seen. */
function characters(line) {
  return line?.clientWidth
    ? Math.floor(line.clientWidth / (parseFloat(getComputedStyle(line).fontSize) / 2))
    : undefined;
}

class Box {
  constructor(input) {
    this.input = input;
    this.root = input.closest(".survey-search");
    this.panel = this.root.querySelector(".survey-search-panel");
    this.status = this.root.querySelector(".survey-search-status");
    this.list = this.root.querySelector("[data-survey-results]");
    this.all = this.root.querySelector(".survey-search-all");
    this.turn = this.answeredTurn = 0;
    this.options = [];
    this.active = -1;
    input.addEventListener("focus", () => this.open());
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("focusout", (event) => {
      if (!this.root.contains(event.relatedTarget)) this.close();
    });
    this.panel.addEventListener("mousedown", (event) => {
      if (!event.target.closest("a, button")) event.preventDefault(); // the box keeps the focus
    });
    document.addEventListener("keydown", (event) => this.shortcut(event));
  }

  shortcut(event) {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (!isCommand && (isTyping || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  open() {
    if (!this.isLoading) {
      this.isLoading = true;
      ask("ready").catch(() => {
        this.isLoading = false; // said when something is typed
      });
    }
    if (this.input.value.trim()) this.show();
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  expand() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  async show() {
    const typed = this.input.value.slice(0, LONGEST);
    this.turn += 1;
    const turn = this.turn;
    this.pending = null;
    if (!typed.trim()) {
      this.fill([], "");
      this.close();
      return;
    }
    this.pending = this.asked(typed, turn);
    await this.pending;
  }

  /** Puts one question at a time: of what is typed until it is answered, only the last is asked. */
  async asked(typed, turn) {
    await this.running;
    if (turn !== this.turn) return;
    this.running = ask("ask", typed).then(
      (answer) => turn === this.turn && this.answered(answer, typed.trim()),
      () => turn === this.turn && this.failed(typed.trim()),
    );
    await this.running;
  }

  answered(answer, typed) {
    this.fill(grouped(answer.hits), summary(answer, typed), typed, answer.counts[WORK] || 0);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      const room = characters(answer.hits.find(({ place }) => place?.isConnected)?.place);
      for (const hit of answer.hits) this.line(hit, room);
    }, REST);
  }

  failed(typed) {
    this.fill(
      [],
      gettext(
        "The search could not be loaded. The explorer and the lists of themes, authors and years are still there.",
      ),
      typed,
      0,
    );
  }

  fill(groups, words, typed = "", works = 0) {
    this.choose(-1);
    this.options = [];
    this.status.textContent = words;
    this.list.replaceChildren(...groups.map((hits, number) => this.group(hits, number)));
    this.all.replaceChildren();
    this.answeredTurn = this.turn;
    if (typed) {
      const label = works
        ? ngettext("%(number)s work in the explorer", "All %(number)s works in the explorer", works)
        : gettext("To the explorer");
      const link = element("a", { href: `${survey.page("explore")}#${new URLSearchParams({ q: typed })}` }, label);
      this.all.append(works ? link : element("a", { href: survey.page("explore") }, label), " · ");
      this.all.append(element("a", { href: survey.page("themes") }, gettext("Themes")), " · ");
      this.all.append(element("a", { href: survey.page("authors") }, gettext("Authors")));
      this.expand();
    }
  }

  group(hits, number) {
    const { kind } = hits[0];
    const id = `survey-results-${number}`;
    const heading = element("p", { id, role: "presentation", class: "survey-results-kind" }, kindName(kind));
    return element("div", { role: "group", "aria-labelledby": id }, heading, ...hits.map((hit) => this.option(hit)));
  }

  option(hit) {
    const title = element("span", { class: "survey-result-title" }, ...pieces(hit.pieces));
    const link = element("a", {
      role: "option",
      id: `survey-result-${this.options.length}`,
      "aria-selected": "false",
      tabindex: "-1",
      href: survey.page(hit.address),
      class: "survey-result",
    });
    link.append(title);
    const parts = { [WORK]: 4, [NAME]: 1 }[hit.kind] || 2;
    const about = hit.about.slice(0, parts).filter(Boolean).join(" · ");
    if (about) link.append(element("span", { class: "survey-result-about" }, about));
    hit.place = element("span", { class: "survey-result-line" });
    if (hit.kind !== AUTHOR && hit.kind !== NAME) link.append(hit.place);
    this.options.push(link);
    const row = element("div", { role: "presentation", class: "survey-result-row" }, link);
    if (hit.kind === WORK) {
      link.dataset.work = hit.about[4];
      const button = survey.collecting(hit.about[4], hit.title);
      button.tabIndex = -1;
      button.setAttribute("aria-hidden", "true"); // a list of options may hold no button: the keys for it are in the description
      row.append(button);
    }
    return row;
  }

  async line(hit, room) {
    if (hit.kind === AUTHOR || hit.kind === NAME) return;
    const line = await ask("line", hit.entry, hit.terms, room).catch(() => []);
    hit.place.append(...pieces(line));
  }

  choose(number) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = this.options[number];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  step(by) {
    const { length } = this.options;
    if (!length) return;
    this.expand();
    if (this.active < 0) this.choose(by > 0 ? 0 : length - 1);
    else this.choose((this.active + by + length) % length);
  }

  async key(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (event.shiftKey) this.collect();
      else await this.go(event);
    } else if (event.key === "Escape") {
      if (this.panel.hidden) this.input.value = "";
      this.close();
    }
  }

  async go(event) {
    await this.pending;
    const option = this.options[Math.max(0, this.active)];
    if (!option) return;
    if (event.ctrlKey || event.metaKey) window.open(option.href);
    else location.href = option.href;
  }

  collect() {
    const key = this.options[this.active]?.dataset.work;
    if (key) survey.collect(key);
  }
}

survey.search = ask;
survey.onpage(() => {
  const input = document.querySelector("[data-survey-search]:not([data-on])");
  if (!input) return;
  input.dataset.on = "";
  survey.box = new Box(input);
});
