"""What the tests of hostile projects run inside a page."""

from __future__ import annotations

# What the page reports about what happened on it, before its own scripts run.
WATCH = """
window.happened = [];
window.ran = () => { window.happened.push("a script ran"); };
window.alert = window.ran;
"""

# Everything that a reader does, at once; then what is in the page that should not be. A picture that fails and a short
# animation are added after everything else: once both have fired their events, those of the page itself have fired too.
LOOK = """async view => {
  const document = view.document;
  if (document.readyState !== "complete") await new Promise(done => view.addEventListener("load", done));
  const nodes = [...document.querySelectorAll("*")];
  document.querySelectorAll("details").forEach(node => { node.open = true; });
  const reached = "a, p, button, input, [style], [tabindex], [contenteditable], .md-content div";
  for (const node of [...document.querySelectorAll(reached)].slice(0, 400))
    for (const kind of ["mouseover", "focus", "blur"]) node.dispatchEvent(new Event(kind, { bubbles: false }));
  const handlers = nodes.flatMap(node => [...node.attributes].filter(attribute => /^on/i.test(attribute.name))
    .map(attribute => `${node.nodeName} has ${attribute.name}`));
  const leading = ["href", "src", "action", "formaction", "data", "xlink:href"];
  const addresses = nodes.flatMap(node => leading.map(name => node.getAttribute(name) || "")
    .filter(value => /^[\\x00-\\x20]*(javascript|vbscript|data)[\\x00-\\x20]*:/i.test(value.replace(/[\\t\\n\\r]/g, "")))
    .map(value => `${node.nodeName} leads to ${value}`));
  const picture = new view.Image(), failed = new Promise(done => { picture.addEventListener("error", done); });
  picture.src = "no-such-picture.png";
  await failed;
  await document.body.animate([{ opacity: 1 }, { opacity: 1 }], 50).finished;
  return { happened: view.happened, there: [...handlers, ...addresses] };
}"""

LOOK_AT_PAGE = f"({LOOK})(window)"
LOOK_INTO_FRAMES = f"""Promise.all(
  [...document.querySelectorAll("iframe")].map(frame => ({LOOK})(frame.contentWindow))
)"""

# What pages are made of, as the browser's own parser reads them, without running anything.
SHAPES = """texts => texts.map(text => {
  const found = new Set();
  for (const node of new DOMParser().parseFromString(text, "text/html").querySelectorAll("*")) {
    const meta = node.nodeName === "META" ? ` ${node.getAttribute("name") || node.getAttribute("property")}` : "";
    const rel = node.nodeName === "LINK" ? ` ${node.getAttribute("rel")}` : "";
    found.add(`${node.nodeName}${meta}${rel} ${node.getAttributeNames().sort().join(" ")}`);
    for (const name of ["href", "src", "action", "formaction", "data", "xlink:href"]) {
      const scheme = (node.getAttribute(name) || "").replace(/[\\x00-\\x20]/g, "").match(/^([a-z][a-z0-9+.-]*):/i);
      if (scheme && !["http", "https", "mailto"].includes(scheme[1].toLowerCase())) found.add(`leads to ${scheme[1]}:`);
    }
    const only_names = node.nodeName === "A" || node.getAttribute("rel") === "canonical";
    const source = only_names ? null : node.getAttribute("src") || node.getAttribute("href");
    if (source && /^([a-z]+:)?[\\/]{2}/i.test(source)) found.add(`${node.nodeName} loads ${source}`);
  }
  return [...found];
})"""
