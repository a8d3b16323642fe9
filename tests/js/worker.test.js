// The worker's side of matching: what it answers to a page that only gets ready, and what it does after that.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { mock } from "node:test";

import { constants } from "./constants.mjs";

/** @typedef {import("../../plugins/errorbook/assets/engine/worker.js").Reply} Reply */

const URL_OF_INDEX = "https://example.com/match-index.js";
// A script asks where it was loaded from when it is.
Object.assign(globalThis, { location: { href: "https://example.com/errorbook.js" } });
const { serve } = await import("../../plugins/errorbook/assets/engine/worker.js");
const { Matcher } = await import("../../plugins/errorbook/assets/matching/matcher.js");

const { index, cases } = JSON.parse(
  readFileSync(new URL("../cases/matching.json", import.meta.url), "utf-8"),
);
const { paste, expect } = cases.find((/** @type {any} */ { expect }) => expect.findings[0]?.outcome === "is");

/**
 * Ask a new worker something, and return its replies and every text that its matcher is given.
 * @param {string[]} pastes
 * @param {string} [served] the index
 * @returns {Promise<{replies: Reply[], matched: string[]}>}
 */
async function ask(pastes, served = JSON.stringify({ ...index, ...constants, version: 1 })) {
  /** @type {string[]} */
  const matched = [];
  /** @type {Reply[]} */
  const replies = [];
  const { match } = Matcher.prototype;
  /** @this {InstanceType<typeof Matcher>} @param {Parameters<typeof match>} given */
  function watched(...given) {
    matched.push(given[0]);
    return match.apply(this, given);
  }
  mock.method(Matcher.prototype, "match", watched);
  /** @type {any} */
  const scope = { postMessage: (/** @type {Reply} */ reply) => replies.push(reply) };
  serve(scope);
  await scope.onmessage({ data: { index: served, url: URL_OF_INDEX } });
  for (const [ticket, text] of pastes.entries()) {
    await scope.onmessage({ data: { ticket, paste: text } });
  }
  return { replies, matched };
}

test("getting ready is answered at once, and what the first paste needs is made afterwards", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { replies, matched } = await ask([""]);
  assert.deepEqual(replies.map(({ ticket, failure }) => [ticket, failure]), [[0, undefined]]);
  assert.deepEqual(matched, [""]);
  mock.timers.runAll();
  assert.equal(matched.length, 2);
  assert.match(matched[1] ?? "", /[0-9].* [a-z]/);
  assert.equal(replies.length, 1, "nobody is told of it");
  mock.reset();
});

test("a paste is answered, and nothing is made ready behind it", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { replies, matched } = await ask([paste]);
  mock.timers.runAll();
  assert.equal(replies[0]?.answer?.result.findings[0]?.id, expect.findings[0].id);
  assert.deepEqual(matched, [paste]);
  mock.reset();
});

test("the id of a withdrawn entry is answered with its page, and nothing else of that entry", async () => {
  const withdrawn = { "SHOP-0060": ["The moon is full", "errors/shop/moon/"] };
  const served = JSON.stringify({ ...index, ...constants, version: 1, withdrawn });
  const { replies } = await ask(["\u201cshop 60\u201d", "SHOP-0061", "The moon is full", paste], served);
  const found = { id: "SHOP-0060", title: "The moon is full", url: "errors/shop/moon/", lang: undefined };
  assert.deepEqual(replies.map(({ answer }) => answer?.withdrawn), [found, undefined, undefined, undefined]);
  mock.reset();
});

test("what is wrong with the index is said to everybody who asks", async () => {
  const failures = async (/** @type {string} */ served) =>
    (await ask([paste, paste], served)).replies.map(({ ticket, failure }) => [ticket, failure]);
  assert.deepEqual(await failures('{"version": 2}'), [[0, "changed"], [1, "changed"]]);
  assert.deepEqual(await failures('{"version": 1}'), [[0, "broken"], [1, "broken"]]);
  assert.deepEqual(await failures("{"), [[0, "broken"], [1, "broken"]]);
  mock.reset();
});
