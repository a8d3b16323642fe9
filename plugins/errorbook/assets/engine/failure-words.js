// Why there is no answer, in words that are true: what went wrong, and what helps against it.

import { failureOf } from "./failures.js";
import { say } from "../base/words.js";

/**
 * Return what to say of a failure.
 * @param {unknown} error
 * @returns {string}
 */
export function failureWords(error) {
  return say(`failure.${failureOf(error)}`);
}
