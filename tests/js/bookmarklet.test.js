import assert from "node:assert/strict";
import test from "node:test";
import vm from "node:vm";

import { bookmarkAddress } from "../../plugins/errorbook/assets/pages/bookmarklet.js";
import { handedOver } from "../../plugins/errorbook/assets/base/fragment.js";

/**
 * Return what the bookmark opens on a page with a selection.
 * @param {string} selection
 * @param {object | null} [activeElement]
 */
function opened(selection, activeElement = null) {
  /** @type {string[][]} */
  const calls = [];
  const page = {
    document: { activeElement },
    getSelection: () => selection,
    open: (/** @type {string[]} */ ...call) => calls.push(call),
  };
  const script = decodeURIComponent(bookmarkAddress("https://help.example/#old").slice("javascript:".length));
  vm.runInNewContext(script, page);
  return calls[0] ?? [];
}

test("the selection goes into the fragment of a new window that knows nothing of this one", () => {
  const [url = "", target, features] = opened('Tax "GST" & 100%\n#1');
  assert.equal(new URL(url).origin + new URL(url).search, "https://help.example");
  assert.deepEqual(handedOver(new URL(url).hash), { text: 'Tax "GST" & 100%\n#1', cut: false });
  assert.deepEqual([target, features], ["_blank", "noopener"]);
});

test("a selection inside a field counts", () => {
  const [url = ""] = opened("", { value: "xx an error xx", selectionStart: 3, selectionEnd: 11 });
  assert.equal(url, "https://help.example/#q=an%20error");
});

test("a long selection arrives cut and says so", () => {
  const [url = ""] = opened("x".repeat(9000));
  assert.equal(handedOver(new URL(url).hash)?.cut, true);
});

test("without a selection the lookup opens empty", () => {
  assert.equal(opened("")[0], "https://help.example/#");
});
