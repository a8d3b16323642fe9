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
  /**
   * For each place that known words lead to: how many do, and where the last of them begins.
   * @type {([count: number, start: number] | undefined)[]}
   */
  const fewest = [[0, 0]];
  for (let start = 0; start < size - 1; start += 1) {
    const before = fewest[start];
    if (!before || before[0] === most) continue;
    const count = before[0] + 1;
    for (let end = start + 2; end <= size; end += 1) {
      const known = fewest[end];
      if ((!known || known[0] > count) && knows(word.slice(start, end))) fewest[end] = [count, start];
    }
  }
  /** @type {number[]} */
  const found = [];
  for (let place = fewest[size]?.[1] ?? 0; place > 0; place = fewest[place]?.[1] ?? 0) found.push(place);
  return found.reverse();
}
