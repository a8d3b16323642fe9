// The worker's side: the same script as the page's, matching where it holds nothing up.

import { answerer } from "./answer.js";
import { delivered, DeliveryError } from "./delivery.js";

/** @typedef {import("./matching/shards.js").Shard} Shard */
/** @typedef {import("./shapes.js").Answer} Answer */
/** @typedef {import("./shapes.js").MatchIndex} MatchIndex */

/**
 * What the page asks (an empty ticket only warms up), and what comes back.
 * @typedef {{ticket: number, index: string, paste: string}} Request
 * @typedef {{ticket: number, answer?: Answer, failure?: "missing" | "unusable"}} Reply
 *
 * The worker's global object, as far as it is used here.
 * @typedef {object} WorkerScope
 * @property {(...urls: string[]) => void} importScripts
 * @property {(reply: Reply) => void} postMessage
 * @property {((event: {data: Request}) => Promise<void>) | null} onmessage
 */

/**
 * Answer the pastes that the page sends.
 * @param {WorkerScope} scope
 */
export function serve(scope) {
  /** @type {((paste: string) => Promise<Answer>) | undefined} */
  let answer;
  scope.onmessage = async ({ data: { ticket, index, paste } }) => {
    try {
      answer ??= answerer(importIndex(scope, index), index, async (urls, numbers) => {
        importAll(scope, urls);
        return numbers.map((number) => /** @type {Shard} */ (delivered("shard", String(number))));
      });
      scope.postMessage({ ticket, answer: await answer(paste) });
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
  importAll(scope, [url]);
  return /** @type {MatchIndex} */ (delivered("index"));
}

/**
 * @param {WorkerScope} scope
 * @param {string[]} urls
 */
function importAll(scope, urls) {
  try {
    scope.importScripts(...urls);
  } catch {
    throw new DeliveryError(urls[0]);
  }
}
