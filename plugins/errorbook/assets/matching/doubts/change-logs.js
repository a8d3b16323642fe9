// Tells whether a change log speaks of a message: 'Fixed in v2: …', '[FIX] …', a list under 'Removed'.

/** First words of lines in change logs, and of stories. */
const CHANGES = new Set(
  `add added adds bugfix bugfixes change changed changelog changes chore deprecated docs feat fix fixed
  fixes hotfix improve improved refactor remove removed removes rename renamed resolved revert reverted reword
  reworded scenario todo translate translated unreleased`.split(/\s+/),
);
const BEFORE_CHANGES = /^(?:v?[0-9]+|x|bug)$/; // a version, a date, a number or a tick before them
/** What else stands between them and a colon, or with them in a heading. */
const OF = new Set(
  "and bug for in issue issues known log new notes other release since this version what".split(" "),
);
/** Headings of change logs that hold no word for a change. */
const CHANGES_TITLE = /known issues|release notes|what's new|# new/;
const ANNOUNCES_CHANGE = /[:\]]| - /;
const BULLET = /^[ \t]*[-*+]/;
const ITEM = /^[-*+ \t]|^$/;
const ONLY_LETTERS = /[a-z]{2,}/g; // of a version its "v" says nothing
const LONGEST_LIST = 2000;

/**
 * Return the word with which the words before a message begin a change.
 * @param {{line: string[], follows: string[]}} before the words, and what stands behind each
 * @param {boolean} quoted
 * @returns {string}
 */
export function changeIn({ line, follows }, quoted) {
  const place = line.findIndex((word) => !BEFORE_CHANGES.test(word));
  const verb = line[place] ?? "";
  if (!CHANGES.has(verb)) return "";
  if (quoted || follows[place]?.startsWith("(")) return verb;
  const said = line.findIndex((word, at) => at > place && !OF.has(word) && !BEFORE_CHANGES.test(word));
  const until = said < 0 ? line.length : said;
  return follows.slice(place, until).some((gap) => ANNOUNCES_CHANGE.test(gap)) ? verb : "";
}

/**
 * Return the heading of the list of changes in which a line stands, else nothing.
 * @param {number} first
 * @param {import("../words/tokens.js").Tokens} tokens
 * @returns {string}
 */
export function headingAbove(first, { normalised, starts }) {
  const begin = starts[first] ?? 0;
  const above = normalised.text.slice(Math.max(0, begin - LONGEST_LIST), begin).split("\n");
  if (!BULLET.test(above.pop() ?? "")) return "";
  for (const line of above.reverse()) {
    const words = line.match(ONLY_LETTERS) ?? [];
    const change = words.find((word) => CHANGES.has(word)) ?? CHANGES_TITLE.exec(line)?.[0];
    if (change && words.every((word) => CHANGES.has(word) || OF.has(word))) return change;
    if (!ITEM.test(line)) return "";
  }
  return "";
}
