import assert from "node:assert/strict";
import test from "node:test";

import { replyBlocks, stepBlocks } from "../../plugins/errorbook/assets/share/reply.js";
import { htmlText, plainText } from "../../plugins/errorbook/assets/share/writing.js";

const CARD = {
  id: "XERO-0001",
  title: "The account is archived",
  url: "errors/x/",
  permalink: "e/XERO-0001/",
  system_name: "Xero",
  summary: "Account {account} is **archived**.",
  verify: "The record shows **Synced**.",
  resolution: [
    {
      anchor: "step-1",
      do: "In Xero, open `{account}`.",
      path: ["Accounting", "Chart of accounts"],
      see: "The account.",
      risk_words: "Changes your books",
    },
    {
      anchor: "step-2",
      ask: "Is it used?",
      answers: [
        { answer: "Yes, it is", steps: [{ anchor: "step-2.1.1", do: "Restore it.", undo: "Archive it." }] },
        {
          answer: "No",
          steps: [
            { anchor: "step-2.2.1", do: "Map another." },
            { anchor: "step-2.2.2", do: "Save." },
          ],
        },
      ],
    },
  ],
  reply: {
    greeting: "Hello,",
    meaning: "The error you sent means: The account is archived.",
    fix: "How to fix it:",
    verify: "How to check that it worked:",
    link: "The same steps: https://help.example/e/XERO-0001/",
    closing: "Write back\nif it fails.",
  },
};

/**
 * @param {object} [changes]
 * @param {[string, number][]} [choices]
 * @param {string} [value]
 */
function material(changes = {}, choices = [], value = "200") {
  const card = { ...CARD, ...changes };
  return { card, fill: () => value, choices: new Map(choices), link: "https://here.example/e/XERO-0001/" };
}

test("a reply with an open question holds each answer", () => {
  assert.equal(
    plainText(replyBlocks(material())),
    `Hello,

The error you sent means: The account is archived.
Account 200 is archived.

How to fix it:
1. In Xero, open 200.
   Where: Accounting → Chart of accounts
   Careful: Changes your books
   You should see: The account.
2. Is it used?
   Yes, it is:
     1. Restore it.
        To undo it: Archive it.
   No:
     1. Map another.
     2. Save.

How to check that it worked:
The record shows Synced.

The same steps: https://help.example/e/XERO-0001/

Write back
if it fails.`,
  );
});

test("the chosen answer goes on in the same list", () => {
  assert.equal(
    plainText(stepBlocks(material({}, [["step-2", 1]]))),
    `1. In Xero, open 200.
   Where: Accounting → Chart of accounts
   Careful: Changes your books
   You should see: The account.
2. Is it used? No. Then: Map another.
3. Save.`,
  );
});

test("what an answer costs is said before the steps that follow from it", () => {
  const [, question] = CARD.resolution;
  const resolution = [{ ...question, risk_words: "Changes your books" }];
  assert.ok(
    plainText(stepBlocks(material({ resolution }, [["step-2", 1]]))).startsWith(
      "1. Is it used? No. Then: Map another.\n   Careful: Changes your books\n",
    ),
  );
});

test("what to have ready goes along when a step says that it is time to ask", () => {
  const escalate = { when: "it fails", collect: ["the number {account}", "the time"] };
  const reply = { help: "When to ask for help, have this ready:" };
  const resolution = [{ anchor: "step-1", do: "Ask them, as described under **When to ask for help**." }];
  assert.equal(
    plainText(stepBlocks(material({ escalate, reply, resolution }))),
    `1. Ask them, as described under When to ask for help.

When to ask for help, have this ready:
- the number 200
- the time`,
  );
  assert.equal(plainText(stepBlocks(material({ escalate, reply }))), plainText(stepBlocks(material())));
});

test("what no source confirms is said in the reply, too", () => {
  const resolution = [{ anchor: "step-1", do: "Map another.", evidence_words: "No source confirms this step" }];
  assert.equal(plainText(stepBlocks(material({ resolution }))), "1. Map another. (no source confirms this step)");
  // German writes its names large.
  const german = [{ anchor: "step-1", do: "Ändern.", evidence_words: "Keine Quelle bestätigt diesen Schritt" }];
  const told = plainText(stepBlocks(material({ resolution: german })));
  assert.equal(told, "1. Ändern. (keine Quelle bestätigt diesen Schritt)");
});

test("where the site's address is not known when it is built, the link follows its words", () => {
  const reply = { link: "The same steps:" };
  const text = plainText(replyBlocks(material({ reply })));
  assert.ok(text.endsWith("The same steps: https://here.example/e/XERO-0001/"));
});

test("a reply that has no link to give says nothing of one", () => {
  const reply = { link: "The same steps:", closing: "Bye" };
  const text = plainText(replyBlocks({ ...material({ reply }), link: "" }));
  assert.ok(!text.includes("The same steps"));
  assert.ok(text.endsWith("Bye"));
});

test("a site may put its link into the middle of a sentence", () => {
  const reply = { link: "See https://help.example/e/XERO-0001/ for more." };
  const text = plainText(replyBlocks(material({ reply })));
  assert.ok(text.endsWith("\n\nSee https://help.example/e/XERO-0001/ for more."));
});

test("parts that a site leaves out leave no gap, and the link is still there", () => {
  const reply = { greeting: "Hi", closing: "Bye" };
  const text = plainText(replyBlocks(material({ reply, verify: undefined })));
  assert.ok(text.startsWith("Hi\n\nThe account is archived.\nAccount 200 is archived.\n\n1. In Xero"));
  assert.ok(text.endsWith("\n\nhttps://here.example/e/XERO-0001/\n\nBye"));
});

test("as HTML it has paragraphs, lists and one link", () => {
  const html = htmlText(replyBlocks(material({}, [["step-2", 1]])));
  assert.ok(html.startsWith("<p>Hello,</p><p>The error you sent means: The account is archived.<br>Acc"));
  assert.ok(html.includes("<li>Is it used? No. Then: Map another.</li><li>Save.</li></ol>"));
  const link = "https://help.example/e/XERO-0001/";
  assert.ok(html.includes(`<p>The same steps: <a href="${link}">${link}</a></p>`));
  assert.equal(html.split("<a ").length, 2);
});

test("values in the link stand behind the site's own address, too", () => {
  const link = "https://here.example/e/XERO-0001/#v.account=200";
  const text = plainText(replyBlocks({ ...material(), link }));
  assert.ok(text.includes("The same steps: https://help.example/e/XERO-0001/#v.account=200\n"));
});

test("a value never becomes markup or a link", () => {
  const value = '<img src=x onerror=alert(1)>"&{{1}} https://evil.example';
  const html = htmlText(replyBlocks(material({}, [], value)));
  assert.ok(html.includes("&lt;img src=x onerror=alert(1)&gt;&quot;&amp;{{1}} https://evil.example is"));
  assert.equal(html.split("<a ").length, 2);
  assert.ok(!html.includes("<img"));
});

test("the address of a link stands behind its text, once", () => {
  const step = { anchor: "step-1", do: "Fill in [form {account}](https://example.com/a), not [b](b.md)." };
  const text = plainText(stepBlocks(material({ resolution: [step] })));
  assert.match(text, /Fill in form 200 \(https:\/\/example\.com\/a\), not \[b\]\(b\.md\)\./);
});

test("a reply about what only looks like an error does not say that it is one", () => {
  const told = (/** @type {string} */ meaning) =>
    plainText(replyBlocks({ ...material({ reply: { meaning } }), unsure: true }));
  assert.ok(told("The error you sent means: The account is archived.").startsWith(
    "The error you sent looks like this one: The account is archived.",
  ));
  assert.ok(told("What you describe is this: The account is archived.").startsWith(
    "What you describe looks like this: The account is archived.",
  ));
  assert.ok(told("We know this one.").startsWith("We know this one."));
  assert.ok(told("").startsWith("The account is archived."));
});
