// Tells whether a test, a search or source code quotes a message: grep "…", // throws "…", const X = "…".

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
