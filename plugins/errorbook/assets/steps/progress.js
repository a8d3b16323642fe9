// How far somebody is with an entry: answers taken and steps ticked, kept while the page is open.

/** @typedef {{answers: string[], done: Set<string>}} Progress */

/** @type {Map<string, Progress>} */
const KEPT = new Map();

/**
 * Return the progress with an entry, to be read and changed.
 * @param {string} id
 * @returns {Progress}
 */
export function progressOf(id) {
  const kept = KEPT.get(id) ?? { answers: [], done: new Set() };
  KEPT.set(id, kept);
  return kept;
}

/** Forget all of it: another text is another case. */
export function forgetProgress() {
  KEPT.clear();
}
