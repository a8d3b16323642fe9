// The worker's side: matching where it holds nothing up.

import { Answerer } from "./answer.js";
import { delivered, DeliveryError } from "./delivery.js";
import { failureOf } from "./failures.js";
import { RefusedError, trusted } from "../base/trust.js";

/** @typedef {import("./answer.js").Wanted} Wanted */
/** @typedef {import("./answer.js").Part} Part */
/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("../base/shapes.js").MatchIndex} MatchIndex */

/**
 * What the page asks (an empty ticket only warms up), and what comes back.
 * @typedef {{ticket: number, index: string, paste: string}} Request
 * @typedef {{ticket: number, answer?: Answer, failure?: import("./failures.js").Failure}} Reply
 *
 * Parts that a paste needs are wanted of the page, which loads them side by side; null: one did not come.
 * @typedef {{wanted: Wanted[]}} Want
 * @typedef {{parts: Part[] | null}} Arrival
 *
 * The worker's global object, as far as it is used here.
 * @typedef {object} WorkerScope
 * @property {(url: string) => void} importScripts
 * @property {(message: Reply | Want) => void} postMessage
 * @property {((event: {data: Request | Arrival}) => Promise<void>) | null} onmessage
 */

/** Nobody's paste, with a number and a word that no message has; and when it is matched, in ms. */
const SAMPLE = "Sample #1 of a text xyzzyx";
const FIRST_PAUSE = 200;

/**
 * Answer the pastes that the page sends.
 * @param {WorkerScope} scope
 */
export function serve(scope) {
  /** @type {Answerer | undefined} */
  let answerer;
  /** @type {(parts: Part[] | null) => void} */
  let arrived = () => {};
  /** @type {(wanted: Wanted[]) => Promise<Part[]>} */
  const load = (wanted) =>
    new Promise((resolve, reject) => {
      arrived = (parts) => (parts ? resolve(parts) : reject(new DeliveryError("part")));
      scope.postMessage({ wanted });
    });
  scope.onmessage = async ({ data }) => {
    if ("parts" in data) return arrived(data.parts);
    const { ticket, index, paste } = data;
    try {
      answerer ??= new Answerer(importIndex(scope, index), index, load);
      const answer = await answerer.answer(paste);
      if (answer) scope.postMessage({ ticket, answer });
      // Nobody pastes at once: there is time for what is made when it is first needed.
      if (!paste) setTimeout(() => answerer?.matcher.match(SAMPLE), FIRST_PAUSE);
    } catch (error) {
      scope.postMessage({ ticket, failure: failureOf(error) });
    }
  };
}

/**
 * @param {WorkerScope} scope
 * @param {string} url
 * @returns {MatchIndex}
 */
function importIndex(scope, url) {
  const address = trusted(url);
  try {
    scope.importScripts(address);
  } catch (error) {
    // A content policy refuses with a TypeError, the network with an error of its own.
    throw error instanceof TypeError ? new RefusedError(url) : new DeliveryError(url);
  }
  const index = delivered("index");
  if (!index) throw new DeliveryError(url);
  return /** @type {MatchIndex} */ (index);
}
