import assert from "node:assert/strict";
import test from "node:test";

import { verdictOf } from "../../plugins/errorbook/assets/desk/verdict.js";

/**
 * @param {...[id: string, outcome: "is" | "like", start: number]} found
 */
function verdict(...found) {
  const findings = found.map(([id, outcome, start]) => ({
    id,
    outcome,
    score: 1,
    reason: /** @type {const} */ (""),
    values: {},
    further: {},
    spans: [/** @type {[number, number, string]} */ ([start, start + 10, ""])],
    count: 1,
    documents: [],
    path: [],
    message: 0,
  }));
  const entries = Object.fromEntries(
    found.map(([id]) => [id, { id, title: `Title ${id}`, url: "", card: "", severity: "" }]),
  );
  return verdictOf({ result: { findings, nearest: [], unknown: [], read: 100 }, entries, suggestions: [] });
}

test("sure findings are matched, also several", () => {
  assert.equal(verdict(["A", "is", 0]).kind, "matched");
  assert.deepEqual(verdict(["A", "is", 0], ["B", "is", 20]), {
    kind: "matched",
    entries: [
      { id: "A", title: "Title A" },
      { id: "B", title: "Title B" },
    ],
    suggested: [],
  });
});

test("what only looks like an error, or fits two, is ambiguous", () => {
  assert.equal(verdict(["A", "like", 0]).kind, "ambiguous");
  assert.equal(verdict(["A", "is", 0], ["B", "is", 5]).kind, "ambiguous");
});

test("one sure error does not vouch for another beside it that is not", () => {
  assert.equal(verdict(["A", "is", 0], ["B", "like", 20]).kind, "ambiguous");
  assert.equal(verdict(["A", "like", 0], ["B", "is", 20]).kind, "ambiguous");
});

test("nothing found is unknown", () => assert.deepEqual(verdict(), { kind: "unknown", entries: [], suggested: [] }));

test("what only describes an error stays unknown, with what it may be", () => {
  const suggestions = [{ id: "A", outcome: /** @type {const} */ ("describes"), score: 1 }];
  const entries = { A: { id: "A", title: "Title A", url: "", card: "", severity: "" } };
  const result = { findings: [], nearest: [], unknown: [], read: 100 };
  const told = verdictOf({ result, entries, suggestions });
  assert.deepEqual(told, { kind: "unknown", entries: [], suggested: [{ id: "A", title: "Title A" }] });
});
