// What becomes of a list of works when something is added, removed or moved: without the page, so that it can be tested.

/** The list without the work if it was there, with it at the end if not. */
export function toggled(list, key) {
  return list.includes(key) ? list.filter((other) => other !== key) : [...list, key];
}

/** Those of `given` that are not in the list. */
export function fresh(given, list) {
  return given.filter((key) => !list.includes(key));
}

/** The list with the work at another place. */
export function moved(list, key, place) {
  const others = list.filter((other) => other !== key);
  others.splice(place, 0, key);
  return others;
}

/** The address of the basket's page that shares a list. */
export function shareAddress(page, list) {
  return `${page.split("#")[0]}#keys=${list.map(encodeURIComponent).join(",")}`;
}

/**
 * The number of the button that gets the focus after `act` was done at a place of the list.
 *
 * The focus stays on the button that was pressed; where it is gone or spent, on the nearest one that is left. `buttons`
 * are those that can be pressed, each with what it does and its place in the list; -1 where there is none.
 */
export function focusedNext(buttons, act, place) {
  const same = buttons.findIndex((button) => button.act === act);
  if (same >= 0) return same;
  const last = Math.max(...buttons.map((button) => button.place));
  return buttons.findIndex((button) => button.place >= Math.min(place, last));
}
