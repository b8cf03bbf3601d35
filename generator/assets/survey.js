/* made by the survey site generator */
(function () {
  "use strict";

  var base = new URL(".", document.currentScript.src);
  var loading;

  function katex() {
    if (!loading) {
      loading = new Promise(function (resolve) {
        var style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = new URL("katex/katex.min.css", base).href;
        document.head.append(style);
        var script = document.createElement("script");
        script.src = new URL("katex/katex.min.js", base).href;
        script.onload = resolve;
        document.head.append(script);
      });
    }
    return loading;
  }

  /* Mathematics: loaded only where a page has some. */
  function renderMath() {
    var spans = document.querySelectorAll(".arithmatex:not([data-done])");
    if (!spans.length) return;
    katex().then(function () {
      spans.forEach(function (span) {
        var text = span.textContent.trim();
        var display = text.startsWith("\\[");
        span.dataset.done = "";
        window.katex.render(text.replace(/^\\[([]|\\[)\]]$/g, ""), span, { displayMode: display, throwOnError: false });
      });
    });
  }

  function ready() {
    renderMath();
  }

  /* Instant navigation swaps pages without loading scripts again. */
  if (window.document$) window.document$.subscribe(ready);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
