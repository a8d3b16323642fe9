// Runs a trial where it holds nothing up: in a worker of the playground's own script, or piece by piece here.

import { changes } from "./effect.js";
import { OWN_SCRIPT, trusted } from "../base/trust.js";

/** @typedef {import("./effect.js").Change} Change */
/** @typedef {import("./effect.js").Trial} Trial */

/**
 * How far it is, and what was found since; "tried" is the number of examples.
 * @typedef {{tried: number, found: Change[]}} Progress
 *
 * @typedef {object} TrialScope the worker's global object, as far as it is used here
 * @property {(message: Progress) => void} postMessage
 * @property {((event: {data: Trial}) => void) | null} onmessage
 */

const TELL_EVERY = 100;

/** A trial that can be stopped. */
export class TrialRun {
  /** @type {() => void} */
  #end = () => {};
  stopped = false;

  /** End it; nothing more is told. */
  stop() {
    this.stopped = true;
    this.#end();
  }

  /**
   * Try all examples of a trial, or those until it is stopped.
   * @param {Trial} trial
   * @param {(progress: Progress) => void} progress
   * @returns {Promise<void>}
   */
  async run(trial, progress) {
    const tell = (/** @type {Progress} */ told) => {
      if (!this.stopped) progress(told);
    };
    if (!(await this.#inWorker(trial, tell))) await this.#here(trial, tell);
  }

  /**
   * Return whether a worker did it: pages from a disk and some content policies allow none. Rejects where one
   * breaks off.
   * @param {Trial} trial
   * @param {(progress: Progress) => void} tell
   * @returns {Promise<boolean>}
   */
  #inWorker(trial, tell) {
    return new Promise((resolve, reject) => {
      try {
        const worker = new Worker(trusted(OWN_SCRIPT));
        let begun = false;
        this.#end = () => {
          worker.terminate();
          resolve(true);
        };
        worker.addEventListener("message", (/** @type {MessageEvent<Progress>} */ { data }) => {
          begun = true;
          tell(data);
          if (data.tried === trial.examples.length) this.#end();
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          worker.terminate();
          if (begun) reject(new Error(event.message));
          else resolve(false);
        });
        worker.postMessage(trial);
      } catch {
        resolve(false);
      }
    });
  }

  /**
   * @param {Trial} trial
   * @param {(progress: Progress) => void} tell
   */
  async #here(trial, tell) {
    for (const told of inPieces(trial)) {
      if (this.stopped) return;
      tell(told);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

/**
 * Run the trials that the page sends to a worker.
 * @param {TrialScope} scope
 */
export function serveTrials(scope) {
  scope.onmessage = ({ data }) => {
    for (const told of inPieces(data)) scope.postMessage(told);
  };
}

/**
 * Yield how far a trial is, now and then and at its end.
 * @param {Trial} trial
 * @returns {Generator<Progress>}
 */
function* inPieces(trial) {
  let last = performance.now();
  let tried = 0;
  /** @type {Change[]} */
  let found = [];
  for (const change of changes(trial)) {
    tried += 1;
    if (change) found.push(change);
    if (performance.now() - last < TELL_EVERY || tried === trial.examples.length) continue;
    yield { tried, found };
    found = [];
    last = performance.now();
  }
  yield { tried, found };
}
