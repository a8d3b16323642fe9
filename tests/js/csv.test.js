import assert from "node:assert/strict";
import test from "node:test";

import { looksLikeNames, numbered, textColumns, ticketColumn } from "../../plugins/errorbook/assets/desk/columns.js";
import { UnsoundError } from "../../plugins/errorbook/assets/desk/unsound.js";
import { csvText, separatorOf, settingOf, tableRows, textsOf } from "../../plugins/errorbook/assets/desk/csv.js";

/**
 * @param {string} text
 * @param {string} [separator]
 */
const rows = (text, separator = ",") => [...tableRows(text, separator)];

test("cells are parted by separators and rows by any line end", () => {
  assert.deepEqual(rows("a,b\r\nc,d\ne,f\rg,"), [
    ["a", "b"],
    ["c", "d"],
    ["e", "f"],
    ["g", ""],
  ]);
});

test("a quoted cell holds anything", () => {
  assert.deepEqual(rows('1,"a, ""b""\r\nc",2\n"",x'), [
    ["1", 'a, "b"\r\nc', "2"],
    ["", "x"],
  ]);
});

test("a line with nothing in it is no row, an empty text in quotes is one", () => {
  assert.deepEqual(rows('a\n\n""\n\nb'), [["a"], [""], ["b"]]);
});

test("what is not sound is still read", () => {
  assert.deepEqual(rows('"a"b,c"d\n"e"'), [["ab", 'c"d'], ["e"]]);
});

test("a quote that is never closed would hide the tickets behind it, so it is told with its line", () => {
  assert.throws(() => rows('a,b\r\n"c\nd",e\r\nf,"never closed, g\nh'), new UnsoundError(4));
});

test("a quote that is closed by one further down would hide the tickets between them, so it is told, too", () => {
  assert.throws(() => rows('id,body\n1,"never closed\n2,"said"\n3,x\n'), new UnsoundError(2));
  assert.deepEqual(rows('1,"two\nlines" ,x'), [["1", "two\nlines ", "x"]]);
});

test("empty lines and the mark at the beginning are no rows", () => {
  assert.deepEqual(rows("\ufeffa\n\n\nb\n"), [["a"], ["b"]]);
  assert.deepEqual(rows(""), []);
});

test("other separators work, too", () => {
  for (const mark of [";", "\t", "|"]) {
    const text = `a${mark}"b,c"\nd${mark}e`;
    assert.equal(separatorOf(text), mark);
    assert.deepEqual(rows(text, mark), [
      ["a", "b,c"],
      ["d", "e"],
    ]);
  }
  assert.equal(separatorOf("one column"), ",");
});

test("what is written is read back", () => {
  const table = [
    ["id", "text"],
    ["1", 'say "hi", then\nleave'],
    ["2", "a\tb"],
  ];
  assert.deepEqual(rows(csvText(table)), table);
});

const FORMULAS = ['=HYPERLINK("https://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
const HIDDEN = ["\n=1+1", "\r\n=1", "  =1", "\u00a0=1", "\u200b=1", "\u0000=1", " \t\n+1"];
const WIDE = ["\uff1d1+1", "\uff0b1", "\uff0d1", "\uff201", "\u3000\uff1d1", "\ufe661", "\u22121"];
for (const formula of [...FORMULAS, ...HIDDEN, ...WIDE]) {
  test(`a spreadsheet does not compute ${JSON.stringify(formula)}`, () => {
    const [[cell = ""] = []] = rows(csvText([[formula, "x"]]));
    assert.equal(cell, `'${formula}`);
  });
}

test("a cell with a semicolon is quoted: many spreadsheets part the cells there", () => {
  assert.equal(csvText([["a;=1+1", "b"]]), '\ufeff"a;=1+1",b\r\n');
});

// At work that grows with the square the limit ends it: it is no measure of speed.
test("a large table is read in a time that grows with its size", { timeout: 120_000 }, () => {
  const text = `${'12,"some ""text"" here",x\n'.repeat(100_000)}`;
  assert.equal(rows(text).length, 100_000);
});

test("texts are parted by empty lines, or stand on one line each", () => {
  assert.deepEqual(textsOf("a\nb\n\n\r\nc\n"), ["a\nb", "c"]);
  assert.deepEqual(textsOf("a\r\nb\r\n"), ["a", "b"]);
});

test("the column with the text is told by its name", () => {
  const ticket = "The invoice could not be exported to Xero because the account is archived";
  const told = (/** @type {string[]} */ names) => textColumns(names, [names.map(() => ticket)]);
  assert.deepEqual(told(["Subject", "Description"]), [1]);
  assert.deepEqual(told(["id", "errorMessage", "Body"]), [1]);
  assert.deepEqual(told(["notes", "Title"]), [1]);
  assert.deepEqual(told(["Comment", "x", "Comment (2)", "Body"]), [0, 2, 3]);
});

test("without a telling name it is the column with most words", () => {
  const body = [
    ["1", "Ana", "It says that the account cannot be used"],
    ["2", "Ben", ""],
    ["3", "Cleo", "Payment amount exceeds the amount outstanding"],
  ];
  assert.deepEqual(textColumns(["a", "b", "c"], body), [2]);
  assert.deepEqual(textColumns(["Description", "b"], [["", "one two three four"]]), [1]);
});

test("a first row of names is told from a first ticket", () => {
  assert.ok(looksLikeNames(["id", "Created at", "Error message"]));
  assert.ok(!looksLikeNames(["1", "The account cannot be used with this tax rate."]));
  assert.ok(looksLikeNames(["Summary", "Issue key", "Comment", "Comment"]));
  assert.ok(!looksLikeNames(["x", "x"]));
});

test("what a header repeats is numbered", () => {
  const names = numbered(["Comment", "x", "Comment", "Comment (2)", "Comment"]);
  assert.deepEqual(names, ["Comment", "x", "Comment (2)", "Comment (2) (2)", "Comment (3)"]);
});

test("a first line may set the separator", () => {
  assert.deepEqual(settingOf("sep=;\r\na;b"), { separator: ";", rest: "a;b" });
  assert.deepEqual(settingOf('\ufeff"sep=,"\na,b'), { separator: ",", rest: "a,b" });
  assert.equal(settingOf("sep=x\na"), null);
  assert.equal(settingOf("a\nsep=;"), null);
});

test("the number of a ticket is told from that of a message", () => {
  assert.equal(ticketColumn(["id", "conversation_id"], [["1", "c1"]]), 1);
  assert.equal(ticketColumn(["id"], [[""]]), -1);
  assert.equal(ticketColumn(["Ticket", "Issue", "Number"], [["Sync", "It failed 3 times", 2]]), -1);
  assert.equal(ticketColumn(["Ticket"], [["#12"]]), 0);
});
