// Where a number ends that touches another value: 2.5 in "2.5ms".

const FIRST_NUMBER = /^[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*/;
const LAST_NUMBER = /(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*$/;

/**
 * Return where the first of two values ends of which one is a number; where none is, it has all.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string | undefined} left
 * @param {string | undefined} right
 * @returns {number}
 */
export function numberEdge(text, start, end, left, right) {
  const stretch = text.slice(start, end);
  const [one, other] = [left === "number", right === "number"];
  const first = one && !other ? FIRST_NUMBER.exec(stretch) : null;
  if (first) return start + first[0].length;
  const last = other && !one ? LAST_NUMBER.exec(stretch) : null;
  return last ? start + last.index : end;
}
