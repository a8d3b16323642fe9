// The matcher's script: a worker that answers pastes, or, where workers are refused, what a page asks itself.

import { Answerer } from "./answer.js";
import { openDelivery } from "./delivery.js";
import { serve } from "./worker.js";

/** @typedef {{receive: (kind: string, value: object) => void}} Receiver */

const MATCHING = /** @type {import("./worker.js").WorkerScope & {errorbook: Receiver}} */ (
  /** @type {unknown} */ (globalThis)
);
if (typeof document === "undefined") {
  serve(MATCHING);
} else {
  openDelivery();
  MATCHING.errorbook.receive("matcher", Answerer);
}
