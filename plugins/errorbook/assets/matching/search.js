// Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides.

import { align } from "./candidates/alignment.js";
import { Alternatives } from "./candidates/alternatives.js";
import { Gathering } from "./candidates/gathering.js";
import { endsOf, overlap, scoreAlignment } from "./candidates/scoring.js";
import { lineStart, openLines } from "./words/lines.js";
import { Occurrences } from "./candidates/occurrences.js";
import { firstSure, inOrder } from "./candidates/ordering.js";
import { isTruncated } from "./candidates/truncation.js";

/** @typedef {import("./candidates/gathering.js").Candidate} Candidate */
/** @typedef {import("./candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("./index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./words/tokens.js").Tokens} Tokens */
/** @typedef {"is" | "like"} Outcome */

/**
 * One place where an entry was found, before equal ones are put together.
 * @typedef {object} Occurrence
 * @property {ScoredAlignment} scored
 * @property {Alternatives} alternatives
 * @property {Outcome | null} outcome
 * @property {import("./doubts/doubts.js").Reason} reason
 * @property {import("./values/values.js").Value[]} values
 * @property {number} score
 */

/**
 * Return an occurrence that nothing has been decided of.
 * @param {ScoredAlignment} scored
 * @param {Alternatives} [alternatives]
 * @returns {Occurrence}
 */
export function occurrence(scored, alternatives = new Alternatives()) {
  return { scored, alternatives, outcome: null, reason: "", values: [], score: 0 };
}

/** Looks for the templates of an inverted index in tokenised pastes. */
export class Search {
  /** @type {InvertedIndex} */
  #inverted;
  /** The words of the stretch that is being looked at. */
  #occurrences;
  /** @type {Gathering} */
  #gathering;

  /**
   * Keep the inverted index at hand.
   * @param {InvertedIndex} inverted
   */
  constructor(inverted) {
    this.#inverted = inverted;
    this.#occurrences = new Occurrences(inverted.weights.length);
    this.#gathering = new Gathering(inverted);
  }

  /**
   * Read a long paste a stretch at a time, so that work grows in line with its length.
   * @param {Tokens} tokens
   * @returns {Occurrence[]}
   */
  occurrences(tokens) {
    /** @type {Occurrence[]} */
    const found = [];
    let start = 0;
    const count = tokens.words.length;
    const { window } = this.#inverted.settings;
    const shared = Math.floor((2 * window) / 5);
    while (start < count) {
      const end = count - start <= window + shared ? count : lineStart(tokens, start + window, start);
      const known = found.length;
      this.#find(tokens, start, end, found, false, found.length ? this.#inverted.settings.keep : 0);
      if (end === count) break;
      const taken = this.#handOn(tokens, end - shared, found, known);
      start = Math.max(taken, lineStart(tokens, end - shared, start));
    }
    const open = found.length ? openLines(tokens, window) : [];
    for (const [first, last] of open) this.#find(tokens, first, last, found, true, 0);
    for (const item of found) {
      // What the others explain speaks against none of them any more.
      item.scored = scoreAlignment(item.scored.alignment, tokens, this.#inverted);
      const { entry, everyday } = item.scored.alignment.template;
      const whole = item.scored.coverage >= this.#inverted.settings.whole;
      if (whole && !everyday) tokens.systems.add(this.#inverted.entries[entry]?.system ?? "");
    }
    return found;
  }

  /**
   * Take back the last of a stretch if it lacks its end: the next stretch holds all of it. Return where the
   * others end.
   * @param {Tokens} tokens
   * @param {number} least
   * @param {Occurrence[]} found
   * @param {number} known how many were found before
   * @returns {number}
   */
  #handOn(tokens, least, found, known) {
    let last = known;
    const endOf = (/** @type {number} */ index) => found[index]?.scored.end ?? 0;
    for (let index = known; index < found.length; index += 1) {
      if (endOf(index) > endOf(last)) last = index;
    }
    const { alignment, start = 0, end = 0 } = found[last]?.scored ?? {};
    if (alignment && start >= least && endsOf(alignment)[3] + 1 < alignment.template.words.length) {
      found.splice(last, 1);
      tokens.explained.fill(0, start, end);
    }
    let taken = 0;
    for (let index = known; index < found.length; index += 1) taken = Math.max(taken, endOf(index));
    return taken;
  }

  /**
   * Return the best candidate of a stretch, aligned and judged, and the others.
   *
   * With "least", only those that may reach this confidence.
   * @param {Tokens} tokens
   * @param {number} start
   * @param {number} end
   * @param {number} [least]
   * @returns {{best: ScoredAlignment | undefined, alternatives: Alternatives}}
   */
  scoredAlignments(tokens, start, end, least = 0) {
    const inverted = this.#inverted;
    this.#occurrences.read(tokens, start, end);
    if (!least) return this.#bestOfAll(tokens, start, end);
    /** @type {ScoredAlignment[]} */
    const scoredSoFar = [];
    this.#judge(this.#gathering.likely(this.#occurrences), tokens, scoredSoFar, inverted.settings.close);
    const best = firstSure(inOrder(scoredSoFar, tokens, inverted), least);
    const around = best ? scoredSoFar.filter((other) => overlap(other, best)) : [];
    inOrder(around, tokens, inverted);
    return { best: around[0], alternatives: new Alternatives(around.slice(1)) };
  }

  /**
   * Return the candidates aligned and judged; none beyond the first of them when those are sure.
   * @param {Tokens} tokens
   * @param {number} start
   * @param {number} end
   * @returns {{best: ScoredAlignment | undefined, alternatives: Alternatives}}
   */
  #bestOfAll(tokens, start, end) {
    const { faint, is, window } = this.#inverted.settings;
    // What stands a window away is too far off to count.
    const from = Math.max(0, start - window);
    const before = tokens.explained.slice(from, end + window);
    /** @type {ScoredAlignment[]} */
    const scoredSoFar = [];
    /** @type {Candidate[]} */
    const later = [];
    for (const candidates of this.#gathering.candidates(this.#occurrences)) {
      this.#judge(candidates, tokens, scoredSoFar, faint, later);
      inOrder(scoredSoFar, tokens, this.#inverted);
      if ((scoredSoFar[0]?.confidence ?? 0) >= is) break;
    }
    const weigh = (/** @type {Candidate[]} */ wanted) => {
      // In the paste as it was when the others were weighed.
      const now = tokens.explained.slice(from, end + window);
      tokens.explained.set(before, from);
      this.#occurrences.read(tokens, start, end);
      this.#judge(wanted, tokens, scoredSoFar, 0);
      inOrder(scoredSoFar, tokens, this.#inverted);
      tokens.explained.set(now, from);
      return scoredSoFar.slice(1);
    };
    return { best: scoredSoFar[0], alternatives: new Alternatives(scoredSoFar.slice(1), later, weigh) };
  }

  /**
   * Add the scored alignments of candidates, less those that stay behind the best in any case.
   *
   * Those that cannot come first are put off: they join "later" where it is given.
   * @param {Candidate[]} candidates
   * @param {Tokens} tokens
   * @param {ScoredAlignment[]} scoredSoFar
   * @param {number} behind
   * @param {Candidate[]} [later]
   */
  #judge(candidates, tokens, scoredSoFar, behind, later) {
    const inverted = this.#inverted;
    const { solid, whole } = inverted.settings;
    let best = 0;
    for (const { cutCoverage, rank } of scoredSoFar) if (cutCoverage >= solid) best = Math.max(best, rank);
    const done = new Set(scoredSoFar.map((scored) => scored.alignment.template));
    const put = new Set((later ?? []).map(({ number }) => number));
    for (const candidate of candidates) {
      const { number, most, share } = candidate;
      if (most < behind * best || put.has(number)) continue;
      const template = inverted.template(number);
      if (done.has(template)) continue;
      if (later && most < best && share < whole) {
        later.push(candidate);
        continue;
      }
      const alignment = align(template, this.#occurrences, tokens, inverted);
      if (!alignment) continue;
      const scored = scoreAlignment(alignment, tokens, inverted);
      scoredSoFar.push(scored);
      if (scored.cutCoverage >= solid) best = Math.max(best, scored.rank);
    }
  }

  /**
   * Return whether a stretch beside others may hold enough of a message: most lines do not.
   * @param {Tokens} tokens
   * @param {number} start
   * @param {number} end
   * @returns {boolean}
   */
  #isWorthASearch(tokens, start, end) {
    const [inverted, none] = [this.#inverted, new Alternatives()];
    this.#occurrences.read(tokens, start, end);
    return this.#gathering.parts(this.#occurrences).some((number) => {
      const alignment = align(inverted.template(number), this.#occurrences, tokens, inverted);
      if (!alignment) return false;
      const scored = scoreAlignment(alignment, tokens, inverted);
      return scored.confidence >= inverted.settings.keep || isTruncated(scored, none, tokens, inverted);
    });
  }

  /**
   * Find the best alignment of a stretch, if it is sure enough, then look on both sides of it.
   * @param {Tokens} tokens
   * @param {number} start
   * @param {number} end
   * @param {Occurrence[]} found
   * @param {boolean} again whether others have been found beside
   * @param {number} least
   */
  #find(tokens, start, end, found, again, least) {
    const { keep } = this.#inverted.settings;
    if (again && !least && !this.#isWorthASearch(tokens, start, end)) return;
    const { best, alternatives } = this.scoredAlignments(tokens, start, end, least);
    if (!best || best.confidence < least) return;
    if (again && best.confidence < keep && !isTruncated(best, alternatives, tokens, this.#inverted)) return;
    found.push(occurrence(best, alternatives));
    tokens.explained.fill(1, best.start, best.end);
    // A line that only announces an error is no answer: what it announces may be there, however little.
    const onward = best.alignment.template.role === "heading" ? least : keep;
    if (best.start - start >= 2) this.#find(tokens, start, best.start, found, true, onward);
    if (end - best.end >= 2) this.#find(tokens, best.end, end, found, true, onward);
  }
}
