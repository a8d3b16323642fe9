// Tells whether a message is said, or only begins a sentence, names something in a program or is quoted.

import { changeIn, headingAbove, isString, markedBy, quotedBy } from "./program-files.js";
import { FEW, setApart, spokenOf, titleBefore, toldAround } from "./speaking.js";
import { beginningOfLine, lineBefore, textAround, tickBefore } from "../words/lines.js";
import { lastKind, leftEdge, rightEdge } from "../values/extents.js";
import { ASKING, isAnyText } from "../values/value-kinds.js";

/** @typedef {import("../candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../values/value-kinds.js").Kind} Kind */
/** @typedef {import("../values/values.js").Value} Value */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

const BROKEN = /^[ \t]*\n(?:> ?)*$/; // as mail programs break lines, with the marks of a quotation
const COLONS = [": ", "=", " = "];
const AS_KEY = /^[)\]}.!?]{0,3}["'][ \t\n]*[:=]/;
const QUOTED = /["'][^ \n]{0,2}$/;
const CLOSING = /^[)\]}]+/;
const FINAL_MARKS = /[.,;:!?]+$/;
/** What may begin a remark behind a value, and may be a part of that. */
const ASIDE = /^ ?[([]|^ +[-/] /;
/** How somebody who pastes a message asks for help; no sentence of the message goes on with it. */
const ASKS = new RegExp(
  `^(?:${ASKING}(?![a-z0-9])` +
    "|(?:any|how|what|why)(?: [a-z']{1,20}){1,8} ?\\?)",
);
const LONGEST_ASKING = 200;
const JOINTS = ["_", "-", ".", "/"];

/**
 * Name the words that the sentence goes on with, or say that the message is only a name of something.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {Value[]} values
 * @param {Map<string, Kind>} kinds
 * @returns {Generator<string, void>}
 */
export function* beside(scored, tokens, values, kinds) {
  const { start: first, alignment: { template } } = scored;
  const { holes } = template;
  const valued = Boolean(holes.at(-1)?.length);
  const own = template.after.at(-1) ?? "";
  const kind = lastKind(template, kinds);
  const start = startOf(scored, tokens);
  const end = endOf(scored, tokens, values, kind);
  if (first > 0 && !holes[0]?.length && goesOn(first, first - 1, tokens)) {
    yield `'${tokens.words[first - 1]}' is right before it.`;
  }
  const gap = tokens.gaps[end] ?? "";
  const behind = goesOnWith(gap, own);
  if (end < tokens.words.length && !tokens.explained[end]) {
    const clause = isClause(valued ? behind.replace(CLOSING, "") : behind, end, tokens);
    const fenced = isFenced(gap, own) && (tokens.words[end] ?? "") > ":";
    const openEnd = valued && isAnyText(kind);
    const further = fenced || (!openEnd && goesOn(end, end, tokens));
    if (clause || (further && !asks(end, tokens))) {
      yield `'${tokens.words[end]}' is right behind it.`;
    }
  }
  if (AS_KEY.test(behind)) yield "It is a key, not what is said.";
  if (isProgramName(scored, tokens)) yield "It is a name in a program, not what is said.";
  const mention = mentionOf(scored, start, end, tokens);
  if (mention) yield `'${mention}' beside it: the text only speaks of a message.`;
  const listed = isString(start, openingOf(scored, start, tokens), tokens);
  if (listed) yield "It is a text to be translated, not what is said.";
}

/**
 * Return the first word of a message, or of the value or the number before it.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @returns {number}
 */
function startOf({ start, alignment: { template } }, tokens) {
  let first = template.holes[0]?.length ? leftEdge(start, tokens) : start;
  // No value goes over a colon that announces it.
  for (let place = first + 1; place <= start; place += 1) {
    if (COLONS.includes(tokens.gaps[place] ?? "")) first = place;
  }
  const whole = first === 1 || (first > 1 && tokens.gaps[first - 1]);
  const listed = whole && (tokens.words[first - 1] ?? "") < ":" && /^[:.)].*$/.test(tokens.gaps[first] ?? "");
  return listed ? first - 1 : first;
}

/**
 * Return where a message begins in the plain text, with the marks that it begins with.
 * @param {ScoredAlignment} scored
 * @param {number} start
 * @param {Tokens} tokens
 * @returns {number}
 */
function openingOf({ alignment: { template } }, start, { gaps, starts }) {
  const own = template.before[0] ?? "";
  return (starts[start] ?? 0) - (gaps[start]?.endsWith(own) ? own.length : 0);
}

/**
 * Return the word behind a message and the value that it ends with; no value goes on as a clause.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {Value[]} values
 * @param {Kind} kind
 * @returns {number}
 */
function endOf({ end, alignment: { template } }, tokens, values, kind) {
  const name = template.holes.at(-1)?.at(-1);
  if (name === undefined) return end;
  const value = values.at(-1);
  const until = value?.name === name ? value.end : Infinity;
  let last = rightEdge(end - 1, tokens, kind) + 1;
  while (last > end + 1 && tokens.normalised.first(tokens.starts[last - 1] ?? 0) >= until) last -= 1;
  // A text may be a list of single words; a clause has more of them.
  for (let place = end + 1; place < last; place += 1) {
    const gap = (tokens.gaps[place] ?? "").replace(CLOSING, "");
    if (isClause(gap, place, tokens) && tokens.gaps[place + 1] === " ") return place;
  }
  return last;
}

/**
 * Tell whether the marks that a message ends with stand in the middle of a sentence.
 * @param {string} gap
 * @param {string} own
 * @returns {boolean}
 */
function isFenced(gap, own) {
  const fence = own.replace(FINAL_MARKS, "");
  return fence !== "" && gap === `${fence} `;
}

/**
 * Return what stands in a gap behind a message's own last marks.
 * @param {string} gap
 * @param {string} own
 * @returns {string}
 */
function goesOnWith(gap, own) {
  let size = 0;
  while (size < Math.min(gap.length, own.length) && gap[size] === own[size]) size += 1;
  return gap.slice(size);
}

/**
 * Return whether a word that nothing explains belongs to the same sentence as what is across a gap.
 * @param {number} gap
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function goesOn(gap, word, tokens) {
  if (tokens.explained[word] || (tokens.words[word] ?? "") < ":") return false;
  if (tokens.boundaries[gap] === 1 && ["", "'", "-"].includes(tokens.marks[gap] ?? "")) return true;
  // A line that was broken in the middle of a sentence goes on in small letters, and with another word.
  const small = isSmall(gap, tokens) && tokens.gaps[gap + 1] === " ";
  return small && BROKEN.test(tokens.gaps[gap] ?? "");
}

/**
 * Tell whether a sentence goes on in small letters behind a comma or a semicolon.
 * @param {string} gap
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isClause(gap, word, tokens) {
  return (gap === ", " || gap === "; ") && isSmall(word, tokens);
}

/**
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isSmall(word, { normalised, paste, starts }) {
  const initial = paste.charAt(normalised.first(starts[word] ?? 0));
  return initial >= "a" && initial <= "z";
}

/**
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function asks(word, { normalised: { text }, starts }) {
  const begin = starts[word] ?? 0;
  return ASKS.test(text.slice(begin, begin + LONGEST_ASKING));
}

/**
 * Tell whether the words are joined as in due_date_is_missing: marks that are not its own, no blank.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @returns {boolean}
 */
function isProgramName({ start, end, alignment: { template, pairs } }, { gaps }) {
  if (gaps.slice(start + 1, end).some((gap) => /[ \n\t]/.test(gap))) return false;
  return pairs.slice(1).some(([place, word]) => {
    const joint = gaps[place] ?? "";
    return JOINTS.includes(joint) && template.gaps[word] !== joint;
  });
}

/**
 * Return the word that says that a message is only quoted, as change logs and tests do, else nothing.
 * @param {ScoredAlignment} scored
 * @param {number} start the first word of it or of a value before that
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {string}
 */
function mentionOf(scored, start, end, tokens) {
  const { gaps, words } = tokens;
  const first = beginningOfLine(start, tokens);
  const written = lineBefore(first, start, tokens);
  const { line } = written;
  const openQuotes = (gaps.slice(first, start + 1).join("").split('"').length - 1) % 2;
  const quoted = openQuotes > 0 || QUOTED.test(gaps[start] ?? "");
  // A change stands where a message has the value that it begins with.
  const changed = lineBefore(first, Math.max(start, scored.start), tokens);
  const change = changeIn(changed, quoted) || headingAbove(first, tokens);
  if (change) return change;
  const follow = gaps[end]?.includes("\n") ? [] : words.slice(end, end + FEW);
  if (gaps[end]?.includes("(") && follow[1] === "ms") return "ms";
  if (line.slice(0, 2).includes("ok") && line.slice(1, 3).some((word) => word < ":")) return "ok";
  const { above, before, behind } = textAround(first, openingOf(scored, start, tokens), end, tokens);
  const told =
    markedBy(above, before, behind) ||
    setApart(written, quoted) ||
    titleBefore(written) ||
    toldAround(above, before, behind) ||
    asideOf(scored, end, tokens);
  if (told || !quoted) return told;
  return tickBefore(first, tokens) || quotedBy(before) || spokenOf(line, behind, follow);
}

/**
 * Return the word of a remark that seems to belong to the value before it: '12.00 (resolved)'.
 * @param {ScoredAlignment} scored
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {string}
 */
function asideOf(scored, end, tokens) {
  for (let place = scored.end + 1; place < end; place += 1) {
    if (ASIDE.test(tokens.gaps[place] ?? "")) {
      return toldAround("", "", textAround(place, 0, place, tokens).behind);
    }
  }
  return "";
}
