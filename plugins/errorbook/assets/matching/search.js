// Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides.

import { align } from "./alignment.js";
import { Gathering } from "./gathering.js";
import { endsOf, inOrder, judge, overlap } from "./judging.js";
import { lineStart, openLines } from "./lines.js";
import { Occurrences } from "./occurrences.js";
import { isPart } from "./parts.js";

/** @typedef {import("./gathering.js").Candidate} Candidate */
/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./values.js").Value} Value */

/**
 * @typedef {"is" | "like"} Outcome
 *
 * One place where an entry was found, before equal ones are put together.
 * @typedef {object} Occurrence
 * @property {Judgement} judgement
 * @property {Judgement[]} others
 * @property {Outcome | null} outcome
 * @property {import("./doubts.js").Reason} reason
 * @property {Value[]} values
 * @property {number} score
 */

const AROUND = 20;

/**
 * Return an occurrence that nothing has been decided of.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @returns {Occurrence}
 */
export function occurrence(judgement, others) {
  return { judgement, others, outcome: null, reason: "", values: [], score: 0 };
}

/** Looks for the templates of a lexicon in readings. */
export class Search {
  /** @type {Lexicon} */
  #lexicon;
  /** The words of the stretch that is being looked at. */
  #occurrences;
  /** @type {Gathering} */
  #gathering;

  /**
   * Keep the lexicon at hand.
   * @param {Lexicon} lexicon
   */
  constructor(lexicon) {
    this.#lexicon = lexicon;
    this.#occurrences = new Occurrences(lexicon.weights.length);
    this.#gathering = new Gathering(lexicon);
  }

  /**
   * Read a long paste a stretch at a time, so that work grows in line with its length.
   * @param {Reading} reading
   * @returns {Occurrence[]}
   */
  occurrences(reading) {
    /** @type {Occurrence[]} */
    const found = [];
    let start = 0;
    const count = reading.words.length;
    const { window, overlap } = this.#lexicon.settings;
    while (start < count) {
      const end = count - start <= window + overlap ? count : lineStart(reading, start + window, start);
      const known = found.length;
      this.#find(reading, start, end, found, false, found.length ? this.#lexicon.settings.keep : 0);
      if (end === count) break;
      const taken = this.#handOn(reading, end - overlap, found, known);
      start = Math.max(taken, lineStart(reading, end - overlap, start), start + 1);
    }
    const open = found.length ? openLines(reading, window) : [];
    for (const [first, last] of open) this.#find(reading, first, last, found, true, 0);
    // What the others explain speaks against none of them any more.
    for (const item of found.length > 1 ? found : []) {
      item.judgement = judge(item.judgement.alignment, reading, this.#lexicon);
    }
    for (const { judgement } of found) {
      const { entry, everyday } = judgement.alignment.template;
      const whole = judgement.coverage >= this.#lexicon.settings.whole;
      if (whole && !everyday) reading.systems.add(this.#lexicon.entries[entry]?.system ?? "");
    }
    return found;
  }

  /**
   * Take back the last of a stretch if it lacks its end: the next stretch holds all of it. Return where the
   * others end.
   * @param {Reading} reading
   * @param {number} least
   * @param {Occurrence[]} found
   * @param {number} known how many were found before
   * @returns {number}
   */
  #handOn(reading, least, found, known) {
    let last = known;
    const endOf = (/** @type {number} */ index) => found[index]?.judgement.end ?? 0;
    for (let index = known; index < found.length; index += 1) {
      if (endOf(index) > endOf(last)) last = index;
    }
    const { alignment, start = 0, end = 0 } = found[last]?.judgement ?? {};
    if (alignment && start >= least && endsOf(alignment)[3] + 1 < alignment.template.words.length) {
      found.splice(last, 1);
      reading.explained.fill(0, start, end);
    }
    let taken = 0;
    for (let index = known; index < found.length; index += 1) taken = Math.max(taken, endOf(index));
    return taken;
  }

  /**
   * Return the candidates of a stretch, aligned and judged, the best first.
   *
   * With "least", only those that may reach this confidence, then what stands around the best of them.
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @param {number} [least]
   * @returns {Judgement[]}
   */
  judgements(reading, start, end, least = 0) {
    const lexicon = this.#lexicon;
    const { behind, close } = lexicon.settings;
    /** @type {Judgement[]} */
    let judged = [];
    const occurrences = this.#occurrences;
    const gathering = this.#gathering;
    occurrences.read(reading, start, end);
    if (!least) {
      this.#judge(gathering.candidates(occurrences), reading, judged, behind);
      return inOrder(judged, lexicon);
    }
    this.#judge(gathering.likely(occurrences), reading, judged, close);
    const best = firstSure(inOrder(judged, lexicon), least);
    if (!best) return [];
    judged = judged.filter((other) => overlap(other, best));
    occurrences.read(reading, best.start, best.end);
    const rivals = gathering.close(occurrences, close * best.rank);
    occurrences.read(reading, Math.max(start, best.start - AROUND), Math.min(end, best.end + AROUND));
    this.#judge(rivals, reading, judged, 0);
    return inOrder(judged, lexicon);
  }

  /**
   * Add the judgements of candidates, less those that stay far behind the best whatever they get.
   * @param {Candidate[]} candidates
   * @param {Reading} reading
   * @param {Judgement[]} judged
   * @param {number} behind
   */
  #judge(candidates, reading, judged, behind) {
    const lexicon = this.#lexicon;
    const { solid } = lexicon.settings;
    let best = 0;
    for (const { fit, rank } of judged) if (fit >= solid) best = Math.max(best, rank);
    const done = new Set(judged.map((judgement) => judgement.alignment.template));
    for (const { number, most } of candidates) {
      if (most < behind * best) continue;
      const template = lexicon.template(number);
      if (done.has(template)) continue;
      const alignment = align(template, this.#occurrences, reading, lexicon);
      if (!alignment) continue;
      const judgement = judge(alignment, reading, lexicon);
      judged.push(judgement);
      if (judgement.fit >= solid) best = Math.max(best, judgement.rank);
    }
  }

  /**
   * Find the best alignment of a stretch, if it is sure enough, then look on both sides of it.
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @param {Occurrence[]} found
   * @param {boolean} again whether others have been found beside
   * @param {number} least
   */
  #find(reading, start, end, found, again, least) {
    const { keep } = this.#lexicon.settings;
    const [best, ...others] = this.judgements(reading, start, end, least);
    if (!best || best.confidence < least) return;
    const unsure = again && best.confidence < keep;
    if (unsure && !isPart(best, others, reading, this.#lexicon)) return;
    found.push(occurrence(best, others));
    reading.explained.fill(1, best.start, best.end);
    // A line that only announces an error is no answer: what it announces may be there, however little.
    const onward = best.alignment.template.role === "heading" ? least : keep;
    if (best.start - start >= 2) this.#find(reading, start, best.start, found, true, onward);
    if (end - best.end >= 2) this.#find(reading, best.end, end, found, true, onward);
  }
}

/**
 * Return the first that is sure enough, unless something better explains its place.
 * @param {Judgement[]} judged
 * @param {number} least
 * @returns {Judgement | undefined}
 */
function firstSure(judged, least) {
  /** @type {Judgement[]} */
  const better = [];
  return judged.find((judgement) => {
    if (judgement.confidence >= least) return !better.some((other) => overlap(judgement, other));
    better.push(judgement);
    return false;
  });
}
