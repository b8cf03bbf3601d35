// A figure of hundreds of marks is one stop on the keyboard's way; inside it, the arrows lead to the mark that is nearest in their
// direction, and the page keys to the next one and the one before, which leaves none out.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEPS = { PageUp: -1, PageDown: 1 };
const ASIDE = 2; // times as far as it is: what a mark is off the direction

/** The number of the place nearest to `from` in a direction, all as `[x, y]` in pixels; -1 where there is none. */
export function nearestIn([right, down], from, places) {
  let least = Number.POSITIVE_INFINITY;
  let nearest = -1;
  places.forEach(([x, y], at) => {
    const [across, downwards] = [x - from[0], y - from[1]];
    const ahead = across * right + downwards * down;
    const aside = Math.abs(across * down) + Math.abs(downwards * right);
    const distance = ahead + ASIDE * aside;
    if (ahead <= 1 || distance >= least) return;
    least = distance;
    nearest = at;
  });
  return nearest;
}

function middleOf(mark) {
  const box = mark.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/** The mark that a key leads to from the one with the focus, if any. */
function markAfter(key, marks) {
  const here = document.activeElement;
  if (key in STEPS) return marks[marks.indexOf(here) + STEPS[key]];
  return marks[nearestIn(ARROWS[key], middleOf(here), marks.map(middleOf))];
}

/** The first mark of each variant of the figure, of which the style sheet shows one, can be reached by Tab. */
function firstOfEachVariant(marks) {
  const variants = new Set();
  for (const mark of marks) {
    const variant = mark.closest(".wide, .narrow");
    mark.tabIndex = variants.has(variant) ? -1 : 0;
    variants.add(variant);
  }
}

function rove(figure, marks) {
  const shown = () => marks.filter((mark) => mark.getClientRects().length);
  figure.dataset.roving = ""; // a class more would have all of the figure styled anew
  firstOfEachVariant(marks);
  figure.addEventListener("focusin", (event) => {
    for (const mark of shown()) mark.tabIndex = mark.contains(event.target) ? 0 : -1;
  });
  figure.addEventListener("keydown", (event) => {
    const isOurs = event.key in ARROWS || event.key in STEPS;
    if (!isOurs || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    markAfter(event.key, shown())?.focus();
  });
}

export function roving() {
  for (const figure of document.querySelectorAll("svg.figure:not([data-roving])")) {
    const marks = [...figure.querySelectorAll("a.mark")];
    if (marks.length > 1) rove(figure, marks);
  }
}
