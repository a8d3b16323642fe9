// The measuring page: asks the product's own worker, as the lookup does, and watches the page meanwhile.

/** @typedef {import("../../plugins/errorbook/assets/engine/worker.js").Reply} Reply */

const SCRIPT = "errorbook.js";
const INDEX = new URL("match-index.js", location.href).href;
const ROUNDS = 5;
const STILL = 8;
const MOST_TURNS = 60;
let loads = 0;

/** One worker and its questions. */
class Asking {
  constructor() {
    this.start = performance.now();
    this.worker = new Worker(SCRIPT);
    this.ticket = 0;
    this.told = delivered().then((index) => this.worker.postMessage({ index, url: INDEX }));
  }

  /**
   * Return how long the worker takes from its start until it can be asked, in ms.
   * @returns {Promise<number>}
   */
  async ready() {
    await this.time("");
    return performance.now() - this.start;
  }

  /**
   * Return how long an answer takes, in ms.
   * @param {string} paste
   * @returns {Promise<number>}
   */
  async time(paste) {
    const start = performance.now();
    const ticket = (this.ticket += 1);
    const arrival = new Promise((resolve, reject) => {
      this.worker.onerror = (event) => reject(new Error(event.message));
      this.worker.onmessage = (/** @type {MessageEvent<Reply>} */ { data }) => {
        if (data.failure) reject(new Error(data.failure));
        else if (data.ticket === ticket) resolve(undefined);
      };
    });
    await this.told;
    this.worker.postMessage({ ticket, paste });
    await arrival;
    return performance.now() - start;
  }

  /**
   * Return the least time of each paste, taken by turns until none gets less. In Node a turn is some answers;
   * here it is one, for a page has no clock of the processor, and the longer a turn, the likelier is it broken.
   * @param {string[]} pastes
   * @returns {Promise<number[]>}
   */
  async least(pastes) {
    const best = pastes.map(() => Infinity);
    for (let turn = 0, still = 0; turn < MOST_TURNS && still < STILL; turn += 1) {
      still += 1;
      for (const [place, paste] of pastes.entries()) {
        const took = await this.time(paste);
        if (took < (best[place] ?? 0)) still = 0;
        best[place] = Math.min(best[place] ?? 0, took);
      }
    }
    return best;
  }
}

/**
 * Return the index as the lookup gets it: out of a script that the page loads while the worker starts. Each time
 * it is another one for the browser, which keeps what it has compiled; somebody's first paste finds nothing kept.
 * @returns {Promise<string>}
 */
function delivered() {
  const script = document.createElement("script");
  script.src = `${INDEX}?${(loads += 1)}`;
  script.addEventListener("load", () => script.remove());
  return new Promise((resolve) => {
    const receive = (/** @type {string} */ _, /** @type {string} */ text) => resolve(text);
    Object.assign(globalThis, { errorbook: { receive } });
    document.head.append(script);
  });
}

/** Notes the longest time that the page could not do anything else. */
class Watch {
  constructor() {
    this.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      this.longest = Math.max(this.longest, now - last);
      last = now;
      if (!this.stopped) setTimeout(() => port2.postMessage(0));
    };
    port2.postMessage(0);
  }

  /**
   * Return the longest pause in ms.
   * @returns {number}
   */
  stop() {
    this.stopped = true;
    return this.longest;
  }
}

/**
 * Return how long a worker that does nothing takes to start, in ms.
 * @returns {Promise<number>}
 */
async function emptyWorker() {
  const script = URL.createObjectURL(new Blob(["postMessage(0)"], { type: "text/javascript" }));
  const start = performance.now();
  const worker = new Worker(script);
  await new Promise((resolve) => (worker.onmessage = resolve));
  const took = performance.now() - start;
  worker.terminate();
  return took;
}

/**
 * Return the times of some work.
 * @param {{lines: [number, string][], logs: Record<string, string>, hostile: Record<string, [string, string]>}} work
 */
async function measure(work) {
  const empty = [];
  for (let round = 0; round < ROUNDS; round += 1) empty.push(await emptyWorker());
  let asking = new Asking();
  const ready = [await asking.ready()];
  while (ready.length < ROUNDS) {
    asking.worker.terminate();
    asking = new Asking();
    ready.push(await asking.ready());
  }
  const times = [];
  for (const [, text] of work.lines) times.push(await asking.time(text));
  /** @type {Record<string, number>} */
  const logs = {};
  /** @type {Record<string, number>} */
  const pauses = {};
  for (const [name, text] of Object.entries(work.logs)) {
    logs[name] = Infinity;
    pauses[name] = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const watch = new Watch();
      logs[name] = Math.min(logs[name], await asking.time(text));
      pauses[name] = Math.min(pauses[name], watch.stop());
    }
  }
  /** @type {Record<string, number[]>} */
  const hostile = {};
  for (const [name, pastes] of Object.entries(work.hostile)) {
    hostile[name] = await asking.least(pastes);
  }
  return { empty, ready, times, logs, pauses, hostile };
}

Object.assign(globalThis, { measure });
