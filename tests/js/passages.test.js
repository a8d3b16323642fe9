import assert from "node:assert/strict";
import test from "node:test";

import { alternatives, excerpt, passagesOf } from "../../plugins/errorbook/assets/lookup/passages.js";

/** @typedef {import("../../plugins/errorbook/assets/base/shapes.js").Finding} Finding */
/** @typedef {import("../../plugins/errorbook/assets/base/shapes.js").Span} Span */

/**
 * @param {Span[]} spans
 * @returns {Finding}
 */
function found(...spans) {
  const empty = { values: {}, further: {}, documents: [], path: [] };
  return { ...empty, id: "X-0001", outcome: "is", reason: "", score: 1, spans, count: 1, message: 0 };
}

/**
 * Return what is shown of a paste: passages in brackets, gaps as dots.
 * @param {string} paste
 * @param {Finding[]} findings
 * @param {number} context
 */
function view(paste, findings, context) {
  return excerpt(paste, passagesOf(paste, findings), context)
    .map((stretch) => {
      if (stretch.kind === "passage") return `[${paste.slice(stretch.passage.start, stretch.passage.end)}]`;
      return stretch.kind === "gap" ? "…" : paste.slice(stretch.start, stretch.end);
    })
    .join("");
}

test("findings that explain the same words are alternatives", () => {
  const findings = [found([0, 10, ""]), found([20, 30, ""]), found([5, 12, ""])];
  assert.deepEqual(alternatives(findings), [[0, 2], [1]]);
});

test("the pieces of one message make one passage", () => {
  const paste = "Error: Account 200 is archived.";
  const [passage, ...others] = passagesOf(paste, [found([7, 15, ""], [15, 18, "code"], [19, 30, ""])]);
  assert.deepEqual([passage?.start, passage?.end, passage?.pieces.length, others.length], [7, 30, 3, 0]);
});

test("each occurrence on a line of its own is a passage", () => {
  const paste = "No account\nNo account\n";
  assert.deepEqual(
    passagesOf(paste, [found([0, 10, ""], [11, 21, ""])]).map(({ start }) => start),
    [0, 11],
  );
});

test("each occurrence on one line is a passage", () => {
  const message = "The document date is too early ";
  const spans = /** @type {Span[]} */ (
    Array.from({ length: 1000 }, (_, at) => [at * message.length, (at + 1) * message.length - 1, ""])
  );
  const passages = passagesOf(message.repeat(1000), [found(...spans)]);
  assert.equal(passages.length, 1000);
  assert.ok(passages.every(({ pieces }) => pieces.length === 1));
});

test("no passage is endless, even of messages that are a word and a value", () => {
  const spans = /** @type {Span[]} */ (
    Array.from({ length: 1000 }, (_, at) => [at * 4, at * 4 + 3, at % 2 ? "code" : ""])
  );
  const passages = passagesOf("Err 200 ".repeat(500), [found(...spans)]);
  assert.ok(passages.every(({ pieces }) => pieces.length <= 40));
  assert.equal(passages.flatMap(({ pieces }) => pieces).length, 1000);
});

test("a message broken over two lines is one passage", () => {
  const paste = "No account\nwas found";
  assert.equal(passagesOf(paste, [found([0, 10, ""], [11, 20, ""])]).length, 1);
});

test("passages come in the order of the paste, the alternative left out", () => {
  const findings = [found([20, 30, ""]), found([0, 10, ""]), found([22, 28, ""])];
  assert.deepEqual(
    passagesOf("x".repeat(40), findings).map(({ finding }) => finding),
    [1, 0],
  );
});

test("a short paste is shown whole", () => {
  assert.equal(
    view("one two three", [found([4, 7, ""])], Infinity),
    "one [two] three".replace("two] ", "two] "),
  );
});

test("a long paste is shown near its passages, line by line", () => {
  const paste = `${"before\n".repeat(50)}line one: No account here\n${"after\n".repeat(50)}`;
  const start = paste.indexOf("No account");
  assert.equal(view(paste, [found([start, start + 10, ""])], 160), "…line one: [No account] here\n…");
});

test("two passages on one line share what stands between them", () => {
  const paste = `${"x".repeat(300)}\naa bb cc\n${"y".repeat(300)}`;
  const at = paste.indexOf("aa");
  assert.equal(view(paste, [found([at, at + 2, ""]), found([at + 6, at + 8, ""])], 50), "…[aa] bb [cc]\n…");
});

test("within one endless line the context is counted in characters", () => {
  const paste = `${"x".repeat(300)}HERE${"y".repeat(300)}`;
  assert.equal(view(paste, [found([300, 304, ""])], 5), "…xxxxx[HERE]yyyyy…");
});

test("a paste that is nothing but the message is one passage", () => {
  assert.equal(view("6240", [found([0, 4, ""])], Infinity), "[6240]");
});
