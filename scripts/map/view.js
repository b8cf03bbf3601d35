// What of the map a reader sees, without the page: a view is how far it is magnified and by how many pixels it is moved.

export const WHOLE = { scale: 1, x: 0, y: 0 };
export const MOST = 24; // times that the map can be magnified
export const STEP = 1.6; // times that a press of a button or a key magnifies

const clamped = (value, low, high) => Math.min(high, Math.max(low, value));

/** The view with its edges outside the frame, so that the map always fills it. */
function kept({ scale, x, y }, { width, height }) {
  const moved = {
    scale,
    x: clamped(x, width * (1 - scale), 0),
    y: clamped(y, height * (1 - scale), 0),
  };
  return moved.scale === 1 ? WHOLE : moved;
}

/** A view magnified `factor` times more, the place `at` of the frame staying where it is. */
export function zoomed(view, factor, at, size) {
  const scale = clamped(view.scale * factor, 1, MOST);
  const by = scale / view.scale;
  return kept({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, size);
}

export function panned(view, by, size) {
  return kept({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, size);
}

/** The view after one of two fingers moved from `before` to `now` while the other stayed at `fixed`. */
export function pinched(view, before, now, fixed, size) {
  const apart = (point) => Math.max(1, Math.hypot(point.x - fixed.x, point.y - fixed.y));
  const centre = { x: (now.x + fixed.x) / 2, y: (now.y + fixed.y) / 2 };
  const by = { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 };
  return zoomed(panned(view, by, size), apart(now) / apart(before), centre, size);
}

/** Where in the frame a view shows a place of the map. */
export function shownAt(view, { x, y }) {
  return { x: x * view.scale + view.x, y: y * view.scale + view.y };
}

export function isInside({ x, y }, { width, height }, margin = 0) {
  return x >= margin && y >= margin && x <= width - margin && y <= height - margin;
}

/** The number of the place that is nearest to a point, at most `reach` from it; -1 where there is none. */
export function nearest(places, point, reach) {
  let best = reach * reach;
  let found = -1;
  places.forEach((place, number) => {
    if (!place) return;
    const distance = (place.x - point.x) ** 2 + (place.y - point.y) ** 2;
    if (distance <= best) {
      best = distance;
      found = number;
    }
  });
  return found;
}

/** Whether a mark has what is asked for: all words, the theme, a year within the range (`first` to `last` is no restriction). */
export function passes(mark, { words, theme, from, to, first, last }) {
  if (theme && mark.theme !== theme) return false;
  if ((from > first || to < last) && !(mark.year >= from && mark.year <= to)) return false;
  return words.every((word) => mark.text.includes(word));
}
