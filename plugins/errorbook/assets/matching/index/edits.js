// How far two words are apart, in typing errors.

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
