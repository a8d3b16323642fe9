import assert from "node:assert/strict";
import test from "node:test";

import { htmlText, plainText } from "../../plugins/errorbook/assets/share/writing.js";

/** @typedef {import("../../plugins/errorbook/assets/share/reply.js").Block} Block */

/** @type {(text: string, more?: object) => any} */
const step = (text, more = {}) => ({ answered: [], text, notes: [], branches: [], ...more });
/** @type {Block[]} */
const BLOCKS = /** @type {any} */ ([
  { kind: "text", text: "Do this:" },
  {
    kind: "steps",
    steps: [
      step("Open <Settings>.", { notes: ["See \"Locks\"."] }),
      step("Which one?", { branches: [{ answer: "One", steps: [step("Do one."), step("Do two.")] }] }),
      step("Save it.", { answered: ["It is open."] }),
    ],
  },
  { kind: "text", text: "More: https://example.com/a?b&c" },
]);

test("as plain text: a line for each step, what belongs to one below it", () => {
  const expected = `Do this:
1. Open <Settings>.
   See "Locks".
2. Which one?
   One:
     1. Do one.
     2. Do two.
3. It is open. Then: Save it.

More: https://example.com/a?b&c`;
  assert.equal(plainText(BLOCKS), expected);
});

test("as HTML: every text is escaped, and an address at the end of one is a link", () => {
  const expected =
    "<p>Do this:</p><ol><li>Open &lt;Settings&gt;.<br>See &quot;Locks&quot;.</li>" +
    "<li>Which one?<ul><li>One:<ol><li>Do one.</li><li>Do two.</li></ol></li></ul></li>" +
    "<li>It is open. Then: Save it.</li></ol>" +
    '<p>More: <a href="https://example.com/a?b&amp;c">https://example.com/a?b&amp;c</a></p>';
  assert.equal(htmlText(BLOCKS), expected);
});

test("lines stay lines", () => {
  assert.equal(htmlText([{ kind: "text", text: "one\ntwo" }]), "<p>one<br>two</p>");
  assert.equal(plainText([]), "");
});
