// Which templates may stand in a stretch of a paste: those that share most with it, or enough to be kept.

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Template} Template */
/** @typedef {import("./occurrences.js").Occurrences} Occurrences */

/**
 * A template that shares words with a stretch, and the weight that an alignment can explain at most.
 * @typedef {{template: Template, most: number}} Candidate
 */

/** @type {{templates: number[], times: number[]}} */
const NOBODY = { templates: [], times: [] };

/** Gathers candidates from the words of a stretch. */
export class Gathering {
  /** @type {Lexicon} */
  #lexicon;
  /** What each template shares with the stretch; nothing between two questions. */
  #shared;

  /**
   * Keep the lexicon at hand.
   * @param {Lexicon} lexicon
   */
  constructor(lexicon) {
    this.#lexicon = lexicon;
    this.#shared = new Float64Array(lexicon.templates.length);
  }

  /**
   * Return the templates that share most with the stretch, at least so much, the most promising first.
   * @param {Occurrences} occurrences
   * @param {number} least
   * @returns {Candidate[]}
   */
  candidates(occurrences, least) {
    const { weights, postings, templates } = this.#lexicon;
    const { words, times, best } = occurrences;
    const shared = this.#shared;
    /** @type {number[]} */
    const touched = [];
    for (const word of words) {
      const weight = (weights[word] ?? 0) * (best[word] ?? 0);
      const count = times[word] ?? 0;
      const { templates: users, times: uses } = postings[word] ?? NOBODY;
      for (let index = 0; index < users.length; index += 1) {
        const number = users[index] ?? 0;
        if (!shared[number]) touched.push(number);
        shared[number] = (shared[number] ?? 0) + weight * Math.min(count, uses[index] ?? 0);
      }
    }
    const enough = touched.filter(
      (number) => (shared[number] ?? 0) + (templates[number]?.marksTotal ?? 0) >= least,
    );
    const promising = this.#promising(enough);
    for (const number of touched) shared[number] = 0;
    return promising;
  }

  /**
   * Return the templates of which enough may be there to be kept, the most promising first.
   * @param {Occurrences} occurrences
   * @returns {Candidate[]}
   */
  likely(occurrences) {
    const { weights, templates, telling } = this.#lexicon;
    const { words, times, best } = occurrences;
    const shared = this.#shared;
    const seen = new Set();
    /** @type {number[]} */
    const enough = [];
    for (const word of words) {
      for (const number of telling[word] ?? []) {
        if (seen.has(number)) continue;
        seen.add(number);
        const { numbers, spots, needed } = /** @type {Template} */ (templates[number]);
        let total = 0;
        for (let index = 0; index < numbers.length; index += 1) {
          const other = numbers[index] ?? 0;
          const count = times[other] ?? 0;
          if (!count) continue;
          const weight = (weights[other] ?? 0) * (best[other] ?? 0);
          total += weight * Math.min(count, spots[index]?.length ?? 0);
        }
        if (total < needed) continue;
        shared[number] = total;
        enough.push(number);
      }
    }
    const promising = this.#promising(enough);
    for (const number of enough) shared[number] = 0;
    return promising;
  }

  /**
   * Return the most promising of some templates, of which "shared" is in the stretch.
   * @param {number[]} numbers
   * @returns {Candidate[]}
   */
  #promising(numbers) {
    const { templates, settings } = this.#lexicon;
    /** @type {(Candidate & {promise: number, number: number})[]} */
    const ranked = [];
    for (const number of numbers) {
      const template = /** @type {Template} */ (templates[number]);
      const weight = this.#shared[number] ?? 0;
      const promise = weight * (weight / template.total + 0.25);
      // Sorted as they come: most are behind the last that is kept, and cost no more than this comparison.
      let at = ranked.length;
      for (; at > 0; at -= 1) {
        const before = ranked[at - 1];
        if (!before || before.promise > promise) break;
        if (before.promise === promise && before.number < number) break;
      }
      if (at >= settings.candidates) continue;
      ranked.splice(at, 0, { template, most: weight + template.marksTotal, promise, number });
      if (ranked.length > settings.candidates) ranked.pop();
    }
    return ranked;
  }
}
