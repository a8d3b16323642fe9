// What a matcher answers: findings with their values and places, and what it could not explain.

import { first, strip, stripEnd, stripStart } from "./helpers.js";
import { path } from "./values/paths.js";

/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./search.js").Outcome} Outcome */

/**
 * [start, end, name of the hole or "" for the message's own words]
 * @typedef {[start: number, end: number, hole: string]} Span
 *
 * An entry found in a paste; offsets are UTF-16 units of the paste.
 * @typedef {object} Finding
 * @property {string} id
 * @property {Outcome} outcome
 * @property {number} score
 * @property {import("./doubts/doubts.js").Reason} reason
 * @property {Record<string, string>} values each hole's first content
 * @property {Record<string, string[]>} further what else stands in the same hole elsewhere
 * @property {Span[]} spans of all occurrences
 * @property {number} count
 * @property {string[]} documents
 * @property {string[]} path
 * @property {number} message
 *
 * All that a paste says.
 * @typedef {object} Result
 * @property {Finding[]} findings
 * @property {{id: string, score: number}[]} nearest
 * @property {string[]} unknown
 * @property {number} read
 */

const DOCUMENT = new RegExp(
  "[^0-9A-Za-z-]([A-Z]{1,6}-[0-9]{2,12}(?:/[0-9]{1,12})?)" +
    "(?=[^0-9A-Za-z/-]|/(?:[^0-9A-Za-z]|[A-Z]{1,6}-[0-9]))",
  "g",
);
const FARTHEST_LEFT = 400;
const FARTHEST_RIGHT = 200;
const MOST_UNKNOWN = 5;

/**
 * Return the literal stretches and values of an occurrence, in the order of the paste.
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @returns {Span[]}
 */
function spansOf(item, tokens) {
  /** @type {Span[]} */
  const found = item.values.map(({ start, end, name }) => [start, end, name]);
  /** @type {Span | null} */
  let run = null;
  let previous = -2;
  for (const [place] of item.scored.alignment.pairs) {
    const [start, end] = tokens.normalised.span(tokens.starts[place] ?? 0, tokens.ends[place] ?? 0);
    if (run && place === previous + 1) {
      run[1] = end;
    } else {
      run = [start, end, ""];
      found.push(run);
    }
    previous = place;
  }
  return found.sort(bySpan);
}

/**
 * @param {Span} one
 * @param {Span} two
 * @returns {number}
 */
function bySpan(one, two) {
  return one[0] - two[0] || one[1] - two[1] || (one[2] < two[2] ? -1 : one[2] > two[2] ? 1 : 0);
}

/**
 * Return the document numbers on the lines of an occurrence.
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @returns {string[]}
 */
function documentsOf(item, tokens) {
  const { paste } = tokens;
  const [first, last] = stretch(item, tokens);
  let start = Math.max(0, first - FARTHEST_LEFT);
  start += paste.slice(start, first).lastIndexOf("\n") + 1;
  let stop = Math.min(paste.length, last + FARTHEST_RIGHT);
  const line = paste.slice(last, stop).indexOf("\n");
  stop = line === -1 ? stop : last + line;
  // With a character on each side: a number that is cut in two is none.
  const left = paste.charAt(start - 1) || " ";
  const right = paste.charAt(stop) || " ";
  const text = left + paste.slice(start, stop) + right;
  return Array.from(text.matchAll(DOCUMENT), (match) => match[1] ?? "");
}

/**
 * Return how often an entry was found: a fault that has two of its wordings is one.
 * @param {Occurrence[]} items
 * @returns {number}
 */
function timesFound(items) {
  /** @type {Map<number, number>} */
  const times = new Map();
  for (const { scored } of items) {
    const { message } = scored.alignment.template;
    times.set(message, (times.get(message) ?? 0) + 1);
  }
  return Math.max(...times.values());
}

/**
 * Return the finding that some occurrences of one entry are, the first occurrence first.
 * @param {string} id
 * @param {Occurrence[]} items
 * @param {Tokens} tokens
 * @returns {Finding}
 */
export function findingOf(id, items, tokens) {
  const first = /** @type {Occurrence} */ (items[0]);
  let best = first;
  /** @type {Span[]} */
  const spans = [];
  /** @type {Set<string>} */
  const documents = new Set();
  /** @type {Map<string, Set<string>>} */
  const contents = new Map();
  for (const item of items) {
    const surer = Number(item.outcome === "is") - Number(best.outcome === "is");
    if (surer > 0 || (surer === 0 && item.score > best.score)) best = item;
    spans.push(...spansOf(item, tokens));
    for (const document of documentsOf(item, tokens)) documents.add(document);
    for (const { name, text } of item.values) {
      contents.set(name, (contents.get(name) ?? new Set()).add(text));
    }
  }
  return {
    id,
    outcome: best.outcome ?? "like",
    score: best.score,
    reason: best.reason,
    values: Object.fromEntries(Array.from(contents, ([name, [text = ""]]) => [name, text])),
    further: Object.fromEntries(
      Array.from(contents, ([name, [, ...texts]]) => [name, texts]).filter(([, texts]) => texts?.length),
    ),
    spans,
    count: timesFound(items),
    documents: [...documents],
    path: path(tokens.paste, tokens.normalised.first(tokens.starts[first.scored.start] ?? 0)),
    message: best.scored.alignment.template.message,
  };
}

/**
 * Return the lines that no finding explains, the first few; the findings come in their order.
 * @param {Tokens} tokens
 * @param {Occurrence[]} kept
 * @returns {string[]}
 */
export function unknownIn(tokens, kept) {
  const explained = kept.map((item) => stretch(item, tokens));
  /** @type {string[]} */
  const lines = [];
  let start = 0;
  let passed = 0;
  for (const line of tokens.paste.split("\n")) {
    const end = start + line.length;
    const text = strip(line, " \t\r");
    while (passed < explained.length && (explained[passed]?.[1] ?? 0) <= start) passed += 1;
    if (text && (explained[passed]?.[0] ?? Infinity) >= end) {
      lines.push(text);
      if (lines.length === MOST_UNKNOWN) break;
    }
    start = end + 1;
  }
  return lines;
}

/**
 * Return where in the paste an occurrence begins and ends.
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @returns {[start: number, end: number]}
 */
export function stretch(item, tokens) {
  const first = item.scored.start;
  const last = item.scored.end - 1;
  return tokens.normalised.span(tokens.starts[first] ?? 0, tokens.ends[last] ?? 0);
}

/**
 * Return each entry once: those of a title first, then those of messages, then those of codes.
 * @param {Finding[]} titled
 * @param {Finding[]} told
 * @param {Finding[]} coded
 * @returns {Finding[]}
 */
export function merged(titled, told, coded) {
  const found = new Map(titled.map((finding) => [finding.id, finding]));
  for (const finding of told) found.set(finding.id, finding);
  for (const finding of coded) first(found, finding.id, finding);
  return [...found.values()];
}

/**
 * Return where the text of a paste begins and ends.
 * @param {string} paste
 * @returns {[number, number]}
 */
export function textEnds(paste) {
  return [paste.length - stripStart(paste, " \t\r\n").length, stripEnd(paste, " \t\r\n").length];
}
