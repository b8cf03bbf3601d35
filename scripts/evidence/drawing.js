// The drawing of the evidence map: a table whose cells hold a bubble each, and what its colours mean.
import { element } from "../element.js";
import { gettext, works } from "../language.js";
import { colourOf, numbersOf, radiusOf, shares, valuesOf } from "./counting.js";
import { body, heads } from "./table.js";

const SVG = "http://www.w3.org/2000/svg";

function drawn(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** A square picture around (0, 0). */
function picture(radius, ...shapes) {
  const size = 2 * radius;
  const viewBox = `${-radius} ${-radius} ${size} ${size}`;
  return drawn("svg", { class: "figure", width: size, height: size, viewBox, "aria-hidden": "true" }, ...shapes);
}

/** The path of a slice of a circle around (0, 0), from one share of the whole to another. */
function slice(radius, from, to) {
  const point = (share) =>
    [Math.sin(2 * Math.PI * share), -Math.cos(2 * Math.PI * share)].map((part) => (radius * part).toFixed(2)).join(" ");
  return `M0 0L${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}Z`;
}

/** A circle whose area is the number of works, cut into the shares of the third code's values. */
function bubble(cell, { colour, most }) {
  const radius = radiusOf(cell.count, most);
  const values = valuesOf(cell, colour);
  if (values.length < 2) {
    const shade = values.length ? colourOf(colour.values, values[0]) : "s1";
    return picture(radius, drawn("circle", { r: radius, class: shade }));
  }
  const slices = shares(cell, values).map(({ value, from, to }) =>
    drawn("path", { d: slice(radius, from, to), class: colourOf(colour.values, value) }),
  );
  return picture(radius, ...slices);
}

/** `view` is what `viewOf` of evidence.js gives. */
export function map(view) {
  const { rows, columns, colour } = view;
  const caption = gettext("Map of %(rows)s by %(columns)s", { rows: rows.title, columns: columns.title });
  const fill = (box, row, column, cell) => {
    if (!cell) {
      box.className = "gap";
      box.append(element("span", { class: "visually-hidden" }, gettext("none")));
      return;
    }
    const name = `${rows.label(row)}, ${columns.label(column)}: ${works(cell.count)}`;
    const whole = colour ? `${name} (${numbersOf(cell, colour)})` : name;
    const attributes = { class: "bubble", href: view.address(row, column), "aria-label": whole, title: whole };
    box.append(element("a", attributes, bubble(cell, view), element("span", {}, cell.count)));
  };
  const table = element(
    "table",
    { class: "evidence-map" },
    element("caption", { class: "visually-hidden" }, caption),
    heads(view),
    body(view, fill),
  );
  return element("div", { class: "evidence-scroll" }, table);
}

/** What the colours mean. */
export function legend(colour) {
  const items = colour.values.map((value) => {
    const circle = drawn("circle", { r: 6, class: colourOf(colour.values, value) });
    return element("li", {}, picture(6, circle), colour.label(value));
  });
  const label = gettext("Colours: %(code)s", { code: colour.title });
  return element("ul", { class: "evidence-legend", "aria-label": label }, ...items);
}
