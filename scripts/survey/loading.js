// Scripts of the website that come when they are needed.
import { gettext } from "../language.js";

/** Where the scripts are. */
export const base = new URL(".", document.currentScript.src);
const loading = {};

/** Loads a script of the website, once. Rejects, in words for the reader, where it does not come: without a network, say. */
export function load(path) {
  loading[path] ||= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(path, base).href;
    script.onload = resolve;
    script.onerror = () => {
      delete loading[path]; // who asks again may have a network then
      script.remove();
      reject(new Error(gettext("What this needs could not be loaded. Try again when there is a network.")));
    };
    document.head.append(script);
  });
  return loading[path];
}

/** Loads what makes a page more comfortable: where it does not come, the page is read as it stands. */
export function enrich(path, done = () => {}) {
  load(path).then(done, () => {});
}
