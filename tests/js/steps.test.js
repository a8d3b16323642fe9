// Each step of the matcher on its own: cases/steps/*.json says what is right, for both languages.
// tests/matching/test_steps.py reads the same cases and says how they are written.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import * as codeKeys from "../../plugins/errorbook/assets/matching/codes/code-keys.js";
import { Surroundings } from "../../plugins/errorbook/assets/matching/codes/code-context.js";
import { HOLE } from "../../plugins/errorbook/assets/matching/index/compiled-templates.js";
import { edits, wordBreaks } from "../../plugins/errorbook/assets/matching/index/misspelling.js";
import { explain, ranked } from "../../plugins/errorbook/assets/matching/explaining.js";
import { FuzzyWords } from "../../plugins/errorbook/assets/matching/index/fuzzy.js";
import { lineStart, openLines } from "../../plugins/errorbook/assets/matching/words/lines.js";
import { createMatcher } from "../../plugins/errorbook/assets/matching/matcher.js";
import { Normaliser } from "../../plugins/errorbook/assets/matching/words/normalising.js";
import { path } from "../../plugins/errorbook/assets/matching/values/paths.js";
import { boundary, marks, split } from "../../plugins/errorbook/assets/matching/words/tokens.js";
import { agrees, ownPart, ownStart } from "../../plugins/errorbook/assets/matching/values/value-kinds.js";
import { constants } from "./constants.mjs";

/** @typedef {{step: string, why: string, given: any, expect: any, count?: number}} Case */

const folder = new URL("../cases/steps/", import.meta.url);
/** @type {Case[]} */
const CASES = readdirSync(folder)
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf-8")));
const { matcher: SETTINGS, fold } = constants;
const EDGES = { line: 0.1, quote: 0.2, sentence: 0.3, colon: 0.4, bracket: 0.5 };

/**
 * Return as much of what was found as a case speaks of.
 * @param {any} wanted
 * @param {any} found
 * @returns {any}
 */
function only(wanted, found) {
  if (!wanted || typeof wanted !== "object" || Array.isArray(wanted)) return found;
  return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, only(value, found[name])]));
}

/**
 * Return a matcher for entries A-0001, A-0002 …, each given as a text or with its fields; ``more`` are texts
 * of further entries, each with how many have it; ``settings`` are other constants than ours.
 * @param {any} given
 */
function makeMatcher({ catalogue, more = [], settings = {}, spellings = {}, sources, systems }) {
  const further = more.flatMap((/** @type {[string, number]} */ [text, times]) => Array(times).fill(text));
  const entries = [...catalogue, ...further].map((/** @type {any} */ entry, /** @type {number} */ number) => {
    const fields = typeof entry === "string" ? { messages: [entry] } : entry;
    const messages = fields.messages.map((/** @type {any} */ text) =>
      typeof text === "string" ? [text, "full"] : text,
    );
    return { id: `A-${String(number + 1).padStart(4, "0")}`, ...fields, messages };
  });
  const named = { ...(sources && { sources }), ...(systems && { systems }) };
  return createMatcher({ matcher: { ...SETTINGS, ...settings }, fold, entries, spellings, ...named });
}

/** @param {number} value */
const thousandths = (value) => Math.floor(value * 1000 + 0.5) / 1000;
/** @param {string[]} gaps */
const shown = (gaps) => gaps.map((gap) => gap.replaceAll(HOLE, "{}"));

/** @param {any} given */
function makeTokens({ text, times = 1, explained = [] }) {
  const { words, gaps } = split(text.repeat(times));
  const flags = new Uint8Array(words.length);
  for (const place of explained) flags[place] = 1;
  return /** @type {any} */ ({ words, gaps, explained: flags });
}

/**
 * Return where in a paste the pieces of its plain text come from that its case names.
 * @param {string} given
 */
function plain(given) {
  const normalised = new Normaliser(fold).normalise(given);
  const wanted = CASES.find((item) => item.step === "plain" && item.given === given)?.expect.from ?? [];
  const from = wanted.map(([stretch = ""]) => {
    const at = normalised.text.indexOf(stretch);
    return [stretch, given.slice(...normalised.span(at, at + stretch.length))];
  });
  return { text: normalised.text, from };
}

/** @param {any} given */
function keys({ call, text, parts, paste }) {
  /** @type {Record<string, () => unknown>} */
  const named = {
    pieces_of: () => codeKeys.piecesOf(text),
    unpad: () => codeKeys.unpad(parts),
    title_key: () => codeKeys.titleKey(text),
    without_words: () => codeKeys.withoutWords(parts),
    bare_of: () => codeKeys.bareOf(parts),
    id_keys: () => codeKeys.idKeys(parts),
    may_part: () => codeKeys.mayPart(parts, text),
    is_apart: () => codeKeys.isApart(text, paste),
  };
  return named[call]?.();
}

/** @param {any} given */
function readWords(given) {
  const tokens = makeMatcher(given).read(given.paste);
  return {
    words: tokens.words,
    gaps: tokens.gaps,
    weights: Array.from(tokens.weights, thousandths),
    boundaries: [...tokens.boundaries],
    passed: [...tokens.passed],
    pieces: tokens.starts.map((start, place) => tokens.normalised.text.slice(start, tokens.ends[place])),
    like: tokens.similarities.map((like) => like.map(({ similarity }) => similarity)),
  };
}

/** @param {any} given */
function template(given) {
  const compiled = makeMatcher(given).inverted.template(0);
  return {
    words: compiled.words,
    gaps: shown(compiled.gaps),
    before: shown(compiled.before),
    after: shown(compiled.after),
    holes: compiled.holes,
    holes_until: compiled.holesUntil,
    weights: compiled.weights.map(thousandths),
    mark_weights: compiled.markWeights.map(thousandths),
    total: thousandths(compiled.total),
  };
}

/**
 * Return a text that a case gives whole, or in pieces: a text, or a text and how often.
 * @param {string | (string | [string, number])[]} pieces
 */
function written(pieces) {
  if (typeof pieces === "string") return pieces;
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece[0].repeat(piece[1]))).join("");
}

/** @param {any} given */
function explained(given) {
  const paste = written(given.paste);
  const { result, places, words } = explain(makeMatcher(given), paste);
  return {
    found: result.findings.map(({ id, outcome, reason }) => [id, outcome, reason]),
    nearest: result.nearest.map(({ id }) => id),
    near: result.nearest.map(({ score }) => thousandths(score)),
    documents: result.findings.map(({ documents }) => documents),
    values: result.findings.map(({ values }) => values),
    further: result.findings.map(({ further }) => further),
    marked: result.findings.map(({ spans }) => spans.map(([start, end]) => paste.slice(start, end))),
    unknown: result.unknown,
    places: places.map(({ start, end, candidates: [first] }) => [start, end, first?.id]),
    candidates: places.map(({ candidates }) => candidates.length),
    aside: places.map(({ aside }) => aside),
    words,
    best: places[0]?.candidates[0] ?? null,
  };
}

/**
 * Return what is told by the surroundings of a code, which stands between two bars.
 * @param {any} given
 */
function around(given) {
  const [before = "", code = "", ...rest] = written(given.paste).split("|");
  const [start, end, behind] = [before.length, before.length + code.length, rest.join("|")];
  const paste = before + code + behind;
  const found = new Surroundings(paste, start, end, given.alone ?? false, new Normaliser(fold));
  return {
    before: found.before,
    behind: found.behind,
    read: [found.before.length, found.behind.length],
    line: found.line,
    rest: found.rest,
    text: found.text(code),
    wide: found.wide(code),
    counted: found.isCounted,
    error: found.callsItError,
    code: found.callsItCode(false),
    code_named: found.callsItCode(true),
    said: found.isSaid,
    closed: found.isClosed,
    edge: found.isAtEdge,
    cell: found.isCell,
    names: found.namesBefore,
    joined: found.isJoined,
    marked: found.isMarked,
  };
}

/**
 * Return what speaks against the best candidate of each paste.
 * @param {any} given
 */
function against(given) {
  const matcher = makeMatcher(given);
  return given.pastes.map((/** @type {string} */ paste) => explain(matcher, paste).places[0]?.candidates[0]?.against);
}

/** @type {Record<string, (given: any) => any>} */
const STEPS = {
  against,
  agrees: ([text, type, times = 1]) => agrees(text.repeat(times), { type }),
  agrees_own: ([text, pattern]) => agrees(text, { type: "own", pattern }),
  own_part: ([text, pattern, atEnd]) => ownPart(text, pattern, atEnd),
  own_start: ([text, pattern]) => ownStart(text, pattern),
  around,
  boundary: (gap) => boundary(gap, EDGES),
  edits: ([first, second, most]) => edits(first, second, most),
  explain: explained,
  keys,
  line_start: (given) => lineStart(makeTokens(given), given.place, given.least),
  marks,
  near: ({ words, word }) => {
    const like = new FuzzyWords(words, SETTINGS).near(word);
    return like.map(({ word: number, similarity }) => [words[number], similarity]);
  },
  open_lines: (given) => openLines(makeTokens(given), given.most),
  path: ([pieces, mark]) => path(written(pieces), written(pieces).indexOf(mark)),
  plain,
  ranked: (given) =>
    ranked(makeMatcher(given), written(given.paste)).map(([id, , outcome]) => [id, outcome]),
  read: readWords,
  split,
  template,
  word_breaks: ({ words, word }) => {
    const breaks = [0, ...wordBreaks(word, (part) => words.includes(part)), word.length];
    return breaks.slice(1).map((end, number) => word.slice(breaks[number], end));
  },
};

for (const { step, why, given, expect, count } of CASES) {
  test(`${step}: ${why}`, () => {
    const found = STEPS[step]?.(given);
    if (count !== undefined) assert.equal(found.length, count);
    else assert.deepEqual(only(expect, found), expect);
  });
}
