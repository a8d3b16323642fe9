// Where in a paste which entries may stand: candidates by rare words, the best alignment, then its sides.

import { align } from "./alignment.js";
import { judge } from "./judging.js";

/** @typedef {import("./alignment.js").Occurrences} Occurrences */
/** @typedef {import("./judging.js").Judgement} Judgement */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Template} Template */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./values.js").Value} Value */

/**
 * @typedef {"is" | "like"} Outcome
 *
 * A template that shares words with a stretch, and the weight that an alignment can explain at most.
 * @typedef {{template: Template, most: number}} Candidate
 *
 * One place where an entry was found, before equal ones are put together.
 * @typedef {object} Occurrence
 * @property {Judgement} judgement
 * @property {Judgement[]} others
 * @property {Outcome | null} outcome
 * @property {Value[]} values
 * @property {number} score
 */

const DEPTH = 12;
const LONGEST_LINE = 60;

/**
 * Return an occurrence that nothing has been decided of.
 * @param {Judgement} judgement
 * @param {Judgement[]} others
 * @returns {Occurrence}
 */
export function occurrence(judgement, others) {
  return { judgement, others, outcome: null, values: [], score: 0 };
}

/** Looks for the templates of a lexicon in readings. */
export class Search {
  /** @type {Lexicon} */
  #lexicon;

  /**
   * Keep the lexicon at hand.
   * @param {Lexicon} lexicon
   */
  constructor(lexicon) {
    this.#lexicon = lexicon;
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
      this.#find(reading, start, end, found, 0);
      if (end === count) break;
      let taken = start;
      for (let index = known; index < found.length; index += 1) {
        taken = Math.max(taken, found[index]?.judgement.end ?? 0);
      }
      start = Math.max(taken, lineStart(reading, end - overlap, start), start + 1);
    }
    return found;
  }

  /**
   * Return the candidates of a stretch, aligned and judged, the best first.
   *
   * None at all when no confidence reaches "least": most stretches of a log need no more than that.
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @param {number} [least]
   * @returns {Judgement[]}
   */
  judgements(reading, start, end, least = 0) {
    const [occurrences, candidates] = this.candidates(reading, start, end);
    /** @type {Candidate[]} */
    const likely = [];
    /** @type {Candidate[]} */
    const others = [];
    for (const candidate of candidates) {
      const coverage = candidate.most / candidate.template.total;
      (coverage * coverage >= least ? likely : others).push(candidate);
    }
    /** @type {Judgement[]} */
    const judged = [];
    this.#judge(likely, occurrences, reading, judged);
    if (judged.every((judgement) => judgement.confidence < least)) return [];
    this.#judge(others, occurrences, reading, judged);
    // A long template of which much is missing must not stand before a shorter one that is there.
    const { solid } = this.#lexicon.settings;
    return judged.sort(
      (one, two) => Number(one.fit < solid) - Number(two.fit < solid) || two.rank - one.rank,
    );
  }

  /**
   * Return where template words occur in a stretch, and the templates that share most with it.
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @returns {[Occurrences, Candidate[]]}
   */
  candidates(reading, start, end) {
    const { templates, weights, postings, settings } = this.#lexicon;
    /** @type {Occurrences} */
    const occurrences = new Map();
    for (let place = start; place < end; place += 1) {
      if (reading.explained[place]) continue;
      for (const { word, likeness } of reading.likenesses[place] ?? []) {
        const known = occurrences.get(word);
        if (known) {
          known.places.push(place);
          known.likenesses.push(likeness);
        } else {
          occurrences.set(word, { places: [place], likenesses: [likeness] });
        }
      }
    }
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const [word, { places, likenesses }] of occurrences) {
      const weight = (weights[word] ?? 0) * Math.max(...likenesses);
      for (const [index, number] of (postings[word]?.templates ?? []).entries()) {
        const times = postings[word]?.times[index] ?? 0;
        shared.set(number, (shared.get(number) ?? 0) + weight * Math.min(places.length, times));
      }
    }
    /** @type {{number: number, template: Template, most: number, promise: number}[]} */
    const ranked = [];
    for (const [number, weight] of shared) {
      const template = /** @type {Template} */ (templates[number]);
      const promise = weight * (weight / template.total + 0.25);
      ranked.push({ number, template, most: weight + template.marksTotal, promise });
    }
    ranked.sort((one, two) => two.promise - one.promise || one.number - two.number);
    return [occurrences, ranked.slice(0, settings.candidates)];
  }

  /**
   * Add the judgements of candidates, less those that stay far behind the best whatever they get.
   * @param {Candidate[]} candidates
   * @param {Occurrences} occurrences
   * @param {Reading} reading
   * @param {Judgement[]} judged
   */
  #judge(candidates, occurrences, reading, judged) {
    const lexicon = this.#lexicon;
    let best = 0;
    for (const { rank } of judged) best = Math.max(best, rank);
    for (const { template, most } of candidates) {
      if (most < lexicon.settings.behind * best) continue;
      const alignment = align(template, occurrences, reading, lexicon);
      if (!alignment) continue;
      const judgement = judge(alignment, reading, lexicon);
      judged.push(judgement);
      best = Math.max(best, judgement.rank);
    }
  }

  /**
   * Find the best alignment of a stretch, then look on both sides of it.
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   * @param {Occurrence[]} found
   * @param {number} depth
   */
  #find(reading, start, end, found, depth) {
    const least = depth || found.length ? this.#lexicon.settings.keep : 0;
    const [best, ...others] = this.judgements(reading, start, end, least);
    if (!best || best.confidence < least) return;
    found.push(occurrence(best, others));
    reading.explained.fill(1, best.start, best.end);
    if (depth >= DEPTH) return;
    if (best.start - start >= 2) this.#find(reading, start, best.start, found, depth + 1);
    if (end - best.end >= 2) this.#find(reading, best.end, end, found, depth + 1);
  }
}

/**
 * Return the first word of the line that a word is in, or the word itself when that is too far back.
 * @param {Reading} reading
 * @param {number} place
 * @param {number} least
 * @returns {number}
 */
function lineStart(reading, place, least) {
  let start = place;
  const onward = () => !(reading.gaps[start] ?? "").includes("\n");
  while (start > least + 1 && place - start < LONGEST_LINE && onward()) start -= 1;
  return onward() ? place : start;
}
