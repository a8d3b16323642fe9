// How words are misspelt: letters mistyped, and words that ran together because a blank was lost.

/** Words that ran together have about so many letters in the mean; shorter ones are found in any letters. */
const LETTERS_EACH = 4;

/**
 * Return how many letters were mistyped (changed, lost, added or swapped), or "most + 1" if more.
 *
 * Optimal string alignment distance: Boytsov, "Indexing methods for approximate dictionary searching", 2011.
 * @param {string} first
 * @param {string} second
 * @param {number} most
 * @returns {number}
 */
export function edits(first, second, most) {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i += 1) {
    const following = [i];
    const left = first.charCodeAt(i - 1);
    let least = i;
    for (let j = 1; j <= second.length; j += 1) {
      const right = second.charCodeAt(j - 1);
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (following[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (left === right ? 0 : 1),
      );
      if (i > 1 && j > 1 && left === second.charCodeAt(j - 2) && first.charCodeAt(i - 2) === right) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      following.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = following;
  }
  return Math.min(row[second.length] ?? 0, most + 1);
}

/**
 * Return where a word falls into known ones, the fewest there are; nothing if it does not.
 * @param {string} word
 * @param {(part: string) => boolean} knows
 * @returns {number[]}
 */
export function wordBreaks(word, knows) {
  const size = word.length;
  const most = Math.floor((size + 2) / LETTERS_EACH);
  // For each place that known words lead to: how many do, and where the last of them begins.
  const fewest = [0];
  /** @type {number[]} */
  const begins = [];
  for (let start = 0; start < size - 1; start += 1) {
    const before = fewest[start];
    if (before === undefined || before === most) continue;
    for (let end = start + 2; end <= size; end += 1) {
      if ((fewest[end] ?? Infinity) > before + 1 && knows(word.slice(start, end))) {
        fewest[end] = before + 1;
        begins[end] = start;
      }
    }
  }
  /** @type {number[]} */
  const found = [];
  for (let place = begins[size]; place; place = begins[place]) found.push(place);
  return found.reverse();
}
