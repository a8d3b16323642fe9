import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { decoded, readSource } from "../../plugins/errorbook/assets/base/files.js";
import { say } from "../../plugins/errorbook/assets/base/words.js";

/**
 * Return bytes of every kind, as what is packed or drawn has them, without an empty one.
 * @param {number} size
 * @returns {Uint8Array}
 */
function randomLike(size) {
  let seed = 7;
  return Uint8Array.from({ length: size }, () => {
    seed = (seed * 48271) % 2147483647;
    return (seed % 255) + 1;
  });
}

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
  const message = say("file.other", { name: "report.pdf" });
  await assert.rejects(readSource(new File(["%PDF"], "report.pdf")), { message });
});

test("bytes in a text file's clothes are refused", async () => {
  const message = say("file.other", { name: "a.txt" });
  await assert.rejects(readSource(new File([new Uint8Array([1, 0, 2])], "a.txt")), { message });
});

for (const [name, type] of [
  ["trace.har", ""],
  ["mail.eml", "message/rfc822"],
  ["debug.out", ""],
  ["output", "application/octet-stream"],
  ["page.html", "text/html"],
]) {
  test(`plain text is read whatever it is called, such as ${name}`, async () => {
    const text = "Subject: Tax\r\n\r\n\x1b[31mItem code 'GLV' is not valid – caf\u00e9\x1b[0m\r\n";
    assert.equal((await readSource(new File([text], name ?? "", { type: type ?? "" }))).text, text);
  });
}

test("a log with a few bytes that are none is read", async () => {
  const log = `${"Item code is not valid\n".repeat(20)}\0\0\0`;
  assert.equal((await readSource(new File([log], "sync.log"))).text, log);
});

test("what is packed or drawn is refused by what it holds", async () => {
  const made = { "sync.log": gzipSync("Item code is not valid ".repeat(500)), "noise.txt": randomLike(4000) };
  for (const [name, bytes] of Object.entries(made)) {
    const message = say("file.other", { name });
    await assert.rejects(readSource(new File([new Uint8Array(bytes)], name)), { message });
  }
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
