import assert from "node:assert/strict";
import { test } from "node:test";

import { linkWithValues } from "../../plugins/errorbook/assets/share/value-links.js";
import { answerName, pathIn, withPath } from "../../plugins/errorbook/assets/steps/path.js";

const NONE = { entry: "", answers: [] };

test("an answer goes by its question and its place", () => {
  assert.equal(answerName("step-5", 1), "5.2");
  assert.equal(answerName("step-5.2.3", 0), "5.2.3.1");
  assert.equal(answerName("step-paid", 0), "paid.1");
});

test("a path is read as it was written", () => {
  for (const path of [
    { entry: "", answers: ["5.2"] },
    { entry: "XERO-0001", answers: ["5.2.3.1", "paid.1"] },
    { entry: "XERO-0001", answers: ["5.2"], unsure: true },
  ]) {
    assert.deepEqual(pathIn(new URL(withPath("https://x.example/e/", path)).hash), path);
  }
});

test("an address without answers has no fragment", () => {
  assert.equal(withPath("https://x.example/#a=5.2", NONE), "https://x.example/");
  assert.equal(withPath("https://x.example/#step-2", { entry: "XERO-0001", answers: [] }), "https://x.example/");
});

test("an entry that somebody began with is named without answers, too", () => {
  const path = { entry: "XERO-0001", answers: [], begun: true };
  assert.equal(withPath("https://x.example/#step-2", path), "https://x.example/#e=XERO-0001");
  assert.deepEqual(pathIn("#e=XERO-0001"), { entry: "XERO-0001", answers: [] });
  assert.equal(withPath("https://x.example/", { ...path, unsure: true }), "https://x.example/#e=XERO-0001&o=like");
  assert.equal(withPath("https://x.example/#e=XERO-0001", { ...path, entry: "" }), "https://x.example/");
});

test("values stay behind the path, and nothing else does", () => {
  const link = "https://x.example/#q=secret&v.amount=12";
  assert.equal(withPath(link, { entry: "", answers: ["2.1"] }), "https://x.example/#a=2.1&v.amount=12");
  assert.equal(linkWithValues("https://x.example/#a=2.1", { amount: "12" }), "https://x.example/#a=2.1&v.amount=12");
  assert.equal(linkWithValues("https://x.example/", { amount: "12" }), "https://x.example/#v.amount=12");
});

test("what a stranger writes into a fragment is no path", () => {
  for (const hash of ["", "#", "#a=", "#a=%3Cb%3E", "#a=<b>", "#q=a=1.1", "#step-2.1", "#e=<x>", "#e=1"]) {
    assert.deepEqual(pathIn(hash), NONE, hash);
  }
  assert.equal(pathIn(`#a=${"1.1,".repeat(5000)}`).answers.length, 30);
  assert.deepEqual(pathIn(`#a=${"9".repeat(500)}`).answers, []);
  assert.equal(pathIn("#e=xero-0001").entry, "XERO-0001");
});
