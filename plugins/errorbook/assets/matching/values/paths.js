// Where in a structured payload a place stands: the keys of JSON or the elements of XML around it.

const FARTHEST = 200_000;
const FARTHEST_QUOTE = 10_000;
const LONGEST_KEY = 80;
const KEY = /\\*["']([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*["'][ \t\r\n]*(?::|=>|=)[ \t\r\n]*\\*$/;
const ELEMENT_AROUND = /<(\/?)([A-Za-z][A-Za-z0-9_.:-]{0,60})(?:[ \t\r\n][^<>]{0,400}?)?(\/?)>/g;
const CLOSING_AFTER = /<\/([A-Za-z][A-Za-z0-9_.:-]{0,60})/g;
// Elements with which mails and pages are laid out: they name no part of a payload.
const LAYOUT = new RegExp(
  "^(?:b|blockquote|body|br|center|dd|div|dl|dt|em|font|h[1-6]|html|i|li|ol|p|pre" +
    "|small|span|strong|table|tbody|td|tfoot|th|thead|tr|ul)$",
  "i",
);

/**
 * Return the keys or elements that lead to a place in the paste, outermost first; [] for plain text.
 * @param {string} paste
 * @param {number} place
 * @returns {string[]}
 */
export function path(paste, place) {
  if (place > FARTHEST) return [];
  const keys = keysAround(paste, place);
  return keys.length ? keys : elementsAround(paste, place);
}

/**
 * Walk back from the place: each bracket that is still open, and the key before it, is a step.
 * @param {string} paste
 * @param {number} place
 * @returns {string[]}
 */
function keysAround(paste, place) {
  // The text itself stands in a string, whose key comes right before its opening quote.
  let position = openingQuote(paste, place);
  if (position === -1) return [];
  const steps = [keyBefore(paste, position)];
  let depth = 0;
  while (position > 0) {
    position -= 1;
    const character = paste.charAt(position);
    if (character === '"' || character === "'") {
      // Brackets inside strings do not count: jump to the string's beginning.
      const start = position > 0 ? paste.lastIndexOf(character, position - 1) : -1;
      if (start === -1) break;
      position = start;
    } else if (character === "}" || character === "]" || character === ")") {
      depth += 1;
    } else if (character === "{" || character === "[" || character === "(") {
      if (depth) depth -= 1;
      else {
        const outer = keyBefore(paste, position);
        if (outer) steps.push(outer);
      }
    }
  }
  return steps.reverse();
}

/**
 * @param {string} paste
 * @param {number} place
 * @returns {number}
 */
function openingQuote(paste, place) {
  let position = place;
  while (position > 0 && place - position < FARTHEST_QUOTE) {
    position -= 1;
    const character = paste.charAt(position);
    if (character === '"') {
      if (keyBefore(paste, position)) return position;
    } else if (character === "\n") return -1;
  }
  return -1;
}

/**
 * @param {string} paste
 * @param {number} position
 * @returns {string}
 */
function keyBefore(paste, position) {
  return KEY.exec(paste.slice(Math.max(0, position - LONGEST_KEY), position))?.[1] ?? "";
}

/**
 * @param {string} paste
 * @param {number} place
 * @returns {string[]}
 */
function elementsAround(paste, place) {
  const rest = paste.slice(place, place + FARTHEST);
  // Most pastes are no XML: what cannot be closed need not be read.
  if (!rest.includes("</")) return [];
  /** @type {string[]} */
  const steps = [];
  /** @type {Map<string, number>} */
  const opened = new Map();
  for (const [, closing, name = "", empty] of paste.slice(0, place).matchAll(ELEMENT_AROUND)) {
    const until = opened.get(name) ?? 0;
    if (closing) {
      while (until && opened.get(name) === until) {
        const inner = steps.pop() ?? "";
        opened.set(inner, (opened.get(inner) ?? 0) - 1);
      }
    } else if (!empty) {
      steps.push(name);
      opened.set(name, until + 1);
    }
  }
  if (!steps.length) return [];
  const closed = new Set(Array.from(rest.matchAll(CLOSING_AFTER), (match) => match[1] ?? ""));
  return steps.filter((step) => closed.has(step) && !LAYOUT.test(step));
}
