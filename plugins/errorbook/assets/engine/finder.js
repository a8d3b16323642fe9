// The page's side of matching: asks a worker, or matches here where workers are refused.

import { deliver, deliverIndex, deliverParts } from "./delivery.js";
import { FailureError, failureOf } from "./failures.js";
import { trusted } from "../base/trust.js";

/** @typedef {import("../base/shapes.js").Answer} Answer */
/** @typedef {import("./worker.js").Reply} Reply */
/** @typedef {import("./worker.js").Want} Want */

/**
 * @typedef {object} Waiting
 * @property {number} ticket
 * @property {string} paste
 * @property {(answer: Answer | null) => void} resolve
 * @property {(error: Error) => void} reject
 */

/** Finds the errors in a paste; a new question cancels the one before. */
export class Finder {
  /**
   * @param {string} index address of the match index
   * @param {string} script address of the matcher, which a worker runs, or the page itself
   * @param {boolean} [canWork] false where a worker would come from another origin
   */
  constructor(index, script, canWork = true) {
    this.index = index;
    this.script = script;
    /** @type {Worker | null} */
    this.worker = null;
    /** When the worker has the index. @type {Promise<void>} */
    this.told = Promise.resolve();
    this.canWork = canWork && typeof Worker === "function";
    this.ticket = 0;
    /** @type {Waiting | null} */
    this.waiting = null;
    /** @type {Promise<import("./answer.js").Answerer> | null} */
    this.here = null;
  }

  /** Get ready before the first paste; what fails now is said when somebody asks. */
  warm() {
    this.find("").catch(() => {});
  }

  /** Forget the question that is still open: its answer is null. */
  cancel() {
    if (!this.waiting) return;
    this.waiting.resolve(null);
    this.waiting = null;
    // A worker cannot be interrupted, only replaced.
    this.#stop();
  }

  /**
   * Return the answer to a paste, or null when another question came in between.
   * Rejects with FailureError.
   * @param {string} paste
   * @returns {Promise<Answer | null>}
   */
  find(paste) {
    if (this.waiting?.paste) this.cancel();
    const before = this.waiting;
    return new Promise((resolve, reject) => {
      before?.resolve(null);
      this.ticket += 1;
      this.waiting = { ticket: this.ticket, paste, resolve, reject };
      this.#ask(this.waiting);
    });
  }

  /** @param {Waiting} question */
  #ask(question) {
    const worker = this.#worker();
    if (!worker) return void this.#answerHere(question);
    const { ticket, paste } = question;
    this.told.then(
      () => worker.postMessage({ ticket, paste }),
      (error) => this.#settle({ ticket, failure: failureOf(error) }),
    );
  }

  /** @returns {Worker | null} */
  #worker() {
    if (this.worker || !this.canWork) return this.worker;
    try {
      const worker = new Worker(trusted(this.script));
      worker.addEventListener("message", (/** @type {MessageEvent<Reply | Want>} */ { data }) => {
        if ("wanted" in data) void passParts(worker, data);
        else this.#settle(data);
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (worker === this.worker) this.#withoutWorker();
      });
      this.worker = worker;
      // Loaded by the page, it comes while the worker starts.
      this.told = deliverIndex(this.index).then((index) => worker.postMessage({ index, url: this.index }));
    } catch {
      // Browsers refuse workers to pages opened from a file, and where a content policy says so.
      this.canWork = false;
    }
    return this.worker;
  }

  #withoutWorker() {
    this.canWork = false;
    this.#stop();
    if (this.waiting) void this.#answerHere(this.waiting);
  }

  #stop() {
    this.worker?.terminate();
    this.worker = null;
  }

  /** @param {Reply} reply */
  #settle({ ticket, answer, failure }) {
    const question = this.waiting;
    if (!question || question.ticket !== ticket) return;
    this.waiting = null;
    // A new worker, for the script it could not load may be there next time.
    if (failure) this.#stop();
    if (answer) question.resolve(answer);
    else question.reject(new FailureError(failure ?? "broken"));
  }

  /** @param {Waiting} question */
  async #answerHere({ ticket, paste }) {
    const wanted = () => ticket === this.waiting?.ticket;
    try {
      const answerer = await this.#answerer();
      // Show that we are at it before a long paste holds the page up, and give way to a newer question.
      if (paste) await new Promise((resolve) => setTimeout(resolve));
      const answer = wanted() && (await answerer.answer(paste, wanted));
      if (answer) this.#settle({ ticket, answer });
    } catch (error) {
      this.#settle({ ticket, failure: failureOf(error) });
    }
  }

  /**
   * Return what answers here; rejects as delivering and answering do.
   * @returns {Promise<import("./answer.js").Answerer>}
   */
  #answerer() {
    this.here ??= Promise.all([deliver(this.script, "matcher"), deliverIndex(this.index)])
      .then(([matcher, index]) => {
        const Answerer = /** @type {typeof import("./answer.js").Answerer} */ (matcher);
        return new Answerer(JSON.parse(index), this.index, deliverParts);
      })
      .catch((error) => {
        this.here = null;
        throw error;
      });
    return this.here;
  }
}

/**
 * Load what a worker wants, which could only do it one by one.
 * @param {Worker} worker
 * @param {Want} want
 */
async function passParts(worker, { wanted }) {
  worker.postMessage({ parts: await deliverParts(wanted).catch(() => null) });
}
