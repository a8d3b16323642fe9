// What the JavaScript matcher costs in Node: one JSON object on standard input, one on standard output.
// {"index": …, "lines": [[number, text], …], "logs": {name: text}, "hostile": {name: [paste, twice as long]}}

import { readFileSync } from "node:fs";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";

/** @typedef {import("../../plugins/errorbook/assets/matching/settings.js").Index} Index */

/**
 * @typedef {object} Work
 * @property {string} index as it is shipped
 * @property {[number, string][]} lines
 * @property {Record<string, string>} logs
 * @property {Record<string, [string, string]>} hostile
 */

const ROUNDS = 3;

/**
 * Return how long something takes, in ms.
 * @param {() => void} work
 * @returns {number}
 */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Return the least of several times: what else runs on the machine only ever adds.
 * @param {() => void} work
 * @returns {number}
 */
function least(work) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) best = Math.min(best, time(work));
  return best;
}

/** @type {Work} */
const work = JSON.parse(readFileSync(0, "utf8"));
const before = process.memoryUsage();
/** @type {ReturnType<typeof createMatcher> | undefined} */
let made;
const cpu = process.cpuUsage();
const ready = time(() => {
  made = createMatcher(/** @type {Index} */ (JSON.parse(work.index)));
});
const used = process.cpuUsage(cpu);
const matcher = /** @type {ReturnType<typeof createMatcher>} */ (made);
const after = process.memoryUsage();
let right = 0;
/** @type {number[]} */
const times = [];
/** @type {number[]} */
const warm = [];
for (const list of [times, warm]) {
  for (const [number, text] of work.lines) {
    list.push(
      time(() => {
        const id = matcher.match(text).findings[0]?.id;
        if (list === times) right += Number(Number(id?.slice(4)) === number);
      }),
    );
  }
}
/** @type {Record<string, number>} */
const logs = {};
for (const [name, text] of Object.entries(work.logs)) logs[name] = least(() => matcher.match(text));
/** @type {Record<string, number[]>} */
const hostile = {};
for (const [name, pastes] of Object.entries(work.hostile)) {
  hostile[name] = pastes.map((paste) => least(() => matcher.match(paste)));
}
const figures = {
  ready,
  ready_cpu: (used.user + used.system) / 1000,
  first: times[0],
  times,
  warm,
  right,
  logs,
  hostile,
  rss: process.memoryUsage().rss,
  heap: after.heapUsed - before.heapUsed,
};
process.stdout.write(JSON.stringify(figures));
