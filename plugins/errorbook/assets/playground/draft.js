// An entry that is not saved yet, as the match index would hold it.

import { Hole, parse, TemplateError } from "../base/template.js";
import { saysLittle } from "./everyday.js";
import { say } from "../base/words.js";

/** @typedef {import("../matching/settings.js").Entry} Entry */
/** @typedef {import("../matching/settings.js").Index} WordsIndex */
/** @typedef {import("./everyday.js").Everyday} EverydayWords */

/**
 * What an author types: wordings one a line, codes and the kinds of values parted by commas, whose text it
 * is, and the id of the entry that it changes, if it is not new.
 * @typedef {{messages: string, codes: string, kinds: string, system: string, instead: string}} Typed
 */

/**
 * The kinds of values that there are, as the index would hold each.
 * @typedef {Record<string, {type: string, pattern?: string}>} Kinds
 */

/** What the draft of a new entry is called; no ledger gives number 0. */
export const DRAFT_ID = "DRAFT-0000";
/** What is for the author to put right, one problem a line. */
export class DraftProblem extends Error {}

/**
 * Return the draft as an entry of the index; throws DraftProblem with all that is wrong.
 * @param {Typed} typed
 * @param {WordsIndex} index
 * @param {EverydayWords} everyday
 * @param {Kinds} kinds
 * @returns {Entry}
 */
export function draftOf(typed, index, everyday, kinds) {
  /** @type {string[]} */
  const wrong = [];
  const id = typed.instead.trim().toUpperCase();
  const base = index.entries.find((entry) => entry.id === id);
  if (id && !base) wrong.push(say("trial.no_entry", { id }));
  const lines = listed(typed.messages, "\n");
  const codes = listed(typed.codes, ",");
  if (!lines.length && !codes.length) wrong.push(say("trial.nothing_typed"));
  /** @type {Set<string>} */
  const holes = new Set();
  for (const [place, line] of lines.entries()) {
    try {
      for (const piece of parse(line)) if (piece instanceof Hole) holes.add(piece.name);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      wrong.push(say("trial.bad_line", { line: place + 1 }));
    }
  }
  const values = { ...base?.values, ...kindsOf(typed.kinds, holes, kinds, wrong) };
  if (wrong.length) throw new DraftProblem(wrong.join("\n"));
  const system = base?.system ?? typed.system;
  /** @type {Entry["codes"]} */
  const known = codes.map((code) => base?.codes?.find(([, text]) => text === code) ?? [system, code]);
  const hasCode = known.some(([, , role]) => !role);
  /** @type {[string, string][]} */
  const messages = lines.map((line) => [line, roleOf(line, base, hasCode)]);
  // What people type for it is not asked here again.
  messages.push(...(base?.messages ?? []).filter(([, role]) => role === "alias"));
  const ordinary = lines.flatMap((line, place) => (everyday.says(line) ? [place] : []));
  return {
    id: base?.id ?? DRAFT_ID,
    system,
    messages,
    codes: known,
    everyday: ordinary,
    values,
    ...(base?.title && { title: base.title }),
    ...(base?.with && { with: base.with }),
  };
}

/**
 * Return an entry of the index as an author would have typed it.
 * @param {Entry} entry
 * @returns {Typed}
 */
export function typedOf({ id, system = "", messages = [], codes = [], values = {} }) {
  return {
    messages: messages.flatMap(([text, role]) => (role === "alias" ? [] : text)).join("\n"),
    codes: codes.map(([, code]) => code).join(", "),
    kinds: Object.entries(values)
      .flatMap(([name, { type }]) => (type === "text" ? [] : `${name} ${type}`))
      .join(", "),
    system,
    instead: id,
  };
}

/**
 * Return the index with the draft in its place: that of the entry it changes, or behind those of its system.
 * @param {WordsIndex} index
 * @param {Entry} draft
 * @returns {WordsIndex}
 */
export function withDraft(index, draft) {
  const entries = [...index.entries];
  const there = entries.findIndex(({ id }) => id === draft.id);
  const last = entries.findLastIndex(({ system }) => system === draft.system);
  if (there < 0) entries.splice(last < 0 ? entries.length : last + 1, 0, draft);
  else entries[there] = draft;
  return { ...index, entries };
}

/**
 * @param {string} text
 * @param {string} mark between two
 * @returns {string[]}
 */
function listed(text, mark) {
  return text
    .split(mark)
    .map((each) => each.trim())
    .filter(Boolean);
}

/**
 * Return what fills the holes, and note what cannot: "size number, day date".
 * @param {string} text
 * @param {ReadonlySet<string>} holes
 * @param {Kinds} kinds
 * @param {string[]} wrong
 * @returns {NonNullable<Entry["values"]>}
 */
function kindsOf(text, holes, kinds, wrong) {
  /** @type {NonNullable<Entry["values"]>} */
  const values = {};
  for (const pair of listed(text, ",")) {
    const [name = "", type = ""] = pair.split(/[\s:]+/);
    if (!holes.has(name)) wrong.push(say("trial.no_hole", { name }));
    else if (kinds[type]) values[name] = kinds[type];
    else wrong.push(say("trial.no_kind", { name, kinds: Object.keys(kinds).join(", ") }));
  }
  return values;
}

/**
 * @param {string} line
 * @param {Entry | undefined} base
 * @param {boolean} hasCode
 * @returns {string}
 */
function roleOf(line, base, hasCode) {
  const same = base?.messages?.find(([text]) => text === line);
  if (same && same[1] !== "short") return same[1];
  return hasCode && saysLittle(line) ? "short" : "full";
}
