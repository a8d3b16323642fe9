// The JavaScript matcher behind standard input: JSON Lines in, JSON Lines out, for tests that compare the twins.
// {"index": …} compiles an index and answers null; {"paste": "…"} answers with the result.

import { createInterface } from "node:readline";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";

/** @type {ReturnType<typeof createMatcher> | undefined} */
let matcher;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { index, paste } = JSON.parse(line);
  if (index) matcher = createMatcher(index);
  process.stdout.write(`${JSON.stringify(index ? null : matcher?.match(paste))}\n`);
}
