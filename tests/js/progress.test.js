import assert from "node:assert/strict";
import test from "node:test";

import { forgetProgress, progressOf, withDoubts } from "../../plugins/errorbook/assets/steps/progress.js";

test("an entry begins without answers and ticks", () => {
  assert.deepEqual(progressOf("XERO-0001"), { answers: [], done: new Set(), unsure: false });
});

test("what is noted of an entry is kept, and of no other", () => {
  progressOf("XERO-0001").done.add("2.1");
  assert.deepEqual([...progressOf("XERO-0001").done], ["2.1"]);
  assert.equal(progressOf("XERO-0002").done.size, 0);
});

test("all is forgotten at once", () => {
  progressOf("XERO-0001").done.add("2.1");
  forgetProgress();
  assert.equal(progressOf("XERO-0001").done.size, 0);
});

test("what only looked like an entry stays so when its id alone is found, until another text comes", () => {
  const outcomes = (/** @type {"is" | "like"} */ outcome) => {
    const whole = { values: {}, further: {}, spans: [], count: 1, documents: [], path: [], message: 0 };
    /** @type {import("../../plugins/errorbook/assets/base/shapes.js").Finding} */
    const found = { id: "X-1", outcome, score: 1, reason: "", ...whole };
    return withDoubts({ findings: [found], nearest: [], unknown: [], read: 3 }).findings.map((each) => each.outcome);
  };
  assert.deepEqual(outcomes("is"), ["is"]);
  assert.deepEqual(outcomes("like"), ["like"]);
  assert.deepEqual(outcomes("is"), ["like"]);
  forgetProgress();
  assert.deepEqual(outcomes("is"), ["is"]);
});
