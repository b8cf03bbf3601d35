/* made by the survey site generator: works that the reader collects, kept in this browser */
import { addToHeader, collectButton, decorate, showCollected } from "./buttons.js";
import { addAll, NAME, onchange, refresh, toggle } from "./own.js";
import { showPage } from "./page.js";

const { survey } = window;
onchange(showCollected);
onchange(showPage);
survey.decorate = decorate;
survey.collect = toggle;
survey.collectAll = addAll;
survey.collecting = (key, title) => collectButton(key, title, false);
window.addEventListener("storage", (event) => {
  if (event.key === NAME) refresh();
});
window.addEventListener("hashchange", showPage);
survey.onpage(() => {
  addToHeader();
  decorate(document);
  refresh();
});
