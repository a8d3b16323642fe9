import assert from "node:assert/strict";
import test from "node:test";

import { fixingOrder } from "../../plugins/errorbook/assets/lookup/fix-order.js";

test("what stops everything comes before what stops one thing, that before a warning", () => {
  const problems = ["warning", "blocks-one", "info", "blocks-all"].map((severity) => ({
    id: "",
    severity,
    causes: [],
  }));
  assert.deepEqual(fixingOrder(problems), [3, 1, 0, 2]);
});

test("equals stay in the order of the paste", () => {
  const problems = ["A", "B", "C"].map((id) => ({ id, severity: "blocks-one", causes: [] }));
  assert.deepEqual(fixingOrder(problems), [0, 1, 2]);
});

test("a cause comes before what follows from it, even if it weighs less", () => {
  const problems = [
    { id: "A", severity: "blocks-all", causes: ["B"] },
    { id: "B", severity: "warning", causes: [] },
  ];
  assert.deepEqual(fixingOrder(problems), [1, 0]);
});

test("causes in a circle end", () => {
  const problems = [
    { id: "A", severity: "info", causes: ["B"] },
    { id: "B", severity: "info", causes: ["A"] },
  ];
  assert.deepEqual(fixingOrder(problems), [1, 0]);
});
