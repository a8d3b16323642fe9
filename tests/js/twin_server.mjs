// The JavaScript matcher behind standard input: JSON Lines in, JSON Lines out, for tests that compare the twins.
// {"index": …} compiles an index and answers null, with "shards" an index in parts; {"paste": "…"} answers with the
// result, {"explain": "…"} with its explanation, {"needs": "…"} with the shards that a paste needs besides.

import { createInterface } from "node:readline";
import { explain } from "../../plugins/errorbook/assets/matching/explaining.js";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";

/** @type {ReturnType<typeof createMatcher> | undefined} */
let matcher;
/** @type {import("../../plugins/errorbook/assets/matching/settings.js").Entry[][]} */
let served = [];
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { index, shards = [], paste, explain: asked, needs } = JSON.parse(line);
  if (index) {
    matcher = createMatcher(index);
    served = shards;
  }
  for (const number of (paste !== undefined && matcher?.shards.needs(paste)) || []) {
    matcher?.shards.add({ id: String(number), entries: served[number] ?? [] });
  }
  let answer = null;
  if (paste !== undefined) answer = matcher?.match(paste);
  else if (asked !== undefined) answer = matcher && explain(matcher, asked);
  else if (needs !== undefined) answer = matcher?.shards.needs(needs);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
