// Tells what a text says of a product that it names: it is not meant, or heads or sends a message.

import { beginningOfLine, lineBefore } from "../words/lines.js";

/** @typedef {import("../words/tokens.js").Tokens} Tokens */

/** What denies the name behind it; 'not in Sage' may also say where a record lacks. */
const DENIES = new RegExp(
  "(?:^|[^a-z])((?:no|not|nicht|keine?|instead of|rather than" +
    "|(?:(?:did|do|does)(?: not|n'?t)|never|no longer) (?:have|run|use|used|work with))" +
    "(?: (?:any|aus|from|of|our|the|von))?(?: (at|bei|for|in|on|to|with))?) $",
);
const LONGEST_DENIAL = 40;
/** What stands behind a name that is denied, and not behind that of which more is said: 'not Sage alone'. */
const ENDS_DENIAL = new RegExp(
  String.raw`^(?:[^a-z0-9]{0,2}(?:[.,;:!?)\n]|$)` +
    "| (?:aber|and|at all|but|here|i|sondern|we)(?![a-z]))",
);
const LONGEST_END = 20;
const SAYS_BELOW = new RegExp(
  "^(?:answer(?:ed|s)|errors?|exception|failure|gives|message|meldet|repl(?:ied|ies)|report(?:ed|s)" +
    "|respond(?:ed|s)|return(?:ed|s)|said|sagt|says|show(?:ed|s)|tells|told|writes|wrote|zeigt)$",
);
const SOURCE_OF = new Set("by from in of von".split(" "));
const SENDERS = new Set("absender from sender von".split(" "));
/** What stands before a heading that is nothing but a name: in a list of names there is none. */
const BLANK_LINE = /\n[ \t]*\n|[#*]/;
const MOST_ON_LINE = 4;

/**
 * Return the words that deny a name, and whether they say that nothing is from it: 'not from Sage'.
 * @param {number} place
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {{denied: string, nothing: boolean}}
 */
export function denial(place, end, { ends, normalised: { text }, starts }) {
  const begin = starts[place] ?? 0;
  const behind = ends[end - 1] ?? 0;
  const found = DENIES.exec(text.slice(Math.max(0, begin - LONGEST_DENIAL), begin));
  const over = found && ENDS_DENIAL.test(text.slice(behind, behind + LONGEST_END));
  return over ? { denied: found[1] ?? "", nothing: !found[2] } : { denied: "", nothing: false };
}

/**
 * Tell whether a name heads a message, or says it, on the line above: 'Sage 50', 'MYOB says:'.
 * @param {number} place
 * @param {number} end
 * @param {number} start
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function heads(place, end, start, tokens) {
  const { gaps, marks, words } = tokens;
  const line = beginningOfLine(start, tokens);
  const breaks = (/** @type {string | undefined} */ gap) => gap?.includes("\n");
  if (place >= line || !breaks(gaps[line]) || gaps.slice(place + 1, line).some(breaks)) return false;
  let last = end;
  while (last < line && (words[last] ?? "") < ":") last += 1;
  const first = beginningOfLine(place, tokens);
  const lead = lineBefore(first, place, tokens).line;
  const behind = lineBefore(last, line, tokens).line;
  if (lead.length > MOST_ON_LINE - 1 || behind.length > MOST_ON_LINE) return false;
  if (lead.length && !SOURCE_OF.has(lead.at(-1) ?? "")) return false;
  if (behind.length) return SAYS_BELOW.test(behind[0] ?? "") && !marks[last];
  return lead.length > 0 || gaps[line]?.includes(":") || first === 0 || BLANK_LINE.test(gaps[first] ?? "");
}

/**
 * Tell whether a word is the name in an address from which a mail is sent.
 * @param {number} place
 * @param {Tokens} tokens
 * @returns {boolean}
 */
export function isSender(place, tokens) {
  const { gaps, words } = tokens;
  if (!["@", "."].includes(gaps[place] ?? "") || gaps[place + 1] !== ".") return false;
  const first = beginningOfLine(place, tokens);
  return SENDERS.has(words[first] ?? "") && Boolean(gaps[first + 1]?.includes(":"));
}
