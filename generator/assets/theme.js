/* made by the survey site generator: what the theme does in inline scripts, as a file, so that pages can forbid those. It is named
   three times in a page: in the head (`base`), where the buttons for light and dark end (`palette`), and after the text (`content`). */
(function () {
  "use strict";

  var script = document.currentScript;

  /* The names under which the theme's own script keeps what a reader chose: by the address of the site. */
  function base() {
    var scope = new URL(script.dataset.scope, location);
    if (!scope.pathname.endsWith("/")) scope = new URL(scope.pathname + "/", location);
    window.__md_scope = scope;
    window.__md_hash = function (text) {
      return Array.from(text).reduce(function (hash, letter) { return (hash << 5) - hash + letter.charCodeAt(0); }, 0);
    };
    window.__md_get = function (key, store, at) {
      return JSON.parse((store || localStorage).getItem((at || scope).pathname + "." + key));
    };
    window.__md_set = function (key, value, store, at) {
      try { (store || localStorage).setItem((at || scope).pathname + "." + key, JSON.stringify(value)); } catch (error) { /* storage can be off or full */ }
    };
  }

  /* Light or dark as it was chosen, before anything is drawn. */
  function palette() {
    var chosen = window.__md_get("__palette");
    if (!chosen || !chosen.color) return;
    if (chosen.color.media === "(prefers-color-scheme)") {
      var light = matchMedia("(prefers-color-scheme: light)").matches;
      var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + (light ? "light" : "dark") + ")']");
      ["media", "scheme", "primary", "accent"].forEach(function (name) { chosen.color[name] = input.getAttribute("data-md-color-" + name); });
    }
    Object.keys(chosen.color).forEach(function (name) { document.body.setAttribute("data-md-color-" + name, chosen.color[name]); });
  }

  /* The tab of a set of tabs that the address names, or that was chosen on another page. */
  function content() {
    var names = "linked" in script.dataset ? window.__md_get("__tabs") : null;
    if (Array.isArray(names)) document.querySelectorAll(".tabbed-set .tabbed-labels").forEach(function (labels) {
      var label = Array.from(labels.querySelectorAll("label")).filter(function (each) { return names.indexOf(each.innerText.trim()) >= 0; })[0];
      if (label) document.getElementById(label.htmlFor).checked = true;
    });
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true;
  }

  ({ base: base, palette: palette, content: content })[script.dataset.part]();
})();
