import assert from "node:assert/strict";
import test from "node:test";

import { forgetProgress, progressOf } from "../../plugins/errorbook/assets/steps/progress.js";

test("an entry begins without answers and ticks", () => {
  assert.deepEqual(progressOf("XERO-0001"), { answers: [], done: new Set() });
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
