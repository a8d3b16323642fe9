// Why a paste is found or not: its words, the candidates of each place, and what speaks against each.
// The twin of matching/explaining.py gives the same JSON; it decides nothing.

import { claim, doubts, low, ROLE_WORDS, scarce } from "./doubts.js";
import { likenessOf } from "./reading.js";
import { sum } from "./helpers.js";
import { isPart } from "./parts.js";
import { readValues } from "./values.js";

/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./search.js").Occurrence} Occurrence */
/** @typedef {import("./search.js").Outcome} Outcome */

/**
 * A wording weighed against a stretch of the paste; pairs are [word of the paste, word of it, likeness].
 * @typedef {object} Weighed
 * @property {string} id
 * @property {number} message
 * @property {string} text
 * @property {string} role
 * @property {[word: string, weight: number][]} template
 * @property {string[][]} holes names of the holes before each word, and after the last
 * @property {[place: number, word: number, likeness: number][]} pairs
 * @property {Record<string, string>} values
 * @property {number} shared
 * @property {number} explained
 * @property {number} total
 * @property {number} coverage
 * @property {number} surroundings
 * @property {number} score
 * @property {number} confidence
 * @property {number} fit
 * @property {number} rank
 * @property {Outcome | null} outcome
 * @property {string[]} against
 *
 * A stretch of the paste with its candidates, best first; `aside` says why it is not among the findings.
 * @typedef {{start: number, end: number, candidates: Weighed[], aside: string}} Place
 *
 * @typedef {{text: string, weight: number, like: [word: string, likeness: number][]}} Word
 * @typedef {{words: Word[], places: Place[], result: import("./findings.js").Result}} Explained
 */

const MOST_CANDIDATES = 5;

/**
 * Return what the matcher sees in a paste and why it answers as it does.
 * @param {import("./matcher.js").Matcher} matcher
 * @param {string} paste
 * @returns {Explained}
 */
export function explain(matcher, paste) {
  const { lexicon } = matcher;
  const result = matcher.match(paste);
  const reading = matcher.read(paste);
  // A code that is all of a paste is looked up; no words are compared.
  const byCode = result.findings.some(({ message }) => message < 0);
  const found = new Set(result.findings.map(({ id }) => id));
  const places = (byCode ? [] : matcher.search.occurrences(reading)).map((item) =>
    placeExplained(item, reading, lexicon),
  );
  for (const place of places) place.aside = asideWords(place, found);
  return { words: reading.words.map((_, place) => wordOf(reading, place, lexicon)), places, result };
}

/**
 * @param {Reading} reading
 * @param {number} place
 * @param {Lexicon} lexicon
 * @returns {Word}
 */
function wordOf(reading, place, lexicon) {
  return {
    text: reading.words[place] ?? "",
    weight: thousandths(reading.weights[place] ?? 0),
    like: (reading.likenesses[place] ?? []).map((like) => [lexicon.words[like.word] ?? "", like.likeness]),
  };
}

/**
 * @param {Occurrence} item
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Place}
 */
function placeExplained({ judgement: best, others }, reading, lexicon) {
  const following = others
    .slice(0, MOST_CANDIDATES - 1)
    .map((other) => weighed(other, [best], reading, lexicon));
  const candidates = [weighed(best, others, reading, lexicon), ...following];
  return { start: best.start, end: best.end, candidates, aside: "" };
}

/**
 * Say why a place with an outcome is not among the findings, or nothing.
 * @param {Place} place
 * @param {Set<string>} found
 * @returns {string}
 */
function asideWords({ candidates: [first] }, found) {
  if (!first?.outcome) return "";
  return found.has(first.id) ? "" : `Left out: ${ROLE_WORDS[first.role]} stands back behind a message.`;
}

/**
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @param {Reading} reading
 * @param {Lexicon} lexicon
 * @returns {Weighed}
 */
function weighed(judgement, others, reading, lexicon) {
  const { alignment, coverage, confidence } = judgement;
  const { template } = alignment;
  const entry = /** @type {import("./settings.js").Entry} */ (lexicon.entries[template.entry]);
  const values = readValues(alignment, reading);
  /** @type {Weighed["pairs"]} */
  const pairs = alignment.pairs.map(([place, word]) => [
    place,
    word,
    likenessOf(place, word, template, reading),
  ]);
  const claimed = claim(judgement, others, values, lexicon);
  const unsure = Array.from(doubts(claimed, reading, lexicon), ({ text }) => text);
  const nothing = [...scarce(judgement, reading, lexicon)];
  if (!isPart(judgement, others, reading, lexicon)) nothing.push(...low(claimed, "like", lexicon));
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
    shared: thousandths(sum(pairs.map(([, word, likeness]) => (template.weights[word] ?? 0) * likeness))),
    explained: thousandths(alignment.explained),
    total: thousandths(template.total),
    coverage: thousandths(coverage),
    surroundings: thousandths(seen ? confidence / seen : 0),
    score: thousandths(claimed.score),
    confidence: thousandths(confidence),
    fit: thousandths(judgement.fit),
    rank: thousandths(judgement.rank),
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
