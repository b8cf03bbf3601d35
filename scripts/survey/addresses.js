// Addresses of the website's pages.
import { base } from "./loading.js";

/** How the address of a page ends: there are three layouts of the website. */
function ending() {
  if (document.querySelector("meta[name=survey-flat]")) return ".html";
  return location.protocol === "file:" ? "/index.html" : "/";
}

/** The address of a page, from its path below the website, such as `themes/sea` or `themes/sea#a-work`. */
export function addressOf(path) {
  const [place, anchor] = path.split("#");
  return new URL(`../${place}${ending()}${anchor ? `#${anchor}` : ""}`, base).href;
}

/** Whether a page of a theme has not the work that its address names: it may have moved to another. */
export function isElsewhere() {
  const anchor = location.hash.slice(1);
  if (!/\/themes\//.test(location.pathname) || !anchor) return false;
  try {
    return !document.getElementById(decodeURIComponent(anchor));
  } catch (_error) {
    return false; // a percent sign that encodes nothing
  }
}
