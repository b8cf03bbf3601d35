// Data of a large survey stand in parts, in the order of what they hold.

/** The place of the part that holds a key, where `firsts` are the first keys of the parts. */
export function partOf(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
