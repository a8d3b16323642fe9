// The JavaScript matcher behind standard input: JSON Lines in, JSON Lines out, for tests that compare the twins.
// {"index": …} compiles an index and answers null, with "shards" an index in parts; {"paste": "…"} answers with the
// result, {"explain": "…"} with its explanation, {"needs": "…"} with the shards that a paste needs besides, "most" of
// them; {"forget": true} drops the shards that were loaded. {"described": …} compiles an index of descriptions after
// its match index, {"describe": "…"} answers with the suggestions, and {"announce": "…"} with those beside the headings
// that it finds. {"ordinary": [texts], "list": "…"} answers, of
// each text, whether any program may say it, and whether it says little.

import { createInterface } from "node:readline";
import { announced } from "../../plugins/errorbook/assets/describing/announced.js";
import { Suggester } from "../../plugins/errorbook/assets/describing/suggester.js";
import { explain } from "../../plugins/errorbook/assets/matching/explaining.js";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";
import { Everyday, saysLittle } from "../../plugins/errorbook/assets/playground/everyday.js";

/** @type {ReturnType<typeof createMatcher> | undefined} */
let matcher;
/** @type {import("../../plugins/errorbook/assets/matching/settings.js").Index | undefined} */
let head;
/** @type {import("../../plugins/errorbook/assets/matching/settings.js").Entry[][]} */
let served = [];
/** @type {Suggester | undefined} */
let suggester;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { index, shards = [], forget, paste, explain: asked, needs, most, described, describe, announce, ordinary, list } =
    JSON.parse(line);
  if (index) [head, served] = [index, shards];
  if (head && (index || forget)) matcher = createMatcher(head);
  if (head && described) suggester = new Suggester(head, described);
  let answer = null;
  if (paste !== undefined && matcher) {
    const reading = matcher.read(paste);
    for (const number of matcher.loaded.needs(reading).numbers) {
      matcher.loaded.add({ id: String(number), entries: served[number] ?? [] });
    }
    answer = matcher.match(paste, reading);
  } else if (ordinary && head) {
    const everyday = new Everyday(list, head.matcher);
    answer = ordinary.map((/** @type {string} */ text) => [everyday.says(text), saysLittle(text)]);
  } else if (asked !== undefined) answer = matcher && explain(matcher, asked);
  else if (announce !== undefined && matcher && suggester) {
    const { inverted } = matcher;
    answer = announced(announce, matcher.match(announce).findings, (id) => inverted.entry(id), suggester);
  } else if (describe !== undefined) answer = suggester?.suggest(describe);
  else if (needs !== undefined) answer = matcher?.loaded.needs(matcher.read(needs), most);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
