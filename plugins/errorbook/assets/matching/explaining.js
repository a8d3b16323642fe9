// What a paste may be, and why it is found or not: its words, the candidates of each place, the reasons.
// The twin of matching/explaining.py gives the same JSON; it decides nothing.

import { Alternatives } from "./candidates/alternatives.js";
import { claim, doubts, belowThreshold, ROLES, tooLittle } from "./doubts/doubts.js";
import { likenessOf } from "./words/tokens.js";
import { first, sum } from "./helpers.js";
import { isTruncated } from "./candidates/truncation.js";
import { valueKinds } from "./values/value-kinds.js";
import { readValues } from "./values/values.js";

/** @typedef {import("./candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./search.js").Outcome} Outcome */

/**
 * A wording weighed against a stretch of the paste; pairs are [word of the paste, word of it, similarity].
 * @typedef {object} Weighed
 * @property {string} id
 * @property {number} message
 * @property {string} text
 * @property {string} role
 * @property {[word: string, weight: number][]} template
 * @property {string[][]} holes names of the holes before each word, and after the last
 * @property {[place: number, word: number, similarity: number][]} pairs
 * @property {Record<string, string>} values
 * @property {number} shared
 * @property {number} explained
 * @property {number} total
 * @property {number} coverage
 * @property {number} surroundings
 * @property {number} score
 * @property {number} confidence
 * @property {number} cut_coverage
 * @property {number} rank
 * @property {Outcome | null} outcome
 * @property {string[]} against
 *
 * A stretch of the paste with its candidates, best first; `aside` says why it is not among the findings.
 * @typedef {{start: number, end: number, candidates: Weighed[], aside: string}} Place
 *
 * @typedef {{text: string, weight: number, like: [word: string, similarity: number][]}} Word
 * @typedef {{words: Word[], places: Place[], result: import("./findings.js").Result}} Explained
 *
 * An entry's id, its confidence, and what a matcher says of it.
 * @typedef {[id: string, score: number, outcome: Outcome | null]} Ranked
 */

const MOST_CANDIDATES = 5;

/**
 * Return what the matcher sees in a paste and why it answers as it does.
 * @param {import("./matcher.js").Matcher} matcher
 * @param {string} paste
 * @returns {Explained}
 */
export function explain(matcher, paste) {
  const { inverted } = matcher;
  const result = matcher.match(paste);
  const tokens = matcher.read(paste);
  matcher.noteCodes(tokens);
  // A code that is all of a paste is looked up; no words are compared.
  const byCode = result.findings.some(({ message }) => message < 0);
  const found = new Set(result.findings.map(({ id }) => id));
  const places = (byCode ? [] : matcher.search.occurrences(tokens)).map((item) =>
    placeExplained(item, tokens, inverted),
  );
  for (const place of places) place.aside = asideWords(place, found);
  return { words: tokens.words.map((_, place) => wordOf(tokens, place, inverted)), places, result };
}

/**
 * @param {Tokens} tokens
 * @param {number} place
 * @param {InvertedIndex} inverted
 * @returns {Word}
 */
function wordOf(tokens, place, inverted) {
  return {
    text: tokens.words[place] ?? "",
    weight: thousandths(tokens.weights[place] ?? 0),
    like: (tokens.similarities[place] ?? []).map((like) => [
      inverted.words[like.word] ?? "",
      like.similarity,
    ]),
  };
}

/**
 * @param {Occurrence} item
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Place}
 */
function placeExplained({ scored: best, alternatives }, tokens, inverted) {
  const following = alternatives
    .all()
    .slice(0, MOST_CANDIDATES - 1)
    .map((other) => weighed(other, new Alternatives([best]), tokens, inverted));
  const candidates = [weighed(best, alternatives, tokens, inverted), ...following];
  return { start: best.start, end: best.end, candidates, aside: "" };
}

/**
 * Say why a place with an outcome is not among the findings, or nothing.
 * @param {Place} place
 * @param {Set<string>} found
 * @returns {string}
 */
function asideWords({ candidates: [first] }, found) {
  if (!first?.outcome || found.has(first.id)) return "";
  if (!["heading", "alias"].includes(first.role)) return "Left out: a sure message says all of it as well.";
  return `Left out: ${ROLES[first.role]} steps back behind a message.`;
}

/**
 * @param {ScoredAlignment} scored
 * @param {Alternatives} alternatives
 * @param {Tokens} tokens
 * @param {InvertedIndex} inverted
 * @returns {Weighed}
 */
function weighed(scored, alternatives, tokens, inverted) {
  const { alignment, coverage, confidence } = scored;
  const { template } = alignment;
  const entry = /** @type {import("./settings.js").Entry} */ (inverted.entries[template.entry]);
  const values = readValues(alignment, tokens, valueKinds(entry));
  /** @type {Weighed["pairs"]} */
  const pairs = alignment.pairs.map(([place, word]) => [
    place,
    word,
    likenessOf(place, word, template, tokens),
  ]);
  const claimed = claim(scored, alternatives, values, inverted);
  const unsure = Array.from(doubts(claimed, tokens, inverted), ({ text }) => text);
  const nothing = [...tooLittle(scored, tokens, inverted)];
  const truncated = isTruncated(scored, alternatives, tokens, inverted);
  if (!truncated) nothing.push(...belowThreshold(claimed, "like", inverted));
  const seen = coverage * coverage;
  return {
    id: entry.id,
    message: template.message,
    text: entry.messages?.[template.message]?.[0] ?? "",
    role: template.role,
    template: template.words.map((word, number) => [word, thousandths(template.weights[number] ?? 0)]),
    holes: template.holes,
    pairs,
    values: Object.fromEntries(values.reverse().map(({ name, text }) => [name, text])),
    shared: thousandths(sum(pairs.map(([, word, similarity]) => (template.weights[word] ?? 0) * similarity))),
    explained: thousandths(alignment.explained),
    total: thousandths(template.total),
    coverage: thousandths(coverage),
    surroundings: thousandths(seen ? confidence / seen : 0),
    score: thousandths(claimed.score),
    confidence: thousandths(confidence),
    cut_coverage: thousandths(scored.cutCoverage),
    rank: thousandths(scored.rank),
    outcome: nothing.length ? null : unsure.length ? "like" : "is",
    against: [...unsure, ...nothing],
  };
}

/**
 * Round a figure; halves go up, as in the other twin.
 * @param {number} value
 * @returns {number}
 */
function thousandths(value) {
  return Math.floor(value * 1000 + 0.5) / 1000;
}

/**
 * Return what stands in a paste, in order of appearance; then what else it could be, best first.
 * @param {import("./matcher.js").Matcher} matcher
 * @param {string} paste
 * @returns {Ranked[]}
 */
export function ranked(matcher, paste) {
  const { inverted } = matcher;
  const { result, occurrences } = matcher.look(matcher.read(paste));
  const said = new Map(result.findings.map(({ id, outcome }) => [id, outcome]));
  const told = occurrences.filter(({ scored }) => said.has(idOf(scored, inverted)));
  let best = 0;
  for (const { score } of told.length ? told : occurrences) best = Math.max(best, score);
  const least = inverted.settings.like * best;
  const leaders = occurrences.filter((item, index) => index === 0 || item.score >= least);
  /** @param {Occurrence} item */
  const place = ({ scored, score }) => (said.has(idOf(scored, inverted)) ? scored.start : -score);
  leaders.sort((one, two) => place(one) - place(two));
  /** @type {Map<string, number>} */
  const scores = new Map();
  for (const { scored, score } of leaders) first(scores, idOf(scored, inverted), score);
  // What else is said: a code beside a message, a part that is far less sure than another.
  for (const { id, score } of result.findings) first(scores, id, score);
  const others = leaders.flatMap((item) => item.alternatives.all()).sort((one, two) => two.rank - one.rank);
  for (const scored of others) first(scores, idOf(scored, inverted), scored.confidence);
  /** @type {Ranked[]} */
  const rows = Array.from(scores, ([id, score]) => [id, score, said.get(id) ?? null]);
  // What nothing is said of stands back: a line that only announces an error.
  return rows.sort((one, two) => Number(one[2] === null) - Number(two[2] === null));
}

/**
 * @param {ScoredAlignment} scored
 * @param {InvertedIndex} inverted
 * @returns {string}
 */
function idOf(scored, inverted) {
  return inverted.entries[scored.alignment.template.entry]?.id ?? "";
}
