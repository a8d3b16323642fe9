// Tells whether a message is said, or only begins a sentence, names something in a program or is quoted.

import { changeIn, headingAbove, isString, markedBy, quotedBy } from "./program-files.js";
import { FEW, setApart, spokenOf, titleBefore, toldAround } from "./speaking.js";
import { textAround, tickBefore } from "../words/lines.js";
import { leftEdge, rightEdge } from "../values/values.js";

/** @typedef {import("../candidates/scoring.js").ScoredAlignment} ScoredAlignment */
/** @typedef {import("../words/tokens.js").Tokens} Tokens */

const BROKEN = /^[ \t]*\n(?:> ?)*$/; // as mail programs break lines, with the marks of a quotation
const COLONS = [": ", "=", " = "];
const AS_KEY = /^[)\]}.!?]{0,3}["'][ \t\n]*[:=]/;
const QUOTED = /["'][^ \n]{0,2}$/;
const MOMENT = /[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}/;
const ANNOUNCES = /[\]:)|>=-][ "']{0,3}$/;
const GOING_ON = /[.,;!?] [a-z]/;
const CLOSING = /^[)\]}]+/;
const FAR = 24;
const JOINTS = ["_", "-", ".", "/"];

/**
 * Name the words that the sentence goes on with, or say that the message is only a name of something.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {Map<string, import("../values/value-kinds.js").Kind>} kinds
 * @returns {Generator<string, void>}
 */
export function* beside(scored, tokens, kinds) {
  const { start: first, alignment: { template } } = scored;
  const { holes } = template;
  const start = startOf(scored, tokens);
  const end = endOf(scored, tokens, kinds);
  if (first > 0 && !holes[0]?.length && goesOn(first, first - 1, tokens)) {
    yield `'${tokens.words[first - 1]}' is right before it.`;
  }
  const follows = end < tokens.words.length && !tokens.explained[end];
  const behind = goesOnWith(tokens.gaps[end] ?? "", template.after.at(-1) ?? "");
  const bare = holes.at(-1)?.length ? behind.replace(CLOSING, "") : behind;
  const clause = follows && isClause(bare, end, tokens);
  if (clause || (follows && !holes.at(-1)?.length && goesOn(end, end, tokens))) {
    yield `'${tokens.words[end]}' is right behind it.`;
  }
  if (AS_KEY.test(behind)) yield "It is a key, not what is said.";
  if (isProgramName(scored, tokens)) yield "It is a name in a program, not what is said.";
  const mention = mentionOf(scored, start, end, tokens);
  if (mention) yield `'${mention}' beside it: the text only speaks of a message.`;
  const listed = isString(start, openingOf(scored, start, tokens), tokens);
  if (listed) yield "It is a text to be translated, not what is said.";
}

/**
 * Tell whether only the beginning of a log's line stands before a message: a time or a level, and more.
 * @param {ScoredAlignment} scored
 * @param {Tokens} tokens
 * @param {Set<string>} levels
 * @returns {boolean}
 */
export function isLogged({ start }, tokens, levels) {
  const { normalised, starts, words } = tokens;
  const first = beginningOfLine(start, tokens);
  if (first === start) return false;
  const text = normalised.text.slice(starts[first], starts[start]);
  const leveled = words.slice(first, start).some((word) => levels.has(word));
  if (GOING_ON.test(text) || !(leveled || MOMENT.test(text))) return false;
  return levels.has(words[start - 1] ?? "") || ANNOUNCES.test(text);
}

/**
 * Return the first word of a line before a message, or one that is far enough away.
 * @param {number} start
 * @param {Tokens} tokens
 * @returns {number}
 */
function beginningOfLine(start, { gaps }) {
  let first = start;
  while (first > Math.max(0, start - FAR) && !gaps[first]?.includes("\n")) first -= 1;
  return first;
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
 * @param {Map<string, import("../values/value-kinds.js").Kind>} kinds
 * @returns {number}
 */
function endOf({ end, alignment: { template } }, tokens, kinds) {
  const name = template.holes.at(-1)?.at(-1);
  if (name === undefined) return end;
  const last = rightEdge(end - 1, tokens) + 1;
  // A text may be a list of single words; a clause has more of them.
  const listed = ["text", "name"].includes(kinds.get(name)?.type ?? "text");
  for (let place = end + 1; place < last; place += 1) {
    const wordy = tokens.gaps[place + 1] === " " || !listed;
    const gap = (tokens.gaps[place] ?? "").replace(CLOSING, "");
    if (wordy && isClause(gap, place, tokens)) return place;
  }
  return last;
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
    toldAround(before, behind);
  if (told || !quoted) return told;
  return tickBefore(first, tokens) || quotedBy(before) || spokenOf(line, behind, follow);
}

/**
 * Return the words of a line before a message as they were written, and what stands behind each.
 * @param {number} first
 * @param {number} start
 * @param {Tokens} tokens
 * @returns {{line: string[], follows: string[]}}
 */
function lineBefore(first, start, { gaps, words }) {
  /** @type {[string[], string[]]} */
  const [line, follows] = [[], []];
  for (let place = first; place < start; place += 1) {
    const joined = line.length && !gaps[place];
    if (joined) follows.pop();
    line.push(joined ? (line.pop() ?? "") + words[place] : (words[place] ?? ""));
    follows.push(gaps[place + 1] ?? "");
  }
  return { line, follows };
}
