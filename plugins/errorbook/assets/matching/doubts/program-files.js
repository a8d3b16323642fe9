// Tells whether a file of a program holds a message: a change log, source code, a list of its texts.

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

const OPENING = String.raw`["']$`;
const A_NAME = String.raw`[a-z0-9_.$]{0,40}`;
/** What stands before a quotation where nobody got the message. */
const QUOTING = [
  // what a test says must be there, or makes up
  String.raw`^[^a-z0-9]*(context|describe|it|test)(?:\(| ?["'])`,
  String.raw`(?:^|[^a-z0-9])((?:assert|expect|mock|parameteri|parametri|stub|thenreturn)[a-z0-9]*)`,
  // a command that searches, with an option or what it looks for; a query
  String.raw`(?:^|[^a-z0-9])([a-z]?grep|ack|ag|awk|findstr|journalctl|less|perl|rg|sed|select-string|sls)` +
    String.raw`(?: [+/"'-]|=)`,
  String.raw`(?:^|[?&])(q|query|search)(?: for| query)?(?:: |=)${OPENING}`,
  String.raw`(?:^|[^a-z])(like) ["']%$`,
  String.raw`(?:^|[^a-z])(filter|where) [a-z0-9_.@]{1,40} ?= ?${OPENING}`,
  // a comment, or a heading in Markdown: '#12' is neither
  String.raw`^(//|/\*|--+ |#+ (?![0-9])|;;|\* @|'''|""")`,
  String.raw`[;)}] *(//|# |/\*)`,
  // what a function returns
  String.raw`(?:^|[^a-z0-9 _.] ?|else |@)(returns?|yield)(?: (?:new )?${A_NAME})?[(\[{"']`,
  String.raw`\) ?(=>) ?${OPENING}`,
  // what a name stands for: declared, or set by a call
  String.raw`^(?:export |default )*(const|constexpr|let|private|protected|public|readonly|static|string` +
    String.raw`|val|var|final [a-z]{1,20}) [^"'=.]{1,60}= ?${A_NAME}\(?${OPENING}`,
  String.raw`^#?(define)[ (]`,
  String.raw` (=) (?:new )?${A_NAME}\(${OPENING}`,
  String.raw`(:=) ?${OPENING}`,
  // what it is translated from, where it is not raised
  String.raw`^(?!.*(?:raise|throw) ).*?(?:^|[^a-z0-9_])(_e|(?:esc_html|n)?__?|tr?|trans|translate` +
    String.raw`|n?gettext[a-z_]{0,10}|nslocalizedstring|defaultmessage)[(:] ?${OPENING}`,
  // what it is compared with
  String.raw`([!=]=|[=|!]~|\|=) ?${OPENING}`,
  String.raw`(contains|endswith|equals|includes?|indexof|matches|replace|search|startswith|strpos)` +
    String.raw`\((?:[^"'()]{1,40}, ?)?${OPENING}`,
].map((pattern) => new RegExp(pattern));
const REMARK = /(?:^|[;)}] *)(\/\/+|\/\*+) *$/;
const HEADING = /^(#{1,6}) $/;
// The '#' of a list, as in Jira, stands in more than one line; that of a heading alone.
const LISTED_ABOVE = /(?:^|\n) *#[^\n]*\n *$/;
const LISTED_BELOW = /^[^ \na-z0-9]{0,4}\n *#/;
// The slashes around a regular expression.
const SLASH = /(?:^|[ "'(~+])[a-z]?(\/)\^?$/;
const SECOND_SLASH = /^[.?!\\$]{0,3}\//;

/** Words and tags that stand before a text in files of translations. */
const STRINGS = new Set(["msgid", "msgstr"]);
const IN_TAG = new RegExp(
  String.raw`<(?:source|target|string|translation|[Tt]rans)(?: [^<>]{0,80})?>` +
    String.raw`(?:&[a-z]{2,6};|[ \n#"'([]){0,20}$`,
);
const IN_DATA = /<data name=[^<>]{0,80}>[ \n\t]{0,20}<value>(?:&[a-z]{2,6};|[ \n#"'([]){0,20}$/;
/** The bracket of a call, a key with dots or an index before a text, its closing quote, and the mark. */
const KEYED_TEXT = new RegExp(
  String.raw`(?:^|(\()?[ \t\r\n"'({,;])([A-Za-z][A-Za-z0-9_-]*(?:[.\[][A-Za-z0-9_-]+\]?)+)` +
    String.raw`(\\?["'])?[ \t]*(=>|[:=,])[ \t]*\\?["']?$`,
);
/** The name of a constant, which is set to a text. */
const CONSTANT = /(?:^|[ \t\r\n{,;$])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[ \t]*=[ \t]*["']?$/;
/** A key that is set in below a language: 'de:', 'en-GB:'. */
const LOCALE = new RegExp(
  String.raw`(?:^|\n)[a-z]{2}(?:[-_][A-Za-z]{2})?:[ \t]*\n(?:[ \t][^\n]*\n)*` +
    String.raw`[ \t]+([A-Za-z0-9_-]+):[ \t]*["']?$`,
);
const KEY_PART = /[a-z0-9_-]+/g;
const WHOLE_NUMBER = /^[0-9]+$/;
/** What begins a key of translations even without quotes; else it may be the name of a logger. */
const OF_LANGUAGES = new Set(
  `activerecord i18n l10n label labels lang locale locales strings translation translations validation
  validations validator validators`.split(/\s+/),
);
/** How a path of a payload ends that leads to what is said: 'error.message', 'Elements[0].ErrorText'. */
const SAYING_FIELDS =
  `base body cause content description detail details error errors exception failure fault log message
  messages msg note output reason response result status stderr stdout summary text title value warning
  warnings`.split(/\s+/);
const LOOKED_BACK = 240;

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

/**
 * Return the word or the mark before a quotation that makes it nobody's; else nothing.
 * @param {string} before
 * @returns {string}
 */
export function quotedBy(before) {
  for (const pattern of QUOTING) {
    const found = pattern.exec(before);
    if (found) return found[1]?.trim() ?? "";
  }
  return "";
}

/**
 * Return the mark that makes a line a comment, a heading or a regular expression, quotes or not.
 * @param {string} above
 * @param {string} before
 * @param {string} behind
 * @returns {string}
 */
export function markedBy(above, before, behind) {
  const slash = SLASH.exec(before);
  if (slash && SECOND_SLASH.test(behind)) return slash[1] ?? "";
  const heading = HEADING.exec(before);
  if (heading && (LISTED_ABOVE.test(above) || LISTED_BELOW.test(behind))) return "";
  return (heading ?? REMARK.exec(before))?.[1] ?? "";
}

/**
 * Tell whether a word, and the marks from `opening` on, begin a text in a file of translations.
 * @param {number} word
 * @param {number} opening
 * @param {import("../words/tokens.js").Tokens} tokens
 * @returns {boolean}
 */
export function isString(word, opening, { normalised, paste, words }) {
  const begin = normalised.first(opening);
  const before = paste.slice(Math.max(0, begin - LOOKED_BACK), begin);
  const listed = word > 0 && STRINGS.has(words[word - 1] ?? "");
  return listed || IN_TAG.test(before) || IN_DATA.test(before) || isKeyed(before);
}

/**
 * Tell whether a text ends with the key of a translation, and not with a payload's path or a logger.
 * @param {string} before
 * @returns {boolean}
 */
function isKeyed(before) {
  const named = (CONSTANT.exec(before) ?? LOCALE.exec(before))?.[1]?.toLowerCase();
  if (named) return !SAYING_FIELDS.some((field) => named.endsWith(field));
  const [, call, key = "", quote, mark] = KEYED_TEXT.exec(before) ?? [];
  const path = key.toLowerCase().match(KEY_PART) ?? [];
  const last = path.pop();
  const numbered = path.some((part) => WHOLE_NUMBER.test(part));
  if (path.length > 1 && OF_LANGUAGES.has(path[0] ?? "") && !numbered) return true;
  if (last === undefined || (!quote && mark !== "=" && !OF_LANGUAGES.has(path[0] ?? ""))) return false;
  if (mark === "," && !(call && quote)) return false;
  if (numbered) return false;
  if (WHOLE_NUMBER.test(last)) return !path.at(-1)?.endsWith("s");
  return !SAYING_FIELDS.some((field) => last.endsWith(field));
}
