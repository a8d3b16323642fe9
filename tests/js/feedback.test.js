import assert from "node:assert/strict";
import test from "node:test";

import {
  draftAddress,
  opinionFields,
  opinionText,
  REASONS,
  sinkOf,
} from "../../plugins/errorbook/assets/feedback/feedback.js";
import { say } from "../../plugins/errorbook/assets/base/words.js";

const OPINION = { id: "XERO-0001", reviewed: "2026-01-31", path: "2.3,2.3.1.2", fixed: false, reason: say("feedback.step") };

test("nothing is asked where answers have nowhere to go", () => {
  assert.equal(sinkOf({}), null);
  assert.equal(sinkOf({ feedbackKind: "other", feedbackTo: "x" }), null);
  assert.deepEqual(sinkOf({ feedbackKind: "mailto", feedbackTo: "a@b.example" }), {
    kind: "mailto",
    to: "a@b.example",
  });
});

test("there are five reasons", () => assert.equal(REASONS.length, 5));

test("what is shown is what is sent", () => {
  assert.equal(
    opinionText(OPINION),
    "page: XERO-0001\nreviewed: 2026-01-31\npath: 2.3,2.3.1.2\nfixed: no\nreason: A step did not work",
  );
  const fixed = opinionFields({ ...OPINION, reviewed: "", path: "", fixed: true });
  assert.deepEqual(fixed, { page: "XERO-0001", fixed: "yes" });
});

test("a mail draft holds it, and nothing can be added to its head", () => {
  const crafted = { ...OPINION, reason: "x&cc=y\r\nBcc: z" };
  const address = draftAddress({ kind: "mailto", to: "a@b.example" }, crafted);
  assert.ok(address.startsWith("mailto:a@b.example?subject=XERO-0001%3A%20did%20not%20fix%20it&body="));
  assert.equal(new URL(address).searchParams.get("cc"), null);
  assert.ok(!/[\r\n]/.test(address));
});

test("a new issue holds it beside what its address already says", () => {
  const url = new URL(draftAddress({ kind: "issue", to: "https://x.example/new?labels=docs" }, OPINION));
  assert.equal(url.searchParams.get("labels"), "docs");
  assert.equal(url.searchParams.get("title"), "XERO-0001: did not fix it");
  assert.equal(url.searchParams.get("body"), opinionText(OPINION));
});
