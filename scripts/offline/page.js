// The page "Read offline": keep all of it, see what is kept, remove it.
import { element } from "../element.js";
import { gettext, ngettext, numeral } from "../language.js";

const AGAIN = 3000; // milliseconds between two looks for the network
const BATCH = 20; // files that are asked for at a time
const ASSETS = 0.3; // what packing leaves of a script or a style sheet
const FAULTS = {
  network: () => gettext("The network is gone or too slow. What has come is kept: go on when it is back."),
  full: () => gettext("This device has no room left for the survey. What has come is kept."),
  outdated: () => gettext("A new version of the survey has just come out. Reload this page, then go on."),
  none: () => gettext("This browser keeps no pages (in a private window, say)."),
};

function fault(error, otherwise) {
  return (FAULTS[error.message] || FAULTS[otherwise])();
}

function size(bytes) {
  if (bytes < 1e6) return gettext("%(size)s kB", { size: numeral(Math.max(1, Math.round(bytes / 1000))) });
  return gettext("%(size)s MB", { size: numeral(Math.round(bytes / 1e5) / 10) });
}

async function packedShare(text) {
  if (typeof CompressionStream === "undefined") return 1;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength / text.length;
}

/** About how many bytes files will take, each given as [path, bytes of its text]: a page has its frame besides. */
export async function expected(files, html, own) {
  const frame = html.length - own;
  const share = await packedShare(html);
  return files.reduce((sum, [path, bytes]) => {
    if (!/\.[a-z0-9]+$/.test(path) || path.endsWith(".html")) return sum + (bytes + frame) * share;
    return sum + (/\.(?:woff2|png)$/.test(path) ? bytes : bytes * (share < 1 ? ASSETS : 1));
  }, 0);
}

function held(isWhole, pages, size) {
  if (isWhole)
    return gettext(
      "All of this survey is kept on this device (%(size)s): it can be read, searched and browsed without a network.",
      { size },
    );
  if (!pages) return "";
  return ngettext(
    "%(number)s page that you visited is kept on this device (%(size)s).",
    "%(number)s pages that you visited are kept on this device (%(size)s).",
    pages,
    { size },
  );
}

class View {
  constructor(root, { ask, scope }) {
    Object.assign(this, { root, ask, scope });
    this.status = element("p", { role: "status" });
    this.bar = element("progress", { hidden: "", "aria-label": gettext("How much of the survey is kept") });
    this.actions = element("p", { class: "offline-actions" });
    this.list = document.querySelector(".offline-list"); // at the page's end: it is as long as much is kept
    root.replaceChildren(this.status, this.bar, this.actions);
  }

  say(text) {
    this.status.textContent = text;
  }

  act(label, task) {
    const button = element("button", { type: "button", class: "md-button" }, label);
    button.addEventListener("click", () => task().catch((error) => this.fault(error)));
    this.actions.append(button);
    return button;
  }

  fault(error) {
    this.bar.hidden = true;
    return this.draw(fault(error, "network"));
  }

  /** The files that the website lists and that are not kept yet. */
  async missing() {
    const answer = await fetch(`${this.scope}assets/offline/files.json`, { cache: "no-cache" });
    const { files } = await answer.json();
    const known = new Set(this.state.addresses);
    return { files, rest: files.filter(([path]) => !known.has(this.scope + path)) };
  }

  async draw(said = "") {
    this.state = await this.ask("tell");
    const { isWhole, bytes } = this.state;
    const own = location.href.split(/[?#]/)[0];
    const pages = this.state.pages.filter(({ address }) => address !== own);
    this.actions.replaceChildren();
    this.list.replaceChildren();
    const there = held(isWhole, pages.length, size(bytes));
    this.say([said, there].filter(Boolean).join(" "));
    if (!isWhole) await this.offer();
    if (isWhole || pages.length) this.act(gettext("Remove what is kept"), () => this.remove());
    if (pages.length) {
      const links = pages.map(({ address, title }) => element("li", {}, element("a", { href: address }, title)));
      this.list.append(
        element("h2", {}, gettext("Pages on this device")),
        element("ul", { class: "offline-pages" }, ...links),
      );
    }
  }

  async offer() {
    const found = navigator.onLine ? await this.missing().catch(() => null) : null;
    if (!found) return; // no network: there is nothing to offer
    const own = document.querySelector("main article")?.outerHTML.length || 0;
    const bytes = await expected(found.rest, document.documentElement.outerHTML, own);
    const label = gettext("Keep this survey for reading offline (about %(size)s)", { size: size(bytes) });
    this.act(label, () => this.keep(found));
  }

  async keep({ files, rest }) {
    navigator.storage?.persist?.().catch(() => {}); // or the browser may drop it where room gets scarce
    this.actions.replaceChildren();
    let isStopped = false;
    this.act(gettext("Stop"), async () => {
      isStopped = true;
    }).focus();
    this.bar.hidden = false;
    this.bar.max = files.length;
    for (let at = 0; at < rest.length && !isStopped; at += BATCH) {
      const done = files.length - rest.length + at;
      this.bar.value = done;
      this.say(
        gettext("Keeping the survey: %(done)s of %(all)s files. Stay on this page until it is done.", {
          done: numeral(done),
          all: numeral(files.length),
        }),
      );
      await this.ask("keep", { addresses: rest.slice(at, at + BATCH).map(([path]) => this.scope + path) });
    }
    if (!isStopped) await this.ask("whole");
    this.bar.hidden = true;
    await this.draw();
    this.actions.querySelector("button")?.focus();
  }

  async remove() {
    await this.ask("remove");
    await this.draw(gettext("Removed: this device keeps only this page now."));
  }
}

/* Tells a reader on the way to a page that is not kept, and takes them there when the network is back. */
function missed(scope) {
  const path = new URLSearchParams(location.hash.slice(1)).get("wanted");
  if (path === null) return;
  let wanted;
  try {
    wanted = new URL(path, scope);
  } catch (_error) {
    return;
  }
  if (!wanted.href.startsWith(scope)) return;
  const link = element("a", { href: wanted.href }, gettext("Try again"));
  document
    .querySelector("main h1")
    ?.after(
      element(
        "div",
        { class: "admonition warning offline-missed" },
        element(
          "p",
          { class: "admonition-title" },
          gettext("There is no network, and this page is not kept on this device"),
        ),
        element("p", {}, element("code", {}, path || "./"), " ", link),
      ),
    );
  // `online` comes late or never where a network does not lead anywhere, so it is asked for as well.
  const asked = setInterval(again, AGAIN);
  async function again() {
    const answer = await fetch(`${scope}sw.js`, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    clearInterval(asked);
    location.replace(wanted.href);
  }
  window.addEventListener("online", again);
}

/** Fills the page's place for it. */
export async function draw(root, means) {
  missed(means.scope);
  const view = new View(root, means);
  if (location.protocol === "file:")
    view.say(gettext("You are reading a copy of the survey on a disk: it needs no network."));
  else await view.draw().catch((error) => view.say(fault(error, "none")));
}
