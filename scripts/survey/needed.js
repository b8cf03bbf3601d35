// The scripts that a page needs besides this one, by what it shows.
import { isElsewhere } from "./addresses.js";
import { base, enrich } from "./loading.js";

const SCRIPTS = {
  ".evidence": "evidence.js",
  ".map-tools": "map.js",
  ".explorer": "explorer.js",
  ".makes:not([data-done]), a[href$='.gz']:not([data-done])": "making.js",
};

export function loadNeeded() {
  for (const [shown, script] of Object.entries(SCRIPTS)) if (document.querySelector(shown)) enrich(script);
  if (document.querySelector("[data-lost]") || isElsewhere()) enrich("lost.js");
  sinceLastVisit();
}

/** What came since the last visit is marked; a first visit only keeps the day of the newest version, so that the next one can tell. */
function sinceLastVisit() {
  const place = document.querySelector("[data-newest]");
  const name = `survey-seen:${base.pathname}`;
  try {
    if (place && !localStorage.getItem(name)) {
      localStorage.setItem(name, place.dataset.newest);
      sessionStorage.setItem(name, "0");
    } else if (place || document.querySelector("h2[id^='version-']")) enrich("new.js");
  } catch (_error) {
    /* storage is forbidden or full: nothing is marked */
  }
}
