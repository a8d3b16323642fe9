// Where a value begins and ends: its sign, currency, brackets and quotes, a number that touches another.

/** @typedef {import("../words/tokens.js").Tokens} Tokens */

const NUMERALS = "0123456789";
const BEFORE_SIGN = " \t\n\"'([";
const BRACKETS = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
];
const WIDE_BLANK = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const CURRENCY = /^[\u00a2-\u00a5\u20a0-\u20cf]/;
const FIRST_NUMBER = /^[ \t\n]*[+-]?[0-9]+(?:[.,][0-9]+)*/;
const LAST_NUMBER = /(?<![0-9.,+-])[+-]?[0-9]+(?:[.,][0-9]+)*[ \t\n]*$/;

/**
 * Return whether a blank of the plain text is a sign or a picture in the paste.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function isSymbol(place, { normalised, paste }) {
  if (normalised.text.charAt(place) !== " ") return false;
  const [start, end] = normalised.span(place, place + 1);
  const character = paste.charAt(start);
  return end - start === 1 && character > "\x7f" && !WIDE_BLANK.test(character);
}

/**
 * Return a stretch of the plain text with what belongs to the value in it, as far as there is room.
 * @param {number} first
 * @param {number} after
 * @param {[least: number, most: number]} room
 * @param {Tokens} tokens
 * @returns {[first: number, after: number]}
 */
export function extend(first, after, [least, most], tokens) {
  const { text } = tokens.normalised;
  if (first > least && NUMERALS.includes(text.charAt(first)) && text.charAt(first - 1) === "-") {
    if (first === 1 || BEFORE_SIGN.includes(text.charAt(first - 2))) first -= 1;
  }
  const inside = text.slice(first, after);
  for (const [opening = "", closing = ""] of BRACKETS) {
    const more = inside.split(opening).length - inside.split(closing).length;
    if (more > 0 && after < most && text.charAt(after) === closing) after += 1;
    else if (more < 0 && first > least && text.charAt(first - 1) === opening) first -= 1;
  }
  if (inside.split('"').length % 2 === 0) {
    if (after < most && text.charAt(after) === '"') after += 1;
    else if (first > least && text.charAt(first - 1) === '"') first -= 1;
  }
  const before = currencySize(first - 1, -1, tokens);
  if (first - before >= least) first -= before;
  const behind = currencySize(after, 1, tokens);
  if (after + behind <= most) after += behind;
  return [first, after];
}

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

/**
 * Return how many characters a currency takes, with a space between; it is normalised to a space, too.
 * @param {number} place
 * @param {number} step
 * @param {Tokens} tokens
 * @returns {number}
 */
function currencySize(place, step, { normalised, paste }) {
  for (const size of [1, 2]) {
    if (normalised.text.charAt(place) !== " ") break;
    if (CURRENCY.test(paste.charAt(normalised.first(place)))) return size;
    place += step;
  }
  return 0;
}
