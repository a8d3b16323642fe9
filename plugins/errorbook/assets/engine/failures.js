// Why there is no answer, in words that are true: what went wrong, and what helps against it.

/**
 * How matching fails, as worker and page tell each other.
 * @typedef {"missing" | "changed" | "refused" | "broken"} Failure
 */

const FAILURE_WORDS = {
  missing:
    "The list of known errors could not be loaded. Check the connection and try again, " +
    "or reload the page and paste again.",
  changed: "The site has changed since this page was opened. Reload the page, then paste again.",
  refused:
    "The content policy of this page does not let the list of known errors be loaded. " +
    "The owner of the page can allow it.",
  broken: "This text could not be looked up: something is wrong with the lookup, not with your text.",
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
  return FAILURE_WORDS[failureOf(error)];
}
