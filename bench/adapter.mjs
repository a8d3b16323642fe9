// Our JavaScript matcher behind the adapter protocol: one JSON object on standard input, one on standard output.
//   node bench/adapter.mjs < request.json > reply.json

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { ranked } from "../plugins/errorbook/assets/matching/explaining.js";
import { createMatcher } from "../plugins/errorbook/assets/matching/matcher.js";

/** @typedef {import("../plugins/errorbook/assets/matching/settings.js").Index} Index */

/**
 * @typedef {object} Request
 * @property {{id: string, templates: string[]}[]} catalogue
 * @property {string[]} queries
 * @property {string} [placeholder]
 * @property {number} [top]
 * @property {Index} [index] the catalogue's own index, where the caller has one
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
// The matcher's constants travel in the index, which Python writes; here, too, they come from there.
const CONSTANTS = `
import json, sys
sys.path.insert(0, "plugins")
from errorbook.matching import SETTINGS, fold_table
json.dump({"matcher": SETTINGS, "fold": fold_table()}, sys.stdout)
`;

/**
 * Return the match index of a catalogue that consists of ids and templates.
 * @param {Request["catalogue"]} catalogue
 * @param {string} [placeholder]
 * @returns {Index}
 */
function indexOf(catalogue, placeholder) {
  const holes = new RegExp(placeholder || "\\{[^{}]*\\}", "g");
  const own = `${ROOT}.venv/bin/python`;
  const python = existsSync(own) ? own : "python3";
  const constants = JSON.parse(execFileSync(python, ["-c", CONSTANTS], { cwd: ROOT, encoding: "utf8" }));
  const entries = catalogue.map(({ id, templates }) => ({
    id,
    messages: templates.map((text) => [message(text, holes), "full"]),
  }));
  return { ...constants, version: 1, entries };
}

/**
 * Return a template as the catalogue writes it: its placeholders as holes, its braces doubled.
 * @param {string} template
 * @param {RegExp} holes
 * @returns {string}
 */
function message(template, holes) {
  let text = "";
  let last = 0;
  for (const [number, hole] of [...template.matchAll(holes)].entries()) {
    text += `${literal(template.slice(last, hole.index))}{hole_${number + 1}}`;
    last = hole.index + hole[0].length;
  }
  return text + literal(template.slice(last));
}

/**
 * @param {string} text
 * @returns {string}
 */
function literal(text) {
  return text.replaceAll("{", "{{").replaceAll("}", "}}");
}

/** @type {Request} */
const request = JSON.parse(readFileSync(0, "utf8"));
const shipped = JSON.stringify(request.index ?? indexOf(request.catalogue, request.placeholder));
let start = performance.now();
const matcher = createMatcher(JSON.parse(shipped));
const buildMs = performance.now() - start;
/** @type {number[]} */
const queryMs = [];
const results = request.queries.map((query) => {
  start = performance.now();
  const found = ranked(matcher, query).slice(0, request.top ?? 10);
  queryMs.push(performance.now() - start);
  return found.map(([id, score, outcome]) => (outcome ? [id, score, outcome] : [id, score]));
});
const size = gzipSync(shipped, { level: 9 }).length;
const reply = { results, build_ms: buildMs, query_ms: queryMs, index_gzip_bytes: size };
process.stdout.write(JSON.stringify(reply));
