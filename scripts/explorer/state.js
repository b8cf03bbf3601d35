// A view of the explorer as its address says it, and back.
import { gettext, works } from "../language.js";
import { LONGEST } from "../search/words.js";

export const VIEWS = ["rows", "cards"];
const YEAR = /^\d{1,4}$/;

/** A view that restricts nothing. */
export function plain(facets) {
  return {
    q: "",
    sort: "",
    view: "rows",
    chosen: facets.map(() => []),
    range: { from: 0, to: 0 },
    columns: null,
    keys: null,
  };
}

/** The view that an address asks for, and what of it this survey has not, in words. */
export function fromAddress(text, { facets, names, labels, sorts, columns, keys }) {
  const state = plain(facets);
  const unknown = [];
  let parameters = [];
  try {
    parameters = Array.from(new URLSearchParams(text));
  } catch (_error) {
    unknown.push(gettext("its form"));
  }
  for (const [key, value] of parameters) {
    const facet = facets.indexOf(key);
    if (key === "q") state.q = value.slice(0, LONGEST);
    else if (key === "sort" && sorts.includes(value)) state.sort = value;
    else if (key === "view" && VIEWS.includes(value)) state.view = value;
    else if ((key === "from" || key === "to") && YEAR.test(value)) state.range[key] = Number(value);
    else if (key === "keys") {
      const known = new Set(keys);
      const wanted = [...new Set(value.split(",").filter(Boolean))];
      state.keys = wanted.filter((name) => known.has(name));
      const gone = wanted.length - state.keys.length;
      if (gone) unknown.push(works(gone));
    } else if (key === "columns") {
      const wanted = value.split(",").filter(Boolean);
      state.columns = wanted.filter((name) => columns.includes(name));
      unknown.push(
        ...wanted.filter((name) => !columns.includes(name)).map((name) => gettext("a column “%(name)s”", { name })),
      );
    } else if (facet >= 0) {
      const number = names[facet].indexOf(value);
      if (number < 0) unknown.push(gettext("%(label)s “%(value)s”", { label: labels[facet], value }));
      else if (!state.chosen[facet].includes(number)) state.chosen[facet].push(number);
    } else unknown.push(gettext("%(label)s “%(value)s”", { label: key, value }));
  }
  if (state.range.from && state.range.to && state.range.from > state.range.to)
    state.range = { from: state.range.to, to: state.range.from };
  return { state, unknown };
}

/** The address of a view, without its `#`. */
export function toAddress(state, { facets, names }) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.append("q", state.q);
  state.chosen.forEach((chosen, facet) => {
    for (const value of chosen) parameters.append(facets[facet], names[facet][value]);
  });
  if (state.range.from) parameters.append("from", String(state.range.from));
  if (state.range.to) parameters.append("to", String(state.range.to));
  if (state.sort) parameters.append("sort", state.sort);
  if (state.view !== "rows") parameters.append("view", state.view);
  if (state.keys) parameters.append("keys", state.keys.join(","));
  if (state.columns) parameters.append("columns", state.columns.join(","));
  return parameters.toString();
}
