/* made by the survey site generator: copying, previews, and what the other scripts of the website share */
import { addressOf } from "./addresses.js";
import { comparisons } from "./comparison.js";
import { copy, copyButtons, save } from "./copying.js";
import { entries } from "./entries.js";
import { textOf } from "./formats.js";
import { base, enrich, load } from "./loading.js";
import { roving } from "./marks.js";
import { tell, tellFault } from "./message.js";
import { loadNeeded } from "./needed.js";
import { reachable, roles } from "./tables.js";
import { tips } from "./tips.js";

const tasks = [loadNeeded];

/** The text of works in one of the formats, in the order of their keys. */
async function textOfWorks(keys, form) {
  return textOf(keys, await entries(keys), form);
}

window.survey = {
  base,
  page: addressOf,
  load,
  enrich,
  copy,
  tell,
  tellFault,
  entries,
  textOf: textOfWorks,
  save,
  download: async (keys, form, name) => save(await textOfWorks(keys, form), `${name}.${form}`),
  roles,
  decorate: () => {},
  onpage: (task) => {
    tasks.push(task);
  },
};

function ready() {
  requestAnimationFrame(reachable); // when the theme has wrapped the tables
  copyButtons();
  roving();
  comparisons();
  for (const table of document.querySelectorAll(".listing, .numbers table")) roles(table);
  for (const task of tasks) task();
}

/* Instant navigation swaps pages without loading scripts again. The other scripts come after this one. */
document.addEventListener("DOMContentLoaded", () => {
  tips();
  if (window.document$) window.document$.subscribe(ready);
  else ready();
});
