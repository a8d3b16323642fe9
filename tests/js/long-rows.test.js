import assert from "node:assert/strict";
import test from "node:test";

import { found } from "../../plugins/errorbook/assets/pages/long-rows.js";

const any = { system: "", record: "", severity: "", fixable: "" };
/** @type {import("../../plugins/errorbook/assets/pages/long-rows.js").Packed[]} */
const rows = [
  ["SHOP-1", "errors/shop/a/", "The tax is off", ["Tax ", "rate", " is off"], "", [["shop"], ["bill"], ["stop"], ["you"]], "10", ""],
  ["SHOP-2", "errors/shop/b/", "The till is shut", ["Shut"], "No longer shown", [["shop", "till"], [], ["warn"], ["you"]], "", ""],
];
/** @type {(of: string, words: string, wanted?: Record<string, string>) => [string[], number]} */
const ids = (of, words, wanted = {}) => {
  const { left, number } = found(rows, of, { words, wanted: { ...any, ...wanted } });
  return [left.map(([id]) => id), number];
};

test("words are looked for in title, message, id, code and note", () => {
  for (const words of ["off TAX", "rate", "shop-1", "10"]) assert.deepEqual(ids("", words), [["SHOP-1"], 2]);
  assert.deepEqual(ids("", "longer"), [["SHOP-2"], 2]);
});

test("an index looks among its own errors only", () => {
  assert.deepEqual(ids("system=till", ""), [["SHOP-2"], 1]);
  assert.deepEqual(ids("record=bill", "till"), [[], 1]);
  assert.deepEqual(ids("codes", ""), [["SHOP-1"], 1]);
});

test("choices and words hold together", () => {
  assert.deepEqual(ids("", "is", { severity: "warn" }), [["SHOP-2"], 2]);
  assert.deepEqual(ids("", "tax", { severity: "warn" }), [[], 2]);
});
