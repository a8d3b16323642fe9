// What else may stand where a message stands: the likely ones at once, others when somebody asks for them.

/** @typedef {import("./gathering.js").Candidate} Candidate */
/** @typedef {import("./scoring.js").ScoredAlignment} ScoredAlignment */

/**
 * Aligns and weighs candidates, and returns all alternatives that are weighed by then, the best first.
 * @typedef {(wanted: Candidate[]) => ScoredAlignment[]} Weigh
 */

/** The candidates for a place beside its best one, the best first. */
export class Alternatives {
  /** @type {ScoredAlignment[]} */
  #known;
  /** @type {Candidate[]} */
  #later;
  /** @type {Weigh} */
  #weigh;

  /**
   * Keep those that are weighed, those that are not, and what weighs them.
   * @param {ScoredAlignment[]} [known]
   * @param {Candidate[]} [later]
   * @param {Weigh} [weigh]
   */
  constructor(known = [], later = [], weigh = () => []) {
    this.#known = known;
    this.#later = later;
    this.#weigh = weigh;
  }

  /**
   * Return all of them.
   * @returns {ScoredAlignment[]}
   */
  all() {
    return this.thatMay(-Infinity);
  }

  /**
   * Return all that rank as high or are as sure, and some others: for those, no alignment is made.
   * @param {number} rank
   * @param {number} [confidence]
   * @returns {ScoredAlignment[]}
   */
  thatMay(rank, confidence = Infinity) {
    const may = (/** @type {Candidate} */ { most, share }) => most >= rank || share * share >= confidence;
    const wanted = this.#later.filter(may);
    if (wanted.length) {
      this.#later = this.#later.filter((candidate) => !may(candidate));
      this.#known = this.#weigh(wanted);
    }
    return this.#known;
  }

  /**
   * Return what else may stand there when one of them is taken instead of the best.
   * @param {ScoredAlignment} other
   * @param {ScoredAlignment} best
   * @returns {Alternatives}
   */
  but(other, best) {
    const swapped = (/** @type {ScoredAlignment[]} */ known) => [
      best,
      ...known.filter((scored) => scored !== other),
    ];
    return new Alternatives(swapped(this.#known), this.#later, (wanted) => swapped(this.#weigh(wanted)));
  }
}
