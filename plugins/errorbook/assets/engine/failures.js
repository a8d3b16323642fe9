// Why there is no answer, in words that are true: what went wrong, and what helps against it.

import { say } from "../base/words.js";

/**
 * How matching fails, as worker and page tell each other.
 * @typedef {"missing" | "changed" | "refused" | "broken"} Failure
 */

/** @type {Record<Failure, import("../base/words.js").Key>} */
const FAILURE_WORDS = {
  missing: "failure.missing",
  changed: "failure.changed",
  refused: "failure.refused",
  broken: "failure.broken",
};

/** Matching failed in a worker; the kind says how. */
export class FailureError extends Error {
  /** @param {Failure} kind */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Return how matching failed: errors say their kind, for those of another script are of other classes.
 * @param {unknown} error
 * @returns {Failure}
 */
export function failureOf(error) {
  const kind = error instanceof Error && "kind" in error ? error.kind : "";
  return kind === "missing" || kind === "changed" || kind === "refused" ? kind : "broken";
}

/**
 * Return what to say of a failure.
 * @param {unknown} error
 * @returns {string}
 */
export function failureWords(error) {
  return say(FAILURE_WORDS[failureOf(error)]);
}
