import assert from "node:assert/strict";
import test from "node:test";

import { sizeWords, summaryWords } from "../../plugins/errorbook/assets/base/phrases.js";
import { say, sayAround } from "../../plugins/errorbook/assets/base/words.js";

/** @typedef {import("../../plugins/errorbook/assets/base/shapes.js").Finding} Finding */

/**
 * @param {"is" | "like"} outcome
 * @param {number} count
 * @returns {Finding}
 */
function found(outcome, count) {
  return {
    id: "X-0001",
    outcome,
    score: 1,
    reason: /** @type {const} */ (""),
    values: {},
    further: {},
    spans: [],
    count,
    documents: [],
    path: [],
    message: 0,
  };
}

const TITLE = "The account is gone";

test("one problem is named", () => {
  assert.equal(summaryWords([found("is", 1)], [[0]], TITLE), "1 problem found: The account is gone");
});

test("one problem that stands there often is counted", () => {
  assert.equal(
    summaryWords([found("is", 500)], [[0]], TITLE),
    "1 problem found, 500\u00a0times: The account is gone",
  );
});

test("what only looks like a problem says so", () => {
  assert.equal(summaryWords([found("like", 1)], [[0]], TITLE), "Looks like: The account is gone");
});

test("alternatives are not several problems", () => {
  assert.equal(
    summaryWords([found("like", 1), found("like", 1)], [[0, 1]], TITLE),
    "Looks like one of 2\u00a0problems",
  );
});

test("several problems are counted, and the errors where they repeat", () => {
  const findings = [found("is", 14), found("is", 2), found("like", 1)];
  assert.equal(summaryWords(findings.slice(0, 2), [[0], [1]], TITLE), "2\u00a0different problems in 16\u00a0errors");
  assert.equal(summaryWords([found("is", 1), found("is", 1)], [[0], [1]], TITLE), "2\u00a0different problems");
});

test("several of which one is not sure only look like problems", () => {
  const findings = [found("is", 14), found("is", 2), found("like", 1)];
  assert.equal(
    summaryWords(findings, [[0], [1], [2]], TITLE),
    "Looks like 3\u00a0different problems in 17\u00a0errors",
  );
  assert.equal(
    summaryWords([found("like", 1), found("like", 1)], [[0], [1]], TITLE),
    "Looks like 2\u00a0different problems",
  );
});

test("nothing found is said in the same words everywhere", () => {
  assert.equal(summaryWords([], [], ""), "We don't know this one");
});

test("numbers and sizes read as people write them", () => {
  assert.equal(say("count.errors", { number: 1 }), "1\u00a0error");
  assert.equal(say("count.errors", { number: 1200 }), "1,200\u00a0errors");
  assert.deepEqual([640, 12_400, 3_440_000, 48_000_000].map(sizeWords), [
    "640\u00a0bytes",
    "12\u00a0KB",
    "3.4\u00a0MB",
    "48\u00a0MB",
  ]);
});

test("what fills a hole stays as it is, even text that looks like a hole", () => {
  assert.deepEqual(sayAround("index.product_title", { product: "{number}" }), ["", "{number}", " errors"]);
});
