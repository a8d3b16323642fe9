import assert from "node:assert/strict";
import test from "node:test";

import { asSearched, withOffers } from "../../plugins/errorbook/assets/search/offers.js";

const ENTRY = { id: "XERO-0001", title: "A <b> & c", url: "errors/a/", card: "", severity: "" };
/** @param {string} location @param {number} score */
const page = (location, score) => [{ location, title: location, text: "", score, terms: {} }];
/** @param {"is" | "like"} [outcome] @param {object[]} [suggestions] */
const answer = (outcome, suggestions = []) =>
  /** @type {import("../../plugins/errorbook/assets/base/shapes.js").Answer} */ (
    /** @type {unknown} */ ({
      result: { findings: outcome ? [{ id: "XERO-0001", outcome }] : [] },
      suggestions,
      entries: { "XERO-0001": ENTRY },
    })
  );
/**
 * @param {string} text
 * @param {import("../../plugins/errorbook/assets/base/shapes.js").Answer | null} given
 * @param {import("../../plugins/errorbook/assets/search/offers.js").Found[][]} pages
 */
const locations = (text, given, pages) =>
  withOffers(text, given, pages, "de/", "de/").map(([found]) => found?.location);

for (const [text, asked] of [
  ["XERO-0050", "+XERO +0050*"],
  [" ORA-00942 ", "+ORA +00942*"],
  ["XERO-00", "+XERO +00*"],
  ["XERO", "XERO"],
  ["6240", "6240"],
  ["two-step", "two-step"],
  ["XERO-0050 is locked", "XERO-0050 is locked"],
  ["+XERO-0050", "+XERO-0050"],
]) {
  test(`of ${text} alone all parts are looked for, of other words any`, () => {
    assert.equal(asSearched(text ?? "", "[\\s\\-]+"), asked);
  });
}

for (const [text, asked] of [
  ["how do I disconnect from Xero", "how^1 do^1 I^1 disconnect from^1 Xero^1"],
  ["Error: the request (none) can't be read.", "Error the^1 request none^1 can't be^1 read^1"],
  ["the lock date", "the lock date"],
  ['where is the "lock date" set', 'where is the "lock date" set'],
  ["where is the lock +date", "where is the lock +date"],
]) {
  test(`in a sentence such as ${text} a short word is no beginning of others`, () => {
    assert.equal(asSearched(text ?? "", "[\\s\\-]+"), asked);
  });
}

test("where a site's search keeps an id together, it is looked for as it is", () => {
  assert.equal(asSearched("XERO-0050", "\\s+"), "XERO-0050");
});

test("what the matcher found stands first, once, with the highest score, its title as text", () => {
  const all = withOffers("x", answer("like"), [page("b/", 12), page("de/errors/a/", 9)], "de/", "de/");
  assert.deepEqual(
    all.map(([found]) => found?.location),
    ["de/errors/a/", "b/"],
  );
  assert.equal(all[0]?.[0]?.title, "A &lt;b&gt; &amp; c");
  assert.equal(all[0]?.[0]?.text, "Looks like: XERO-0001");
  assert.ok((all[0]?.[0]?.score ?? 0) > 12);
  assert.deepEqual(all[0]?.[0]?.terms, {});
});

test("what a description tells of stands first where no message is known", () => {
  const described = answer(undefined, [{ id: "XERO-0001", outcome: "describes" }]);
  const [[first] = []] = withOffers("x", described, [page("b/", 12)], "", "");
  assert.deepEqual([first?.location, first?.text], ["errors/a/", "You describe: XERO-0001"]);
});

test("of several that a description may tell of, the first alone is named with confidence", () => {
  const twice = answer(undefined, [
    { id: "XERO-0001", outcome: "describes" },
    { id: "XERO-0001", outcome: "describes" },
  ]);
  const shown = withOffers("x", twice, [], "", "").map(([found]) => found?.text);
  assert.deepEqual(shown.slice(0, 2), ["You describe: XERO-0001", "Perhaps: XERO-0001"]);
});

test("before the matcher has answered, pages are shown as they are", () => {
  assert.deepEqual(locations("a b c d e", null, [page("b/", 1)]), ["b/"]);
});

test("of an error a result shows what it says, and not all the words by which it is found", () => {
  const found = [{ location: "a/", title: "A", text: "It is <mark>late</mark>. \u2063 all words", score: 1, terms: {} }];
  for (const given of [null, answer()]) {
    const [[first] = []] = withOffers("late", given, [found], "", "");
    assert.equal(first?.text, "It is <mark>late</mark>. ");
  }
});

test("a text that is told can be taken to the lookup, behind the nearest pages", () => {
  const pages = ["1/", "2/", "3/", "4/"].map((location) => page(location, 1));
  assert.deepEqual(locations("a b c d", answer(), pages), ["1/", "2/", "3/", "de/#q=a%20b%20c%20d", "4/"]);
  assert.deepEqual(locations("a b", answer(), pages), ["1/", "2/", "3/", "4/"]);
});

test("a dead end leads to the lookup, whatever was typed", () => {
  assert.deepEqual(locations("tox", answer(), []), ["de/#q=tox"]);
});
