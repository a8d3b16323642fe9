// What a draft changes: examples that it takes, hides, weakens or finds, and drafts that cannot be tried.

import assert from "node:assert/strict";
import test from "node:test";

import { DRAFT_ID, DraftProblem, draftOf, typedOf, withDraft } from "../../plugins/errorbook/assets/playground/draft.js";
import { changes } from "../../plugins/errorbook/assets/playground/effect.js";
import { Everyday } from "../../plugins/errorbook/assets/playground/everyday.js";
import { constants } from "./constants.mjs";

const TILL = "The drawer of the till stayed locked after the refund was printed";
const LAMP = "The lamp above the conveyor belt stays dark while bottles are counted";
/** @type {import("../../plugins/errorbook/assets/matching/settings.js").Entry[]} */
const entries = [
  { id: "SHOP-0001", system: "shop", title: "The drawer is locked", messages: [[TILL, "full"]] },
  {
    id: "SHOP-0002",
    system: "shop",
    messages: [
      [LAMP, "full"],
      ["no light", "alias"],
    ],
    codes: [["shop", "6240"]],
    values: {},
  },
  { id: "BANK-0001", system: "bank", messages: [["Payment of {amount} was refused by the bank of the buyer", "full"]] },
];
const index = { matcher: constants.matcher, fold: constants.fold, entries };
const everyday = new Everyday(constants.listed, constants.matcher);
const EXAMPLES = [
  { id: "SHOP-0001", paste: TILL },
  { id: "SHOP-0002", paste: LAMP },
  { id: "BANK-0001", paste: "Payment of 12.50 was refused by the bank of the buyer" },
];
const KINDS = { text: { type: "text" }, money: { type: "money" }, shelf: { type: "shelf", pattern: "S-[0-9]+" } };
const EMPTY = { messages: "", codes: "", kinds: "", system: "shop", instead: "" };

/** @param {Partial<import("../../plugins/errorbook/assets/playground/draft.js").Typed>} typed */
function drafted(typed) {
  return draftOf({ ...EMPTY, ...typed }, index, everyday, KINDS);
}

/**
 * @param {Partial<import("../../plugins/errorbook/assets/playground/draft.js").Typed>} typed
 * @param {{id: string, paste: string}[]} examples
 */
function changed(typed, examples = EXAMPLES) {
  return [...changes({ index, draft: drafted(typed), examples })].flatMap((change) =>
    change ? [[change.id, change.kind]] : [],
  );
}

test("a wording of its own changes no example", () => {
  assert.deepEqual(changed({ messages: "Stock of the shelf in the cellar could not be counted twice" }), []);
});

test("a copy of a wording is told at the example that it takes or stands beside", () => {
  const [first] = changed({ messages: TILL, system: "bank" });
  assert.deepEqual(first?.[0], "SHOP-0001");
  assert.ok(["beside", "weaker", "taken"].includes(String(first?.[1])), String(first));
});

test("a wording that is more exact takes a paste", () => {
  const typed = { messages: "Payment of {amount} was refused by the bank of the buyer, code 77", kinds: "amount money" };
  const paste = "Payment of 12.50 was refused by the bank of the buyer, code 77";
  assert.deepEqual(changed(typed, [{ id: "BANK-0001", paste }]), [["BANK-0001", "taken"]]);
});

test("an entry that loses its wording loses its example, and one that stays as it is nothing", () => {
  const other = "Bottles without a label were found";
  assert.deepEqual(changed({ instead: "shop-0001", messages: other }), [["SHOP-0001", "lost"]]);
  for (const entry of entries) assert.deepEqual(changed(typedOf(entry)), [], entry.id);
});

test("an own paste that a draft finds is better off", () => {
  const messages = "The scale under the counter shows {weight} although it is empty";
  const paste = "The scale under the counter shows 12 although it is empty";
  assert.deepEqual(changed({ messages }, [{ id: DRAFT_ID, paste }]), [[DRAFT_ID, "better"]]);
});

test("a changed entry keeps its place, its title, its codes and what people type for it", () => {
  const typed = typedOf(/** @type {import("../../plugins/errorbook/assets/matching/settings.js").Entry} */ (entries[1]));
  assert.deepEqual(typed, { messages: LAMP, codes: "6240", kinds: "", system: "shop", instead: "SHOP-0002" });
  const draft = drafted({ ...typed, messages: `${LAMP}\nDark` });
  assert.deepEqual(draft.messages, [
    [LAMP, "full"],
    ["Dark", "short"],
    ["no light", "alias"],
  ]);
  assert.deepEqual(
    withDraft(index, draft).entries.map(({ id }) => id),
    ["SHOP-0001", "SHOP-0002", "BANK-0001"],
  );
});

test("a new entry stands behind those of its system", () => {
  const ids = withDraft(index, drafted({ messages: "Something" })).entries.map(({ id }) => id);
  assert.deepEqual(ids, ["SHOP-0001", "SHOP-0002", DRAFT_ID, "BANK-0001"]);
});

test("a wording that any program may say is one, as in the index", () => {
  assert.deepEqual(drafted({ messages: `${LAMP}\nUser not found` }).everyday, [1]);
});

test("a value of the catalogue's own kind brings its pattern", () => {
  const draft = drafted({ messages: "Nothing lies on {place}", kinds: "place: shelf" });
  assert.deepEqual(draft.values, { place: { type: "shelf", pattern: "S-[0-9]+" } });
});

test("all that cannot be tried is told at once", () => {
  const typed = { messages: "Payment of {Amount\nof {amount}", kinds: "amount gold, day date", instead: "XYZ-1" };
  assert.throws(
    () => drafted(typed),
    (error) =>
      error instanceof DraftProblem &&
      error.message ===
        "No entry has the id XYZ-1. Leave it out for a new one.\n" +
          "Wording 1 has braces that make no hole. Write {name} for a hole, and double every other brace.\n" +
          "'amount' has no kind that there is. Write one of text, money, shelf.\n" +
          "No wording has the hole 'day'. Write the hole, then its kind: size number.",
  );
  assert.throws(() => drafted({}), /Type a wording or a code\./);
});
