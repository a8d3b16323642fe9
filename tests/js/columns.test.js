import assert from "node:assert/strict";
import test from "node:test";

import { looksLikeNames, textColumns } from "../../plugins/errorbook/assets/desk/columns.js";

const LONG = "the invoice was refused by the other side";
/**
 * @param {string} why
 * @param {string[]} names
 * @param {string[][]} rows
 * @param {...number} columns
 */
function chooses(why, names, rows, ...columns) {
  test(why, () => assert.deepEqual(textColumns(names, rows), columns));
}

chooses("a fuller text stands before a summary", ["Summary", "Description"], [[LONG, "it was refused"]], 1);
chooses("an error's own column stands before both", ["Description", "Error message"], [[LONG, "not found"]], 1);
chooses("names are read as words", ["id", "firstComment"], [["1", LONG]], 1);
chooses("two with such names are both the text", ["Body", "Comments"], [["see below", LONG]], 0, 1);
chooses("a column of single words holds no text", ["Error", "Note"], [["Failed", LONG]], 1);
chooses("without such a name the fullest column", ["A", "B", "C"], [["one", LONG, "two words"]], 1);
chooses("one that is nearly empty is not all", ["Description", "Note"], [["", LONG], ["", LONG], [LONG, LONG]], 0, 1);
chooses("one that is half full does not", ["Description", "Note"], [["", "one two three"], [LONG, "one two three"]], 0);
chooses("a table without rows has its first column", ["A", "B"], [], 0);

/**
 * @param {string[]} row
 * @param {boolean} names
 */
function names(row, names) {
  test(`${names ? "names" : "no names"}: ${row.join(" | ")}`, () => assert.equal(looksLikeNames(row), names));
}

names(["Id", "Error message", "Created at"], true);
names(["one two three four"], true);
names(["one two three four five"], false);
names(["a".repeat(40)], true);
names(["a".repeat(41)], false);
names(["It failed."], false);
names(["Id", "Id"], false);
names(["", " "], false);
names(["Id", ""], true);
