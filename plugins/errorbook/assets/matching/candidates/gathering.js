// Which templates may stand in a stretch of a paste: those that share most with it, or enough to be kept.

import { notBelow } from "../index/compiled-templates.js";

/** @typedef {import("../index/inverted-index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./occurrences.js").Occurrences} Occurrences */

/**
 * A template that shares words with a stretch, the weight that an alignment can explain at most, and which
 * share of the template's that is.
 * @typedef {{number: number, most: number, share: number}} Candidate
 */

/**
 * A word that more templates use brings in only those that need it, as long as they answer: work for a paste
 * would otherwise grow with the catalogue.
 */
export const COMMON = 20;

/** Gathers candidates from the words of a stretch. */
export class Gathering {
  /** @type {InvertedIndex} */
  #inverted;
  /** What each template shares with the stretch; nothing between two questions. */
  #shared;
  /** Which question each template last came up in, and the number of questions. */
  #seen;
  #now = 0;
  /** @type {(Candidate & {promise: number})[]} */
  #ranked = [];

  /**
   * Keep the inverted index at hand.
   * @param {InvertedIndex} inverted
   */
  constructor(inverted) {
    this.#inverted = inverted;
    this.#shared = new Float64Array(inverted.postings.size);
    this.#seen = new Int32Array(inverted.postings.size);
  }

  /** Make room for templates that have been added since. */
  #grow() {
    const { size } = this.#inverted.postings;
    if (size <= this.#shared.length) return;
    this.#shared = new Float64Array(2 * size);
    this.#seen = new Int32Array(2 * size);
    this.#now = 0;
  }

  /**
   * Yield the templates that share most with a stretch, the most promising first.
   *
   * Where a word is common, those that need it or share a rarer one come first, and then all.
   * @param {Occurrences} occurrences
   * @returns {Generator<Candidate[], void>}
   */
  *candidates(occurrences) {
    this.#grow();
    const { weights, postings } = this.#inverted;
    const { times, best } = occurrences;
    const isCommon = (/** @type {number} */ word) => (postings.users[word] ?? 0) > COMMON;
    if (occurrences.words.some(isCommon)) yield this.#among(occurrences, isCommon, () => 0);
    const shared = this.#shared;
    /** @type {number[]} */
    const touched = [];
    for (const word of occurrences.words) {
      const weight = notBelow((weights[word] ?? 0) * (best[word] ?? 0));
      const count = times[word] ?? 0;
      for (let posting = postings.first[word] ?? 0; posting; posting = postings.next[posting] ?? 0) {
        const number = postings.templates[posting] ?? 0;
        if (!shared[number]) touched.push(number);
        shared[number] = (shared[number] ?? 0) + weight * Math.min(count, postings.uses[posting] ?? 0);
      }
    }
    for (const number of touched) {
      this.#promise(number, shared[number] ?? 0);
      shared[number] = 0;
    }
    yield this.#promised();
  }

  /**
   * Return the templates of which enough may be there to be kept, the most promising first.
   * @param {Occurrences} occurrences
   * @returns {Candidate[]}
   */
  likely(occurrences) {
    const { needed } = this.#inverted.postings;
    return this.#among(
      occurrences,
      () => true,
      (number) => needed[number] ?? 0,
    );
  }

  /**
   * Return the templates of which a stretch may hold enough for a part that was cut off.
   * @param {Occurrences} occurrences
   * @returns {number[]}
   */
  parts(occurrences) {
    const { postings } = this.#inverted;
    this.#grow();
    this.#now += 1;
    /** @type {number[]} */
    const found = [];
    for (const word of occurrences.words) {
      let posting = postings.firstTellingPart[word] ?? 0;
      for (; posting; posting = postings.nextTellingPart[posting] ?? 0) {
        const number = postings.templates[posting] ?? 0;
        if (this.#seen[number] === this.#now) continue;
        this.#seen[number] = this.#now;
        if (this.#sharedBy(number, occurrences, postings.neededPart[number] ?? 0)) found.push(number);
      }
    }
    return found;
  }

  /**
   * Return the templates that share so much with a stretch, the most promising first.
   * @param {Occurrences} occurrences
   * @param {(word: number) => boolean} isCommon whether a word brings in only those that need it
   * @param {(number: number) => number} least
   * @returns {Candidate[]}
   */
  #among(occurrences, isCommon, least) {
    const { postings } = this.#inverted;
    this.#grow();
    this.#now += 1;
    for (const word of occurrences.words) {
      const common = isCommon(word);
      const next = common ? postings.nextTelling : postings.next;
      let posting = (common ? postings.firstTelling : postings.first)[word] ?? 0;
      for (; posting; posting = next[posting] ?? 0) {
        const number = postings.templates[posting] ?? 0;
        if (this.#seen[number] === this.#now) continue;
        this.#seen[number] = this.#now;
        const enough = Math.max(least(number), this.#enoughFor(number));
        this.#promise(number, this.#sharedBy(number, occurrences, enough));
      }
    }
    return this.#promised();
  }

  /**
   * Return how much of a template occurs, or 0 when it is less than the least.
   * @param {number} number
   * @param {Occurrences} occurrences
   * @param {number} least
   * @returns {number}
   */
  #sharedBy(number, occurrences, least) {
    const { times, best } = occurrences;
    const { weights, postings } = this.#inverted;
    const end = postings.begins[number + 1] ?? 0;
    let total = 0;
    for (let index = postings.begins[number] ?? 0; index < end; index += 1) {
      if (total + (postings.left[index] ?? 0) < least) return 0;
      const word = postings.words[index] ?? 0;
      const count = times[word] ?? 0;
      if (!count) continue;
      const weight = notBelow((weights[word] ?? 0) * (best[word] ?? 0));
      total += weight * Math.min(count, postings.uses[index] ?? 0);
    }
    return total >= least ? total : 0;
  }

  /**
   * Return what a template has to share at least so as not to stay behind those that are kept.
   *
   * Its promise is weight * (weight / total + 0.25), so this solves that for the weight, less a rounding.
   * @param {number} number
   * @returns {number}
   */
  #enoughFor(number) {
    const { postings, settings } = this.#inverted;
    if (this.#ranked.length < settings.candidates) return 0;
    const promise = this.#ranked[settings.candidates - 1]?.promise ?? 0;
    const total = postings.totals[number] ?? 1;
    return (total / 8) * (Math.sqrt(1 + (64 * promise) / total) - 1) - 0.001;
  }

  /**
   * Take in a template with what it shares, unless enough others promise more.
   * @param {number} number
   * @param {number} weight
   */
  #promise(number, weight) {
    if (!weight) return;
    const { postings, settings } = this.#inverted;
    const promise = weight * (weight / (postings.totals[number] ?? 1) + 0.25);
    // Sorted as they come: most stay behind the last that is kept, which costs no more than a comparison.
    const ranked = this.#ranked;
    let at = ranked.length;
    for (; at > 0; at -= 1) {
      const before = ranked[at - 1];
      if (!before || before.promise > promise) break;
      const earlier = (postings.order[before.number] ?? 0) < (postings.order[number] ?? 0);
      if (before.promise === promise && earlier) break;
    }
    if (at >= settings.candidates) return;
    const most = weight + (postings.marks[number] ?? 0);
    ranked.splice(at, 0, { number, most, share: most / (postings.totals[number] ?? 1), promise });
    if (ranked.length > settings.candidates) ranked.pop();
  }

  /** @returns {Candidate[]} */
  #promised() {
    const ranked = this.#ranked;
    this.#ranked = [];
    return ranked;
  }
}
