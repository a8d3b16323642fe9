// The worker's side: matching where it holds nothing up.

import { Answerer } from "./answer.js";
import { DeliveryError } from "./delivery.js";
import { failureOf } from "./failures.js";

/** @typedef {import("./answer.js").Wanted} Wanted */
/** @typedef {import("./answer.js").Part} Part */
/** @typedef {import("../base/shapes.js").Answer} Answer */

/**
 * What the page gives first: the index as it is served, which the page loads while the worker starts.
 * @typedef {{index: string, url: string}} Given
 *
 * What it asks then (an empty paste only warms up), and what comes back.
 * @typedef {{ticket: number, paste: string}} Request
 * @typedef {{ticket: number, answer?: Answer, failure?: import("./failures.js").Failure}} Reply
 *
 * Parts that a paste needs are wanted of the page, which loads them side by side; null: one did not come.
 * @typedef {{wanted: Wanted[]}} Want
 * @typedef {{parts: Part[] | null}} Arrival
 *
 * The worker's global object, as far as it is used here.
 * @typedef {object} WorkerScope
 * @property {(message: Reply | Want) => void} postMessage
 * @property {((event: {data: Given | Request | Arrival}) => Promise<void>) | null} onmessage
 */

/** Nobody's paste, with a number and a word that no message has; and when it is matched, in ms. */
const SAMPLE = "Sample #1 of a text xyzzyx";
const FIRST_PAUSE = 200;

/**
 * Answer the pastes that the page sends.
 * @param {WorkerScope} scope
 */
export function serve(scope) {
  /** @type {Promise<Answerer> | undefined} */
  let made;
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
    if ("index" in data) {
      const { index, url } = data;
      made = Promise.resolve(index).then((text) => new Answerer(JSON.parse(text), url, load));
      // What is wrong with it is said to whoever asks.
      return void made.catch(() => {});
    }
    const { ticket, paste } = data;
    try {
      const answerer = /** @type {Answerer} */ (await made);
      const answer = await answerer.answer(paste);
      if (answer) scope.postMessage({ ticket, answer });
      // Nobody pastes at once: there is time for what is made when it is first needed.
      if (!paste) setTimeout(() => answerer.matcher.match(SAMPLE), FIRST_PAUSE);
    } catch (error) {
      scope.postMessage({ ticket, failure: failureOf(error) });
    }
  };
}
