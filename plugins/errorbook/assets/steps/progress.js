// How far somebody is with an entry: answers taken, steps ticked and whether it is theirs at all, kept
// while the page is open.

/** @typedef {import("../base/shapes.js").Result} Result */
/** @typedef {{answers: string[], done: Set<string>, unsure: boolean}} Progress */

/** @type {Map<string, Progress>} */
const KEPT = new Map();

/**
 * Return the progress with an entry, to be read and changed.
 * @param {string} id
 * @returns {Progress}
 */
export function progressOf(id) {
  const kept = KEPT.get(id) ?? { answers: [], done: new Set(), unsure: false };
  KEPT.set(id, kept);
  return kept;
}

/**
 * Keep how sure findings are, and return them: one that only looked like an entry is no surer when its id
 * alone comes back.
 * @param {Result} result
 * @returns {Result}
 */
export function withDoubts(result) {
  for (const finding of result.findings) {
    const kept = progressOf(finding.id);
    if (finding.outcome === "like") kept.unsure = true;
    else if (kept.unsure) Object.assign(finding, { outcome: "like", reason: "" });
  }
  return result;
}

/** Forget all of it: another text is another case. */
export function forgetProgress() {
  KEPT.clear();
}
