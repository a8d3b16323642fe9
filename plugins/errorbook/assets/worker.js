// The worker's side: the same script as the page's, matching where it holds nothing up.

import { answerer } from "./answer.js";
import { delivered, DeliveryError } from "./delivery.js";

/** @typedef {import("./shapes.js").Answer} Answer */
/** @typedef {import("./shapes.js").MatchIndex} MatchIndex */

/**
 * What the page asks (an empty ticket only warms up), and what comes back.
 * @typedef {{ticket: number, index: string, paste: string}} Request
 * @typedef {{ticket: number, answer?: Answer, failure?: "missing" | "unusable"}} Reply
 *
 * The worker's global object, as far as it is used here.
 * @typedef {object} WorkerScope
 * @property {(url: string) => void} importScripts
 * @property {(reply: Reply) => void} postMessage
 * @property {((event: {data: Request}) => void) | null} onmessage
 */

/**
 * Answer the pastes that the page sends.
 * @param {WorkerScope} scope
 */
export function serve(scope) {
  /** @type {((paste: string) => Answer) | undefined} */
  let answer;
  scope.onmessage = ({ data: { ticket, index, paste } }) => {
    try {
      answer ??= answerer(importIndex(scope, index));
      scope.postMessage({ ticket, answer: answer(paste) });
    } catch (error) {
      scope.postMessage({ ticket, failure: error instanceof DeliveryError ? "missing" : "unusable" });
    }
  };
}

/**
 * @param {WorkerScope} scope
 * @param {string} url
 * @returns {MatchIndex}
 */
function importIndex(scope, url) {
  try {
    scope.importScripts(url);
  } catch {
    throw new DeliveryError(url);
  }
  return /** @type {MatchIndex} */ (delivered("index"));
}
