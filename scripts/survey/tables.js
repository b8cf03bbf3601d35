// Tables and listings for those who do not see them, or have no pointer.
const ROLES = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  col: "columnheader",
  row: "rowheader",
  td: "cell",
};

/** A table that telephones set as blocks, or a part of it, says what it is, for browsers that forget it then. */
export function roles(whole, parts = "thead, tbody, tr, th, td") {
  for (const part of [whole, ...whole.querySelectorAll(parts)])
    part.setAttribute("role", ROLES[part.scope || part.localName]);
}

/**
 * What can scroll inside itself and has nothing else to hold the focus is within the keyboard's reach. (To ask what
 * does scroll would have all of it laid out.)
 */
export function reachable() {
  for (const node of document.querySelectorAll("pre > code, pre.entry, .md-typeset__scrollwrap:not(:has(a))"))
    node.tabIndex = 0;
}
