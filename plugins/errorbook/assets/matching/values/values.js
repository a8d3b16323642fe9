// What fills a message's holes: where it stands in the paste, and whether it is of the declared kind.

import {
  extend,
  inchMark,
  isSymbol,
  lastKind,
  leftEdge,
  numberEdge,
  pastFence,
  rightEdge,
  plainQuotes,
} from "./extents.js";
import { strip } from "../helpers.js";
import { withoutEntities } from "../words/decoding.js";
import { TAG } from "../words/tags.js";
import { fits, isRequest, ownPart, ownStart, PLAIN_TEXT } from "./value-kinds.js";
import { HOLE } from "../index/compiled-templates.js";

/** @typedef {import("../candidates/alignment.js").Alignment} Alignment */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("./value-kinds.js").Kind} Kind */

/**
 * A hole's content; the offsets are those of the paste.
 * @typedef {{name: string, text: string, start: number, end: number}} Value
 */

const BLANKS = " \t\n\r" + TAG;
// What people paste from documentation, or what a tool put in place of the value.
const PLACEHOLDER = new RegExp(
  "^[<{[(%$]*(?:[xX]{3,}|\\*{3,}|[_.]{3,}|redacted|REDACTED|%[sd]" +
    "|\\{[A-Za-z0-9_]{0,40}\\}|[{<[][A-Za-z0-9_ ]{1,40}[}>\\]])[>}\\])%]*$",
);

/**
 * Return the values of all holes whose neighbours are there, in the order of the paste.
 * @param {Alignment} alignment
 * @param {Tokens} tokens
 * @param {Map<string, Kind>} declared
 * @returns {Value[]}
 */
export function readValues(alignment, tokens, declared) {
  const { template } = alignment;
  /** @type {Value[]} */
  const values = [];
  const places = new Map(alignment.pairs.map(([place, word]) => [word, place]));
  for (const [gap, names] of template.holes.entries()) {
    if (!names.length) continue;
    const before = places.get(gap - 1);
    const after = places.get(gap);
    let start, end;
    if (gap === 0 && after !== undefined) {
      start = tokens.starts[leftEdge(after, tokens)] ?? 0;
      end = tokens.starts[after] ?? 0;
    } else if (gap === template.words.length && before !== undefined) {
      const edge = rightEdge(before, tokens, lastKind(template, declared));
      start = tokens.ends[before] ?? 0;
      end = pastFence(edge, template.after[gap] ?? "", tokens);
    } else if (before !== undefined && after !== undefined) {
      start = tokens.ends[before] ?? 0;
      end = tokens.starts[after] ?? 0;
    } else {
      continue;
    }
    // Beyond the message's own words, a value takes in what belongs to it.
    const least = gap === 0 ? 0 : start;
    const most = gap === template.words.length ? tokens.normalised.text.length : end;
    const between = template.gaps[gap] ?? "";
    const found = shareOut(names, between, start, end, [least, most], tokens, declared);
    const edge = gap === 0 ? found.shift() : gap === template.words.length ? found.pop() : undefined;
    if (!edge) values.push(...found);
    else if (gap === 0) values.push(narrowed(edge, declared, true), ...found);
    else values.push(...found, narrowed(edge, declared, false));
  }
  // Last of all: where a value was narrowed, its length told where it stands.
  return values.map((value) => ({ ...value, text: withoutEntities(plainQuotes(value.text)) }));
}

/**
 * Return the values of the holes in one gap; the marks between them, or a number, tell them apart.
 * @param {string[]} names
 * @param {string} gap
 * @param {number} start
 * @param {number} end
 * @param {[least: number, most: number]} room
 * @param {Tokens} tokens
 * @param {Map<string, Kind>} declared
 * @returns {Value[]}
 */
function shareOut(names, gap, start, end, room, tokens, declared) {
  const { text } = tokens.normalised;
  /** @type {Value[]} */
  const values = [];
  const inside = room[0] === start && room[1] === end;
  const fences = gap.split(HOLE);
  start = skipFence(text, start, end, fences[0] ?? "");
  for (const [index, name] of names.entries()) {
    const fence = fences[index + 1] ?? "";
    const kind = declared.get(name) ?? PLAIN_TEXT;
    const last = index === names.length - 1;
    let stop = fence ? placeOf(text, start, end, fence, last) : end;
    if (!fence && !last) {
      const following = declared.get(names[index + 1] ?? "") ?? PLAIN_TEXT;
      stop = touchingEdge(start, end, kind, following, tokens);
    }
    // Where the hole's own marks close it, a full stop before them is the value's.
    const ends = BLANKS + "\"'" + (fence && text.startsWith(fence, stop) ? "" : ".,;");
    let [first, after] = [start, stop];
    while (first < after && (BLANKS + "\"'").includes(text.charAt(first)) && !isSymbol(first, tokens, kind)) {
      first += 1;
    }
    while (after > first && ends.includes(text.charAt(after - 1)) && !isSymbol(after - 1, tokens, kind)) {
      after -= 1;
    }
    if (first < after) {
      const least = index || fences[0] ? start : room[0];
      const most = last && !fence ? room[1] : stop;
      [first, after] = extend(first, after, [least, most], tokens);
      after += inside ? inchMark(first, after, [start, stop], tokens) : 0;
      const [from, to] = tokens.normalised.span(first, after);
      const content = strip(tokens.paste.slice(from, to), BLANKS);
      const asks = isRequest(kind, content);
      if (content && !asks && !PLACEHOLDER.test(content)) {
        values.push({ name, text: content, start: from, end: to });
      }
    }
    start = Math.min(end, stop + fence.length);
  }
  return values;
}

/**
 * Return where the first of two values ends that touch: by its pattern, or where one is a number.
 * @param {number} start
 * @param {number} end
 * @param {Kind} left
 * @param {Kind} right
 * @param {Tokens} tokens
 * @returns {number}
 */
function touchingEdge(start, end, left, right, { normalised, paste }) {
  const { text } = normalised;
  if (left.pattern === undefined) return numberEdge(text, start, end, left.type, right.type);
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1;
  // A pattern is of what was written: the plain text has small letters.
  let written = "";
  for (let place = start; place < end; place += 1) {
    written += paste.charAt(normalised.span(place, place + 1)[0]);
  }
  const own = ownStart(written, left.pattern);
  return own ? start + own.length : end;
}

/**
 * Return a value at the edge of a message without the words that its pattern does not let in.
 * @param {Value} value
 * @param {Map<string, Kind>} declared
 * @param {boolean} atEnd
 * @returns {Value}
 */
function narrowed(value, declared, atEnd) {
  const pattern = declared.get(value.name)?.pattern;
  if (pattern === undefined || fits(value.text, pattern)) return value;
  const text = ownPart(value.text, pattern, atEnd);
  const start = value.start + (atEnd ? value.text.length - text.length : 0);
  return text ? { name: value.name, text, start, end: start + text.length } : value;
}

/**
 * Return where a fence stands in a stretch, the first or the last time; the end when nowhere.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string} fence
 * @param {boolean} last
 * @returns {number}
 */
function placeOf(text, start, end, fence, last) {
  const stretch = text.slice(start, end);
  const found = last ? stretch.lastIndexOf(fence) : stretch.indexOf(fence);
  return found === -1 ? end : start + found;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string} fence
 * @returns {number}
 */
function skipFence(text, start, end, fence) {
  if (text.endsWith(fence, start)) return start;
  for (let index = 0; index < fence.length; index += 1) {
    const found = text.slice(start, end).indexOf(fence.charAt(index));
    if (found === -1) break;
    start += found + 1;
  }
  return start;
}

/**
 * Return whether one hole was filled with two different contents.
 * @param {Value[]} values
 * @returns {boolean}
 */
export function conflicts(values) {
  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const { name, text } of values) {
    if ((seen.get(name) ?? text) !== text) return true;
    seen.set(name, text);
  }
  return false;
}
