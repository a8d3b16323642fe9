// Why there is no answer, as worker and page tell each other; what is said of it is not the worker's.

/**
 * How matching fails.
 * @typedef {"missing" | "changed" | "refused" | "broken"} Failure
 */

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
