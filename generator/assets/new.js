/* made by the survey site generator: what came since the reader's last visit, on the page of what is new. The day of the newest version seen
   stays in this browser and goes nowhere. */
(() => {
  "use strict";

  const STORE = `survey-seen:${window.survey.base.pathname}`;

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

  function start() {
    const heads = Array.from(document.querySelectorAll("h2[id^='version-']:not([data-seen])"));
    const days = heads.map((head) => head.id.slice("version-".length)).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
    if (!days.length) return;
    /* A page that is loaded again in the same visit marks the same. */
    const before = stored(() => sessionStorage) || stored(() => localStorage);
    keep(() => sessionStorage, before || "0");
    keep(() => localStorage, days.sort().at(-1));
    for (const head of heads) {
      head.dataset.seen = "";
      const day = head.id.slice("version-".length);
      if (before.length < day.length || day <= before) continue;
      const mark = window.survey.element("span", "fresh", window.surveyLanguage.gettext("new since your last visit"));
      head.querySelector(".headerlink")?.before(" ", mark, " ");
    }
  }

  start(); // survey.js loads this script where a page needs it
  window.survey.onpage(start);
})();
