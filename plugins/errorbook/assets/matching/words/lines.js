// The lines of a paste: where they begin, which are a log's, and which nothing explains yet.

/** @typedef {import("./tokens.js").Tokens} Tokens */

const LONGEST_LINE_OF_WORDS = 60;
const MOST_OPEN_LINES = 40;
const NEAR_A_LINE = 120;
/** What reports of tests put before a line; in the plain text it is a blank. */
const TICK = /([\u2713\u2714\u2716\u2717\u2718\u221a])[^\n]{0,4}$/;
const LONGEST_TICK = 5;
const MOMENT = /[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}/;
const ANNOUNCES = /[\]:)|>=-][ "']{0,3}$/;
const GOING_ON = /[.,;!?] [a-z]/;
const FAR = 24;

/**
 * Return the first lines that nothing explains, if not too long: there a message may be cut off.
 * @param {Tokens} tokens
 * @param {number} most words of a line
 * @returns {[start: number, end: number][]}
 */
export function openLines({ words, gaps, explained }, most) {
  /** @type {[number, number][]} */
  const lines = [];
  let start = 0;
  for (let place = 1; place <= words.length && lines.length < MOST_OPEN_LINES; place += 1) {
    if (place < words.length && !(gaps[place] ?? "").includes("\n")) continue;
    if (place - start <= most && !explained.subarray(start, place).includes(1)) lines.push([start, place]);
    start = place;
  }
  return lines;
}

/**
 * Return the first word of the line that a word is in, or the word itself when that is too far back.
 * @param {Tokens} tokens
 * @param {number} place
 * @param {number} least
 * @returns {number}
 */
export function lineStart(tokens, place, least) {
  let start = place;
  const onward = () => !(tokens.gaps[start] ?? "").includes("\n");
  while (start > least + 1 && place - start < LONGEST_LINE_OF_WORDS && onward()) start -= 1;
  return onward() ? place : start;
}

/**
 * Tell whether only the beginning of a log's line stands before a message: a time or a level, and more.
 * @param {number} start
 * @param {Tokens} tokens
 * @param {Set<string>} levels
 * @returns {boolean}
 */
export function isLogged(start, tokens, levels) {
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
export function beginningOfLine(start, { gaps }) {
  let first = start;
  while (first > Math.max(0, start - FAR) && !gaps[first]?.includes("\n")) first -= 1;
  return first;
}

/**
 * Return the words of a line before a message as they were written, and what stands behind each.
 * @param {number} first
 * @param {number} start
 * @param {Tokens} tokens
 * @returns {{line: string[], follows: string[]}}
 */
export function lineBefore(first, start, { gaps, words }) {
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

/**
 * Return the tick or the cross right before the first word of a line, nothing where there is none.
 * @param {number} word
 * @param {Tokens} tokens
 * @returns {string}
 */
export function tickBefore(word, { normalised, paste, starts }) {
  const begin = normalised.first(starts[word] ?? 0);
  return TICK.exec(paste.slice(Math.max(0, begin - LONGEST_TICK), begin))?.[1] ?? "";
}

/**
 * Return the text above the line of a word, from there to `opening`, and behind a message.
 * @param {number} first
 * @param {number} opening
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {{above: string, before: string, behind: string}}
 */
export function textAround(first, opening, end, { ends, gaps, normalised: { text }, starts }) {
  const begin = (starts[first] ?? 0) - (gaps[first]?.split("\n").at(-1)?.length ?? 0);
  const last = ends[end - 1] ?? 0;
  return {
    above: text.slice(Math.max(0, begin - NEAR_A_LINE), begin),
    before: text.slice(begin, opening).replace(/^[ \t\x02]+/, ""),
    behind: text.slice(last, last + NEAR_A_LINE),
  };
}

/**
 * Return the words from one to another as they stand in the paste.
 * @param {number} start
 * @param {number} end
 * @param {Tokens} tokens
 * @returns {string}
 */
export function written(start, end, { ends, normalised, paste, starts }) {
  return paste.slice(...normalised.span(starts[start] ?? 0, ends[end - 1] ?? 0));
}
