// The peer that asks regular expressions, as `Regex` in peers/python_peers.py: literals joined by `.*`.

const MOST = 10;

/**
 * Return what finds the templates of a text, the longest first, by their numbers.
 *
 * For a pattern of literals and `.*` only, finding the literals from left to right is the same test.
 * @param {string[]} templates
 * @param {string} hole what stands for a placeholder
 * @returns {(text: string) => number[]}
 */
export function createSearch(templates, hole) {
  const patterns = templates
    .map((template, number) => ({ number, literals: template.split(hole).map(fold).filter(Boolean) }))
    .filter(({ literals }) => literals.length);
  const size = (/** @type {{literals: string[]}} */ { literals }) => literals.join("").length;
  patterns.sort((one, other) => size(other) - size(one) || one.number - other.number);
  return (text) => {
    const folded = fold(text);
    /** @type {number[]} */
    const found = [];
    patterns: for (const { number, literals } of patterns) {
      let at = 0;
      for (const literal of literals) {
        at = folded.indexOf(literal, at);
        if (at < 0) continue patterns;
        at += literal.length;
      }
      if (found.push(number) === MOST) break;
    }
    return found;
  };
}

/**
 * @param {string} text
 * @returns {string}
 */
function fold(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
