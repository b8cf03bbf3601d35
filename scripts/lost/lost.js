/* made by the survey site generator: who follows an address where nothing stands any more comes to what stood there. It is loaded by the
   page that says so, and by a page of a theme that has not the work its address names. */
import { way } from "./ways.js";

const { survey } = window;
const site = new URL("../", survey.base);

survey.enrich("moved.js", () => {
  const path = location.pathname.startsWith(site.pathname) ? location.pathname.slice(site.pathname.length) : "";
  const found = way(path, location.hash.slice(1), window.surveyMoved, window.surveyMovedAuthors);
  const target = found && survey.page(found);
  if (target && target !== location.href) location.replace(target);
});
