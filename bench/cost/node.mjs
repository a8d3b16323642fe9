// What the JavaScript matcher costs in Node: one JSON object on standard input, one on standard output.
// {"index": …, "lines": [[number, text], …], "logs": {name: text}, "hostile": {name: [paste, twice as long]}}
// With "shards" the index is one in parts; what each line needs of them is read before it is matched.
// With "templates" and "hole" regular expressions are asked as well: each line, and each line of the logs.

import { readFileSync } from "node:fs";
import { createSearch } from "./literals.mjs";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";

/** @typedef {import("../../plugins/errorbook/assets/matching/settings.js").Index} Index */

/**
 * @typedef {object} Work
 * @property {string} index as it is shipped
 * @property {string[]} [shards] as they are shipped
 * @property {[number, string][]} lines
 * @property {Record<string, string>} logs
 * @property {Record<string, [string, string]>} hostile
 * @property {string[]} [templates]
 * @property {string} [hole]
 */

const ROUNDS = 3;
/** How long the turn of a paste is at least, in ms: repeated, a quick one pays its share of collecting garbage. */
const TURN = 100;
/** So many turns without a lesser time end the comparison of two pastes, and so many end it anyhow. */
const STILL = 5;
const MOST_TURNS = 40;
/** From here on the processor's time, counted coarsely, is worth a look. */
const LONG = 50;

/**
 * Return how long something takes, in ms.
 *
 * On a busy machine the clock counts the turns of others, too. What the process got of the processors, all its
 * threads together, is no less than what its one busy thread needs: the lesser of the two is still no flattery.
 * @param {() => void} work
 * @returns {number}
 */
function time(work) {
  const used = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return wall < LONG ? wall : Math.min(wall, (user + system) / 1000);
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

/**
 * Return the least time of each paste, taken by turns until none gets less: a ratio of two times that were each
 * taken a few times on a busy machine tells more of the machine than of the pastes.
 * @param {string[]} pastes
 * @param {(paste: string) => unknown} search
 * @returns {number[]}
 */
function leastByTurns(pastes, search) {
  const best = pastes.map(() => Infinity);
  const often = pastes.map((paste) => Math.ceil(TURN / time(() => search(paste))));
  for (let turn = 0, still = 0; turn < MOST_TURNS && still < STILL; turn += 1) {
    still += 1;
    for (const [place, paste] of pastes.entries()) {
      const count = often[place] ?? 1;
      const took = time(() => {
        for (let round = 0; round < count; round += 1) search(paste);
      });
      if (took / count < (best[place] ?? 0)) still = 0;
      best[place] = Math.min(best[place] ?? 0, took / count);
    }
  }
  return best;
}

/**
 * Return the least of several times for each line, once the code is as quick as it gets.
 * @param {(text: string) => unknown} search
 * @returns {number[]}
 */
function leastOfEach(search) {
  const best = work.lines.map(() => Infinity);
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    for (const [place, [, text]] of work.lines.entries()) {
      best[place] = Math.min(best[place] ?? Infinity, time(() => search(text)));
    }
  }
  return best;
}

/** @type {Work} */
const work = JSON.parse(readFileSync(0, "utf8"));
const before = process.memoryUsage();
/** @type {ReturnType<typeof createMatcher> | undefined} */
let made;
const ready = time(() => {
  made = createMatcher(/** @type {Index} */ (JSON.parse(work.index)));
});
const matcher = /** @type {ReturnType<typeof createMatcher>} */ (made);
const after = process.memoryUsage();
const needed = work.lines.map(([, text]) => matcher.loaded.needs(matcher.read(text)).numbers);
/** @param {string} text */
function ask(text) {
  const reading = matcher.read(text);
  for (const number of matcher.loaded.needs(reading).numbers) {
    matcher.loaded.add(JSON.parse(work.shards?.[number] ?? ""));
  }
  return matcher.match(text, reading);
}
let right = 0;
/** @type {number[]} */
const times = [];
/** @type {number[]} */
const warm = [];
for (const list of [times, warm]) {
  for (const [number, text] of work.lines) {
    list.push(
      time(() => {
        const id = ask(text).findings[0]?.id;
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
  hostile[name] = leastByTurns(pastes, (paste) => matcher.match(paste));
}
/** @type {{times: number[], ours: number[], logs: Record<string, number>, right: number} | undefined} */
let peer;
if (work.templates && work.hole) {
  const search = createSearch(work.templates, work.hole);
  peer = { times: leastOfEach(search), ours: leastOfEach(ask), logs: {}, right: 0 };
  for (const [number, text] of work.lines) peer.right += Number(search(text)[0] === number);
  for (const [name, text] of Object.entries(work.logs)) {
    const lines = text.split("\n");
    peer.logs[name] = least(() => lines.forEach((line) => search(line)));
  }
}
const figures = {
  peer,
  ready,
  first: times[0],
  times,
  warm,
  right,
  needed,
  logs,
  hostile,
  rss: process.memoryUsage().rss,
  heap: after.heapUsed - before.heapUsed,
};
process.stdout.write(JSON.stringify(figures));
