/* made by the survey site generator: what the theme does in inline scripts, as a file, so that pages can forbid those. It is named
   three times in a page: in the head (`base`), where the buttons for light and dark end (`palette`), and after the text (`content`). */
(() => {
  "use strict";

  const script = document.currentScript;

  /* The names under which the theme's own script keeps what a reader chose: by the address of the site. */
  function base() {
    let scope = new URL(script.dataset.scope, location);
    if (!scope.pathname.endsWith("/")) scope = new URL(`${scope.pathname}/`, location);
    window.__md_scope = scope;
    window.__md_hash = (text) =>
      Array.from(text).reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
    window.__md_get = (key, store, at) =>
      JSON.parse((store || localStorage).getItem(`${(at || scope).pathname}.${key}`));
    window.__md_set = (key, value, store, at) => {
      try {
        (store || localStorage).setItem(`${(at || scope).pathname}.${key}`, JSON.stringify(value));
      } catch (_error) {
        /* storage can be off or full */
      }
    };
  }

  /* Light or dark as it was chosen, before anything is drawn. */
  function palette() {
    const chosen = window.__md_get("__palette");
    if (!chosen?.color) return;
    if (chosen.color.media === "(prefers-color-scheme)") {
      const light = matchMedia("(prefers-color-scheme: light)").matches;
      const input = document.querySelector(
        `[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`,
      );
      ["media", "scheme", "primary", "accent"].forEach((name) => {
        chosen.color[name] = input.getAttribute(`data-md-color-${name}`);
      });
    }
    Object.keys(chosen.color).forEach((name) => {
      document.body.setAttribute(`data-md-color-${name}`, chosen.color[name]);
    });
  }

  /* The tab of a set of tabs that the address names, or that was chosen on another page. */
  function content() {
    const names = "linked" in script.dataset ? window.__md_get("__tabs") : null;
    if (Array.isArray(names))
      document.querySelectorAll(".tabbed-set .tabbed-labels").forEach((labels) => {
        const label = Array.from(labels.querySelectorAll("label")).filter(
          (each) => names.indexOf(each.textContent.trim()) >= 0,
        )[0];
        if (label) document.getElementById(label.htmlFor).checked = true;
      });
    const target = document.getElementById(location.hash.slice(1));
    if (target?.name?.startsWith("__tabbed_")) target.checked = true;
  }

  ({ base: base, palette: palette, content: content })[script.dataset.part]();
})();
