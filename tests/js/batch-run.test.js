import assert from "node:assert/strict";
import test from "node:test";

import { BatchRun } from "../../plugins/errorbook/assets/desk/batch-run.js";

/** @typedef {import("../../plugins/errorbook/assets/engine/finder.js").Finder} Finder */

/**
 * Return a finder that knows nothing, and what it was asked.
 * @param {number} [most] questions that it answers
 */
function makeFinder(most = 99) {
  const asked = /** @type {string[]} */ ([]);
  let cancelled = 0;
  const finder = {
    find: async (/** @type {string} */ paste) => {
      asked.push(paste);
      const result = { findings: [], nearest: [], unknown: [], read: paste.length };
      return asked.length > most ? null : { result, cards: new Map(), suggestions: [], suggested: [] };
    },
    cancel: () => (cancelled += 1),
  };
  return { finder: /** @type {Finder} */ (/** @type {unknown} */ (finder)), asked, count: () => cancelled };
}

test("each text gets a verdict, in their order", async () => {
  const { finder, asked } = makeFinder();
  const verdicts = await new BatchRun(finder).verdicts(["one", "two"], () => {});
  assert.deepEqual(asked, ["one", "two"]);
  assert.deepEqual(verdicts.map(({ kind }) => kind), ["unknown", "unknown"]);
});

test("the same text is asked once, whatever blanks stand around it", async () => {
  const { finder, asked } = makeFinder();
  assert.equal((await new BatchRun(finder).verdicts(["one", " one\n", "one"], () => {})).length, 3);
  assert.deepEqual(asked, ["one"]);
});

test("an empty text is unknown, and nobody is asked", async () => {
  const { finder, asked } = makeFinder();
  const verdicts = await new BatchRun(finder).verdicts(["", "  "], () => {});
  assert.deepEqual(verdicts, Array(2).fill({ kind: "unknown", entries: [], suggested: [] }));
  assert.deepEqual(asked, []);
});

test("of a ticket its first 100,000 characters are read", async () => {
  const { finder, asked } = makeFinder();
  await new BatchRun(finder).verdicts(["x".repeat(100_001)], () => {});
  assert.equal(asked[0]?.length, 100_000);
});

test("what was found before it was stopped stays", async () => {
  const { finder, asked, count } = makeFinder(1);
  assert.equal((await new BatchRun(finder).verdicts(["one", "two", "three"], () => {})).length, 1);
  assert.deepEqual(asked, ["one", "two"]);
  const run = new BatchRun(finder);
  run.stop();
  assert.deepEqual(await run.verdicts(["four"], () => {}), []);
  assert.equal(count(), 1);
});
