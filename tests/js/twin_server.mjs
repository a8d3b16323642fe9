// The JavaScript matcher behind standard input: JSON Lines in, JSON Lines out, for tests that compare the twins.
// {"index": …} compiles an index and answers null; {"paste": "…"} answers with the result, {"explain": "…"} with
// its explanation.

import { createInterface } from "node:readline";
import { explain } from "../../plugins/errorbook/assets/matching/explaining.js";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";

/** @type {ReturnType<typeof createMatcher> | undefined} */
let matcher;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { index, paste, explain: asked } = JSON.parse(line);
  if (index) matcher = createMatcher(index);
  const answer = asked === undefined ? matcher?.match(paste ?? "") : matcher && explain(matcher, asked);
  process.stdout.write(`${JSON.stringify(index ? null : answer)}\n`);
}
