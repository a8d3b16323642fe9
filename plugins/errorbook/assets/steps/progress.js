// How far somebody is with an entry: answers taken, steps ticked and whether it is theirs at all, kept
// while the page is open. Each place in the browser's history holds the answers and ticks that are shown at
// it, so that a reload and the way back find them: ids and numbers of steps, never a paste.

import { withPath } from "./path.js";

/** @typedef {import("../base/shapes.js").Result} Result */
/** @typedef {{answers: string[], done: Set<string>, unsure: boolean}} Progress */

/** @type {Map<string, Progress>} */
const KEPT = new Map();
/** Tells places in the history that belong to the present text from those of others. */
let textNumber = Math.random();

/**
 * Return the progress with an entry, to be read and changed.
 * @param {string} id
 * @returns {Progress}
 */
export function progressOf(id) {
  const kept = KEPT.get(id) ?? { answers: [], done: new Set(ticksKept()?.[id]), unsure: false };
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

/**
 * @returns {Record<string, string[]> | undefined} numbers of steps by the entry's id
 */
function ticksKept() {
  return globalThis.history?.state?.ticks;
}

/** Keep the ticks where a reload and the way back find them. */
export function keepTicks() {
  const begun = [...KEPT].filter(([, { done }]) => done.size > 0).map(([id, { done }]) => [id, [...done]]);
  const ticks = begun.length > 0 ? Object.fromEntries(begun) : undefined;
  history.replaceState({ ...history.state, ticks }, "");
}

/**
 * Return the answers to the questions of all entries at this place in the history; nothing where it is that
 * of another text.
 * @returns {Record<string, string[]> | undefined} by the entry's id
 */
export function answersHere() {
  const { text, answers } = globalThis.history?.state ?? {};
  return text === textNumber ? answers : undefined;
}

/** Keep with this place in the history what is shown at it. */
export function keepPlace() {
  keepAnswers(answersNow());
  keepTicks();
}

/**
 * Keep a path in the page's address. Where somebody chose it, the way back leads to the answers before.
 * @param {import("./path.js").Path} path
 * @param {boolean} chosen
 */
export function keepPath(path, chosen) {
  const answers = answersNow();
  // At a place that is not of this text yet, nothing was answered.
  const before = answersHere() ?? {};
  // In a frame, the way back is that of the page around it.
  if (chosen && self === top && JSON.stringify(answers) !== JSON.stringify(before)) {
    keepAnswers(before);
    history.pushState(history.state, "");
  }
  keepAnswers(answers, withPath(location.href, path));
  keepTicks();
}

/**
 * @param {Record<string, string[]>} answers
 * @param {string} [address]
 */
function keepAnswers(answers, address) {
  history.replaceState({ ...history.state, text: textNumber, answers }, "", address);
}

/** @returns {Record<string, string[]>} */
function answersNow() {
  const taken = [...KEPT].filter(([, { answers }]) => answers.length > 0);
  return Object.fromEntries(taken.map(([id, { answers }]) => [id, answers]));
}

/**
 * Go on where an address says that somebody was with an entry.
 * @param {import("./path.js").Path} path
 */
export function resumeProgress({ entry, answers, unsure = false }) {
  KEPT.clear();
  textNumber = globalThis.history?.state?.text ?? Math.random();
  Object.assign(progressOf(entry), { answers, unsure });
  keepPlace();
}

/** Forget all of it: another text is another case. */
export function forgetProgress() {
  KEPT.clear();
  textNumber = Math.random();
  if (ticksKept()) keepTicks();
}
