// How much an alignment explains: of its template, and of the paste around it.

import { stripStart } from "../helpers.js";
import { HOLE, isTelling } from "../index/compiled-templates.js";

/** @typedef {import("./alignment.js").Alignment} Alignment */
/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("../index/compiled-templates.js").Template} Template */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */
/** @typedef {import("../settings.js").Settings} Settings */

/**
 * An alignment with what speaks for and against it.
 * @typedef {object} ScoredAlignment
 * @property {Alignment} alignment
 * @property {number} start first word of the paste that the alignment explains
 * @property {number} end the word after the last
 * @property {number} coverage share of the template's weight that is there: 1 for a whole message
 * @property {number} cutCoverage the same, with what a cut took away counting little
 * @property {number} innerCoverage the same, between its first and its last word that are there
 * @property {number} weightBeyond unexplained weight where its end should be; on both sides if it has no head
 * @property {number} confidence how sure we are, 0 to 1
 * @property {number} confidenceInLog the same, if what stands before it is only the beginning of a log's line
 * @property {number} rank what orders the candidates: explained weight, less what is missing and left over
 */

const CLOSING_MARKS = new Map([
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);
const NEGLIGIBLE = 0.01;
/** What ends a sentence, among the marks of a gap. */
export const STOP = /[.!?]/;

/**
 * Weigh an alignment in its surroundings.
 * @param {Alignment} alignment
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {ScoredAlignment}
 */
export function scoreAlignment(alignment, tokens, inverted) {
  const { settings } = inverted;
  const { template } = alignment;
  const [first, firstWord, last, lastWord] = endsOf(alignment);
  let head = 0;
  let tail = 0;
  for (let word = 0; word < firstWord; word += 1) head += template.weights[word] ?? 0;
  for (let word = lastWord + 1; word < template.words.length; word += 1) tail += template.weights[word] ?? 0;
  let aligned = 0;
  for (const [, word] of alignment.pairs) aligned += template.weights[word] ?? 0;
  const inside = template.wordsTotal - head - tail - aligned;
  let breaks = 0;
  for (let place = first + 1; place <= last; place += 1) {
    if ((tokens.gaps[place] ?? "").includes("\n")) breaks += 1;
  }
  const broken = settings.line_break * Math.max(0, breaks - template.breaks);
  const explained = alignment.explained - Math.min(broken, 0.15 * alignment.explained);

  const begin = first - (isRest(alignment, tokens) ? 1 : 0);
  const end = last + 1 + (isStub(alignment, tokens) ? 1 : 0);
  const [left, right] = around(alignment, tokens, settings, begin, end);
  const ended = endsSentence(tokens.marks[last + 1] ?? "", template.gaps[lastWord + 1] ?? "");
  const shown = end > last + 1 || (tokens.marks[end] ?? "").includes("...");
  if (shown || (right < settings.cut_slack && !ended)) {
    // How rare the lost words are says nothing about which message it was.
    const lost = template.words.length - lastWord - 1;
    tail = Math.min(tail, settings.cut_tail + settings.cut_tail_word * lost);
  }
  if (left < settings.cut_slack) {
    head = Math.min(head, settings.cut_head + settings.cut_head_word * head);
  }
  const leftOver = left + right;
  const weightBeyond = (firstWord ? left : 0) + (firstWord || !shown ? right : 0);
  const missing = inside + head + tail;
  // Marks around a hole that lack speak against a template; marks of its own are worth more than a hole.
  const gap = lastWord === template.words.length - 1 ? lastWord + 1 : lastWord;
  let fences = 0;
  for (let index = firstWord > 0 ? firstWord + 1 : 0; index <= gap; index += 1) {
    if (template.holes[index]?.length) fences += template.markWeights[index] ?? 0;
  }
  const rank =
    explained -
    fences -
    settings.missing * missing -
    settings.unexplained * leftOver;
  // A message that was broken over lines is less sure, but no less whole.
  const coverage = alignment.explained / template.total;
  const doubt = settings.doubt * (1 + settings.little_evidence / explained);
  const share = explained / template.total;
  const confidence = (share * share * explained) / (explained + doubt * leftOver);
  const confidenceInLog = (share * share * explained) / (explained + doubt * right);
  const cutCoverage = explained / (explained + missing);
  const innerCoverage = explained / (explained + inside);
  const place = { start: first, end: last + 1 };
  const coverages = { coverage, cutCoverage, innerCoverage };
  return { alignment, ...place, ...coverages, weightBeyond, confidence, confidenceInLog, rank };
}

/**
 * Return whether two scored alignments explain the same place.
 * @param {ScoredAlignment} one
 * @param {ScoredAlignment} other
 * @returns {boolean}
 */
export function overlap(one, other) {
  return one.start < other.end && other.start < one.end;
}

/**
 * Return whether a full stop follows where the template has none: such a sentence was not cut off.
 * @param {string} marks
 * @param {string} expected
 * @returns {boolean}
 */
function endsSentence(marks, expected) {
  return STOP.test(marks) && !marks.includes("...") && !STOP.test(expected);
}

/**
 * Return the first and the last pair of an alignment.
 * @param {Alignment} alignment
 * @returns {[first: number, firstWord: number, last: number, lastWord: number]}
 */
export function endsOf({ pairs }) {
  const [first, firstWord] = pairs[0] ?? [0, 0];
  const [last, lastWord] = pairs[pairs.length - 1] ?? [0, 0];
  return [first, firstWord, last, lastWord];
}

/**
 * Return whether the paste goes on with the beginning of the template's next word: it was cut in it.
 * @param {Alignment} alignment
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function isStub(alignment, tokens) {
  const { template } = alignment;
  const [, , last, lastWord] = endsOf(alignment);
  if (last + 1 >= tokens.words.length || lastWord + 1 >= template.words.length) return false;
  const word = tokens.words[last + 1] ?? "";
  const whole = template.words[lastWord + 1] ?? "";
  const beside =
    tokens.marks[last + 1] === template.gaps[lastWord + 1] && !template.holes[lastWord + 1]?.length;
  const mark = tokens.marks[last + 2] ?? "";
  return beside && word !== whole && whole.startsWith(word) && !mark.startsWith("'") && !mark.startsWith("-");
}

/**
 * Return whether the end of the template's word before stands before the paste: it was cut in it.
 * @param {Alignment} alignment
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function isRest(alignment, tokens) {
  const { template } = alignment;
  const [first, firstWord] = endsOf(alignment);
  if (first === 0 || firstWord === 0 || template.holes[firstWord]?.length) return false;
  const word = tokens.words[first - 1] ?? "";
  const whole = template.words[firstWord - 1] ?? "";
  return tokens.marks[first] === template.gaps[firstWord] && word !== whole && whole.endsWith(word);
}

/**
 * Return the unexplained weight before a beginning and from an end on, nearer words counting more.
 * @param {Alignment} alignment
 * @param {Tokens} tokens
 * @param {Settings} settings
 * @param {number} begin
 * @param {number} end
 * @returns {[left: number, right: number]}
 */
function around(alignment, tokens, settings, begin, end) {
  const { template } = alignment;
  const [, firstWord, , lastWord] = endsOf(alignment);
  const opening = template.after[0] ?? "";
  const ending = template.before[template.words.length] ?? "";
  let before = tokens.marks[begin] ?? "";
  let after = tokens.marks[end] ?? "";
  let leftShare = 1;
  let rightShare = 1;
  if (firstWord === 0 && before.endsWith(opening)) {
    if ((template.gaps[0] ?? "").includes(HOLE)) leftShare = settings.fenced;
    before = before.slice(0, before.length - opening.length);
  }
  if (lastWord === template.words.length - 1 && after.startsWith(ending)) {
    if ((template.gaps[template.words.length] ?? "").includes(HOLE)) rightShare = settings.fenced;
    after = after.slice(ending.length);
  }
  const closing = CLOSING_MARKS.get(before.slice(-1));
  if (closing !== undefined && stripStart(after, ".,;:!?").startsWith(closing)) {
    leftShare *= settings.fenced;
    rightShare *= settings.fenced;
  }
  return [
    weightFrom(begin - 1, -1, leftShare, tokens, settings),
    weightFrom(end, 1, rightShare, tokens, settings),
  ];
}

/**
 * Return the weight of the words from a place on, in one direction.
 * @param {number} place
 * @param {1 | -1} step
 * @param {number} share
 * @param {Tokens} tokens
 * @param {Settings} settings
 * @returns {number}
 */
function weightFrom(place, step, share, tokens, settings) {
  let total = 0;
  for (; place >= 0 && place < tokens.words.length; place += step) {
    share *= (tokens.boundaries[step < 0 ? place + 1 : place] ?? 0) * settings.distance;
    if (share < NEGLIGIBLE) break;
    if (!tokens.explained[place]) total += share * (tokens.weights[place] ?? 0);
  }
  return total;
}

/**
 * Return whether so telling a message is whole that it looks like one whatever is said around it.
 * @param {ScoredAlignment} scored
 * @param {InvertedIndex} inverted
 */
export function standsOut({ coverage, alignment }, { settings, rarest }) {
  const { template, explained } = alignment;
  if (coverage < settings.whole) return false;
  const whole = ["full", "short", "inferred"].includes(template.role);
  // The name of a fault is all that a program gives for its own, so it may be called a part of a message.
  if (isTelling(template, settings)) return whole || template.role === "fragment";
  return whole && explained >= settings.whole_weight * rarest;
}
