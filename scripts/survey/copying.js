// Copying to the clipboard, and saving a file.
import { element } from "../element.js";
import { gettext } from "../language.js";
import { tell } from "./message.js";

const HELD = 10_000; // milliseconds in which the browser has taken a file over

/** Saves a text (or a blob) as a file of that name. */
export function save(content, name) {
  const link = element("a", { download: name });
  link.href = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), HELD);
}

/** Copies as browsers did before they had a clipboard for scripts. */
function copyByHand(text) {
  const area = element("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/** Copies a text, and tells the reader that `what` was copied, or `done`. */
export async function copy(text, what, done = gettext("%(what)s copied", { what })) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text).catch(() => copyByHand(text));
  else copyByHand(text);
  tell(done);
}

/** What the button of `node` copies: the text that is given; where that is empty, the address of the page; else what is shown. */
function copiedText(node) {
  const { text } = node.dataset;
  if (text === undefined) return `${(node.querySelector("code, .entry, p") || node).textContent.trim()}\n`;
  return text || location.href.split("#")[0];
}

/** A button on everything that is there to be copied. */
export function copyButtons() {
  for (const node of document.querySelectorAll("[data-copy]:not([data-done])")) {
    const { copy: what, label } = node.dataset;
    node.dataset.done = "";
    const button = element("button", { type: "button", class: "copy" }, label || gettext("Copy"));
    button.setAttribute("aria-label", gettext("Copy the %(what)s", { what }));
    button.addEventListener("click", () => copy(copiedText(node), what, gettext("The %(what)s copied", { what })));
    node.append(button);
  }
}
