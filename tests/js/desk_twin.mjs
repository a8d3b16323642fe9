// The batch page's reading of tickets behind standard input: JSON Lines in, JSON Lines out, for tests that compare
// it with `errorbook triage`. {"tables": "columns"} answers with the constants of a script of assets/desk by name,
// patterns as {"pattern", "flags"}; {"name": …, "text": …} reads a file, and answers with the names of the columns
// that hold the text, the texts of the rows, and what the file calls the ticket of each.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { FileProblem } from "../../plugins/errorbook/assets/base/files.js";
import { readTickets, rowText } from "../../plugins/errorbook/assets/desk/tickets.js";

const FOLDER = new URL("../../plugins/errorbook/assets/desk/", import.meta.url);

/** @param {string} script */
function tables(script) {
  const source = readFileSync(new URL(`${script}.js`, FOLDER), "utf8");
  // No module exports a constant for a test alone, so what makes them is run by itself.
  const found = [...source.matchAll(/^const ([A-Z][A-Z_]*) =[^]*?;$/gm)];
  const names = found.map(([, name]) => name).join(", ");
  return new Function(`${found.map(([whole]) => whole).join("\n")}\nreturn { ${names} };`)();
}

/** @param {File} file */
async function read(file) {
  const tickets = await readTickets([file]);
  const columns = tickets.columns.map((column) => tickets.names[column]);
  return { columns, texts: tickets.rows.map((row) => rowText(tickets, row)), ids: tickets.ids };
}

/** @param {unknown} value */
const plain = (value) => (value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { tables: script, name, text } = JSON.parse(line);
  const answer = script
    ? tables(script)
    : await read(new File([text], name)).catch((error) => {
        if (error instanceof FileProblem) return null;
        throw error;
      });
  process.stdout.write(`${JSON.stringify(answer, (_, value) => plain(value))}\n`);
}
