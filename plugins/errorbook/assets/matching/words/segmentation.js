// Words that ran together: where the spaces between them were lost.

/** Words that ran together have about so many letters in the mean; shorter ones are found in any letters. */
const LETTERS_EACH = 4;

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
