// Many tickets looked up one after the other, in the worker, so that the page stays free.

import { verdictOf } from "./verdict.js";

/** @typedef {import("../engine/finder.js").Finder} Finder */
/** @typedef {import("./verdict.js").Verdict} Verdict */

// A ticket says what is wrong at its beginning or not at all.
const LONGEST_TICKET = 100_000;
const NOTHING = /** @type {const} */ ({ kind: "unknown", entries: [], suggested: [] });
const PROGRESS_EVERY = 100;

/**
 * Looks texts up until it is stopped.
 */
export class BatchRun {
  /** @param {Finder} finder */
  constructor(finder) {
    this.finder = finder;
    this.stopped = false;
  }

  /** End it; the verdicts so far stay. */
  stop() {
    this.stopped = true;
    this.finder.cancel();
  }

  /**
   * Return the verdicts on texts, fewer where it was stopped. Rejects as the finder does.
   * @param {string[]} texts
   * @param {(verdicts: Verdict[]) => void} progress told now and then
   * @returns {Promise<Verdict[]>}
   */
  async verdicts(texts, progress) {
    /** @type {Verdict[]} */
    const verdicts = [];
    /** @type {Map<string, Verdict>} the same text again has the same answer */
    const known = new Map();
    let told = performance.now();
    for (const text of texts) {
      if (this.stopped) break;
      const asked = text.slice(0, LONGEST_TICKET).trim();
      let verdict = known.get(asked) ?? (asked ? undefined : { ...NOTHING, entries: [], suggested: [] });
      if (!verdict) {
        const answer = await this.finder.find(asked);
        if (!answer) break;
        verdict = verdictOf(answer);
        known.set(asked, verdict);
      }
      verdicts.push(verdict);
      if (performance.now() - told > PROGRESS_EVERY) {
        progress(verdicts);
        // Known texts come without waiting: the page must get its turn all the same.
        await new Promise((resolve) => setTimeout(resolve));
        told = performance.now();
      }
    }
    return verdicts;
  }
}
