/* made by the survey site generator: what came since the reader's last visit, on the page of what is new, the front page, the tables of
   themes and in the explorer. The day of the newest version seen stays in this browser and goes nowhere. */
import { element } from "./element.js";
import { gettext } from "./language.js";

const { survey } = window;
const STORE = `survey-seen:${survey.base.pathname}`;

function stored(storage) {
  try {
    return storage().getItem(STORE) || "";
  } catch (_error) {
    return ""; // forbidden: then nothing is marked
  }
}

function keep(storage, day) {
  try {
    storage().setItem(STORE, day);
  } catch (_error) {
    /* full or forbidden: the next visit marks nothing */
  }
}

function fresh() {
  return element("span", { class: "fresh" }, gettext("new since your last visit"));
}

/* The values of the explorer's facet of versions come when it is opened. */
function inFacet(facet, isNew) {
  for (const name of facet.querySelectorAll("label > span:first-child:not([data-seen])")) {
    name.dataset.seen = "";
    if (isNew(name.textContent)) name.append(" ", fresh());
  }
}

function start() {
  const heads = Array.from(document.querySelectorAll("h2[id^='version-']:not([data-seen])"));
  const dayOf = (head) => head.id.slice("version-".length);
  const places = Array.from(document.querySelectorAll("[data-newest]"), (place) => place.dataset.newest);
  const days = [...heads.map(dayOf), ...places].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  if (!days.length) return;
  /* A page that is loaded again in the same visit marks the same. */
  const before = stored(() => sessionStorage) || stored(() => localStorage);
  keep(() => sessionStorage, before || "0");
  keep(() => localStorage, days.sort().at(-1));
  const isNew = (day) => before.length === day.length && day > before;
  for (const head of heads) {
    head.dataset.seen = "";
    if (isNew(dayOf(head))) head.querySelector(".headerlink")?.before(" ", fresh(), " ");
  }
  for (const one of document.querySelectorAll("[data-day]:not([data-seen])")) {
    one.dataset.seen = "";
    if (isNew(one.dataset.day)) one.querySelector("time, a.row")?.after(" ", fresh());
  }
  const facet = document.querySelector("details[data-facet=version]");
  if (!facet) return;
  inFacet(facet, isNew);
  new MutationObserver(() => inFacet(facet, isNew)).observe(facet, { childList: true, subtree: true });
}

start(); // survey.js loads this script where a page needs it
survey.onpage(start);
