import assert from "node:assert/strict";
import test from "node:test";

import { decoded, readSource } from "../../plugins/errorbook/assets/base/files.js";
import { say } from "../../plugins/errorbook/assets/base/words.js";

test("a text file is read", async () => {
  const source = await readSource(new File(["Tax error"], "sync.log"));
  assert.deepEqual(source, { text: "Tax error", name: "sync.log", size: 9 });
});

test("a text type without a known name is read", async () => {
  assert.equal((await readSource(new File(["a"], "export", { type: "text/csv" }))).text, "a");
});

test("a picture is explained", async () => {
  const picture = new File(["x"], "error.png", { type: "image/png" });
  await assert.rejects(readSource(picture), { message: say("file.picture") });
});

test("another file is refused by name", async () => {
  const message = "report.pdf is not a text file. Files in .txt, .log, .json, .xml and .csv can be read.";
  await assert.rejects(readSource(new File(["%PDF"], "report.pdf")), { message });
});

test("bytes in a text file's clothes are refused", async () => {
  const message = "a.txt is not a text file. Files in .txt, .log, .json, .xml and .csv can be read.";
  await assert.rejects(readSource(new File([new Uint8Array([1, 0, 2])], "a.txt")), { message });
});

test("an empty file is refused", async () => {
  await assert.rejects(readSource(new File([" \n"], "a.txt")), { message: "a.txt is empty." });
});

test("of a huge file only the beginning is read", async () => {
  const source = await readSource(new File(["x".repeat(5_000_000)], "big.log"));
  assert.deepEqual([source.text.length, source.size], [4_000_000, 5_000_000]);
});

test("the encodings of logs and exports are read", () => {
  assert.equal(decoded(new Uint8Array([0xff, 0xfe, 0x41, 0, 0xac, 0x20])), "A€");
  assert.equal(decoded(new Uint8Array([0xef, 0xbb, 0xbf, 0x41])), "A");
  assert.equal(decoded(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x21])), "café!");
  // A character cut in two at the end is left out.
  assert.equal(decoded(new Uint8Array([0x41, 0xe2, 0x82])), "A");
});
