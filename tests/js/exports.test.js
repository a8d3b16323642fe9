import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { FileProblem } from "../../plugins/errorbook/assets/base/files.js";
import { recordsOf } from "../../plugins/errorbook/assets/desk/json-records.js";
import { UnsoundError } from "../../plugins/errorbook/assets/desk/unsound.js";
import { namesText, writtenText } from "../../plugins/errorbook/assets/desk/messages.js";
import { exported } from "../../plugins/errorbook/assets/desk/batch-view.js";
import { readTickets, rowText } from "../../plugins/errorbook/assets/desk/tickets.js";
import { ticketKinds } from "../../plugins/errorbook/assets/desk/verdict.js";
import sentences from "../../plugins/errorbook/wording/en.json" with { type: "json" };

const SAMPLES = new URL("../cases/exports/", import.meta.url);
/** @type {Record<string, {columns: string[], texts: string[]}>} */
const EXPECTED = JSON.parse(readFileSync(new URL("../cases/exports.json", import.meta.url), "utf8"));
const NAMES = readdirSync(SAMPLES).sort();

const sample = (/** @type {string} */ name) => new File([readFileSync(new URL(name, SAMPLES))], name);
const made = (/** @type {string} */ name, /** @type {string | Uint8Array<ArrayBuffer>} */ text) =>
  new File([text], name);
const problem = async (/** @type {File[]} */ ...files) => {
  const error = await readTickets(files).catch((reason) => reason);
  assert.ok(error instanceof FileProblem);
  return error.message;
};

// The samples and what is expected of them are those of the command line.
for (const name of NAMES) {
  test(`the text of each ticket is found in ${name}`, async () => {
    const tickets = await readTickets([sample(name)]);
    assert.deepEqual(
      tickets.columns.map((column) => tickets.names[column]),
      EXPECTED[name]?.columns,
    );
    assert.deepEqual(
      tickets.rows.map((row) => rowText(tickets, row)),
      EXPECTED[name]?.texts,
    );
    assert.equal(new Set(tickets.tickets).size, 4);
  });
}

/** @type {{name: string, document: object, text: string}[]} */
const DOCUMENTS = JSON.parse(readFileSync(new URL("../cases/documents.json", import.meta.url), "utf8"));
for (const { name, document, text } of DOCUMENTS) {
  test(`in an Atlassian document, ${name}`, () => assert.equal(writtenText([document]), text));
}

test("all of them are one table", async () => {
  const tickets = await readTickets(NAMES.map(sample));
  assert.equal(new Set(tickets.tickets).size, 4 * NAMES.length);
  const texts = tickets.rows.map((row) => rowText(tickets, row));
  for (const { texts: some } of Object.values(EXPECTED)) {
    for (const text of some) assert.ok(texts.some((found) => found.includes(text)));
  }
});

test("a row is of the ticket that its file names, also among rows of files that name none", async () => {
  const files = [made("a.csv", "Key,Text\nSUP-7,one\nSUP-12,two\n"), made("b.txt", "three\n\nfour\n")];
  assert.deepEqual((await readTickets(files)).ids, ["SUP-7", "SUP-12", "", ""]);
});

test("what cannot be read is told, all at once", async () => {
  const words = await problem(made("a.json", '{"a": 1}\n[1]\n'), made("b.pdf", "x"), made("c.csv", " "));
  assert.match(words, /^a\.json, line 2: is no JSON object\. .* b\.pdf is no CSV.* c\.csv is empty\.$/);
  assert.equal(await problem(made("a.csv.gz", "x")), "a.csv.gz cannot be unpacked. Export it again.");
  assert.match(await problem(made("a.json", '{"tickets": []}')), /is empty/);
  const bomb = made("a.csv.gz", Uint8Array.from(gzipSync(Buffer.alloc(61_000_000, 97))));
  assert.match(await problem(bomb), /^a\.csv\.gz is larger than 60/);
});

test("a head without tickets and a row with too many cells are told as the command line tells them", async () => {
  const fix = "Put quotes around cells that hold a separator.";
  assert.equal(
    await problem(made("a.csv", "id,text\n"), made("b.csv", 'sep=;\nid;text\n1;"a\nb"\n2;a;b\n')),
    "a.csv has no rows. Export at least one ticket, with the columns' names on top." +
      ` b.csv, line 5: has 3 cells where the first row names 2 columns. ${fix}`,
  );
  const { names, rows } = await readTickets([made("c.csv", "id,text,\n1,a,\n2\n3,b,,\n")]);
  assert.deepEqual(names, ["id", "text"]);
  assert.equal(rows.length, 3);
  // One message that somebody saved by itself is no head.
  assert.equal((await readTickets([made("d.csv", "Payment was declined\n")])).rows.length, 1);
});

test("records are unwrapped, and nothing else is", () => {
  assert.deepEqual(recordsOf('[{"ticket": {"id": 1}}]'), [{ id: 1 }]);
  assert.deepEqual(recordsOf('{"count": 1, "items": [{"id": 1}]}'), [{ id: 1 }]);
  const ticket = { id: 1, items: [{ a: 1 }] };
  assert.deepEqual(recordsOf(JSON.stringify(ticket)), [ticket]);
  const odd = '[{"id": 1, "text": "NaN, \\"Infinity\\"", "score": NaN, "low": -Infinity}]';
  assert.deepEqual(recordsOf(odd), [{ id: 1, text: 'NaN, "Infinity"', score: "NaN", low: "-Infinity" }]);
  assert.throws(() => recordsOf('[{"a": NaNs}]'), UnsoundError);
  assert.throws(() => recordsOf("["), UnsoundError);
  assert.throws(() => recordsOf('[{"a": 1}, 2]'), UnsoundError);
});

test("the text of cells is what a reader sees", () => {
  assert.equal(writtenText(["<p>It<br>failed &amp; &lt;b&gt; <b>now</b></p>"]), "It\nfailed & <b> now");
  assert.equal(writtenText(["<div>It\n   failed</div><style>p {}</style><script>x()</script>"]), "It failed");
  assert.equal(writtenText(["a < b <Message>It failed</Message>"]), "a < b <Message>It failed</Message>");
  assert.equal(writtenText(["Error 12", "Error 123", "Error 12", "<p>Error  12</p>"]), "Error 12\nError 123");
  assert.equal(writtenText([{ body: "<p>one</p>", body_text: "one", content_url: "no" }]), "one");
  assert.equal(writtenText([[{ type: "text", text: "It " }, { type: "text", text: "failed" }]]), "It failed");
  assert.equal(writtenText(["&#0;&#99999999;<br>"]), "\ufffd&#99999999;");
  assert.ok(namesText("bodyText") && !namesText("content_url"));
});

test("the rows of a ticket count once, as the surest of them", () => {
  const verdicts = /** @type {const} */ (["unknown", "matched", "ambiguous"]).map((kind) => ({
    kind,
    entries: [],
    suggested: [],
  }));
  assert.deepEqual(ticketKinds(verdicts, [0, 0, 2]), ["matched", "matched", "ambiguous"]);
});

test("the heads and results that are saved are in the words of the site", () => {
  const own = /** @type {Record<string, unknown>} */ (sentences);
  const before = { ...own };
  own["batch.saved_result"] = "errorbook Ergebnis";
  own["batch.matched_count"] = "erkannt";
  const tickets = { names: ["Text"], rows: [["a"]], columns: [0], tickets: [0], ids: [], separator: "," };
  const found = [{ kind: /** @type {const} */ ("matched"), entries: [], suggested: [] }];
  const lines = exported(/** @type {any} */ (tickets), found, (id) => id).split("\r\n");
  Object.assign(own, before);
  assert.match(lines[0] ?? "", /^\ufeff?Text,errorbook Ergebnis,/);
  assert.match(lines[1] ?? "", /^a,erkannt,/);
});

test("what came with semicolons is saved with semicolons, everything else with commas", async () => {
  const saved = async (/** @type {File[]} */ ...files) => {
    const tickets = await readTickets(files);
    const found = tickets.rows.map(() => ({ kind: /** @type {const} */ ("unknown"), entries: [], suggested: [] }));
    return exported(tickets, found, (id) => id).replace("\ufeff", "");
  };
  const [one, other] = ["Nr;Text\n1;a, b\n2;c\n", "Nr,Text\n1,a; b\n2,c\n"];
  const added = ["result", "ids", "titles", "links", "suggestions"].map((name) => `errorbook ${name}`);
  const lines = (await saved(made("t.csv", one))).trim().split("\r\n");
  assert.equal(lines[0], ["Nr", "Text", ...added].join(";"));
  assert.equal(lines[1], '1;"a, b";unknown;;;;');
  assert.match(await saved(made("t.csv", `sep=;\n${one}`)), /^Nr;Text;/);
  assert.match(await saved(made("t.csv", other)), /^Nr,Text,/);
  assert.match(await saved(made("t.csv", one), made("u.csv", other)), /^Nr,Text,/);
  assert.match(await saved(made("t.tsv", "Nr\tText\n1\ta\n")), /^Nr,Text,/);
});
