// How far somebody is with an entry: answers taken, steps ticked and whether it is theirs at all, kept
// while the page is open. Answers are also in its address, and the ticks with its place in the browser's
// history, so that a reload keeps them: ids and numbers of steps, never a paste.

import { withPath } from "./path.js";

/** @typedef {import("../base/shapes.js").Result} Result */
/** @typedef {{answers: string[], done: Set<string>, unsure: boolean}} Progress */

/** @type {Map<string, Progress>} */
const KEPT = new Map();
/** The fragments under which the answers for the present text were taken. @type {Set<string>} */
const WAY = new Set();

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
 * Keep a path in the page's address. Where somebody chose it, the way back leads to the one before.
 * @param {import("./path.js").Path} path
 * @param {boolean} chosen
 */
export function keepPath(path, chosen) {
  const address = withPath(location.href, path);
  // In a frame, the way back is that of the page around it.
  const act = chosen && self === top ? "pushState" : "replaceState";
  if (address !== location.href) history[act](history.state, "", address);
  WAY.add(location.hash);
}

/**
 * Tell whether the way back or on led to answers for the present text.
 * @returns {boolean}
 */
export function isOnWay() {
  return !location.hash || WAY.has(location.hash);
}

/**
 * Go on where an address says that somebody was with an entry.
 * @param {import("./path.js").Path} path
 */
export function resumeProgress({ entry, answers, unsure = false }) {
  KEPT.clear();
  WAY.clear();
  WAY.add(location.hash);
  Object.assign(progressOf(entry), { answers, unsure });
}

/** Forget all of it: another text is another case. */
export function forgetProgress() {
  KEPT.clear();
  WAY.clear();
  if (ticksKept()) keepTicks();
}
