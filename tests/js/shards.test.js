import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { frontCoded, shardOf } from "../../plugins/errorbook/assets/matching/index/shards.js";

const CASES = JSON.parse(readFileSync(new URL("../cases/shards.json", import.meta.url), "utf8"));

test("a word is in the same shard for both twins", () => {
  for (const [key, shard] of Object.entries(CASES.shards)) assert.equal(shardOf(key, CASES.count), shard, key);
});

test("words get back what they share with the one before", () => {
  for (const { words, coded } of CASES.front_coded) assert.deepEqual([...frontCoded(coded)], words);
});
