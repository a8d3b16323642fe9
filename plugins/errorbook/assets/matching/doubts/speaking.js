// Tells whether a text only speaks of a message: denies it, looks for it, lists it, explains it.

import { germanAround } from "./german-talk.js";
import { overAround } from "./over.js";
import { supposedBefore } from "./supposing.js";

/** What denies a message, supposes it or holds it against another; "t" is the end of "doesn't". */
const APART = new Set(
  `article confused different explains if instead might neither never no nobody nor not opposed similar
  t than unless unlike whether without would`.split(/\s+/),
);
/** What looks for a message, with 'for' behind it. */
const SEARCHES = new Set(
  "found hits looking matches query results search searched searches searching".split(" "),
);
/** What may stand between those and the message. */
const LINKS = new Set(
  `a an answer answers as be error errors for from get gets getting give giving got had have i is it like
  message of report reporting return returning returns said same say saying says see seeing seen sees show
  showed showing shows text that the there they this throw throwing to warning we with you`.split(/\s+/),
);
/** How titles begin: 'How to fix', '5 ways to avoid', 'FAQ', 'Chapter 4', and what may stand before. */
const HOW = /^(how|steps|ways|what) to (?:avoid|do|fix|get|handle|resolve|solve)(?: |$)/;
const GUIDE = new RegExp(
  "^(appendix|causes|chapter|exercise|faq|fixing|glossary|guide|lesson|quiz|resolving|solutions?|solved" +
    "|tips|troubleshooting|tutorial|understanding|workaround)(?: |$)",
);
const BEFORE_TITLES = /^(?:an?|article|explains|learn|read|see|the|this|[0-9].*)$/;
/** What begins a line of instructions about a message. */
const SUPPOSES = new Set("assume case if imagine should suppose when whenever".split(" "));
/** What stands between, where more would tell what happened. */
const NAMES = new Set("error get message reads says see shows text warning".split(" "));
const NO_LONGER = /\bno longer\b/;
/** What is said behind a message by somebody who explains it. */
const MEANS = /^[^ \na-z0-9]{0,4}["'] \(?(?:[a-z]{1,20} ){0,2}(explained|indicates|means|refers)(?![a-z])/;
/** What lists a message before it, for one as an example, wants it worded or shown, or letters a form. */
const LISTED = [
  new RegExp(
    "(?:^|[^a-z])((?:any|one) of(?: the following)?(?: [a-z]{1,20})?|enum" +
      "|(?:accepted|allowed|common|example|mock|possible|sample|typical|usual|valid)" +
      " (?:answers?|codes|errors?|messages?|options|outcomes?|reasons|responses?|results?|texts?|values)" +
      String.raw`(?: are| is)?)["']?[:=][^:=]{0,100}$`,
  ),
  /(?:^|[^a-z.])(e\. ?g|eg|for (?:example|instance)|such as|examples?|samples?)[.,]?:? ?["']?$/,
  new RegExp(
    "(?:^|[^a-z])((?:any|one) of(?! m| our| th| y)|(?:allowed|possible|valid) values are) [^:=]{1,100}" +
      String.raw`(?:[,;|] ?| or )["']?$`,
  ),
  new RegExp(
    "(?:^|[^a-z])(proofread|rephrase|reword|translate|translating|translation needed|suggested wording)" +
      String.raw`(?: [a-z]{1,20}){0,5}:? ?["']?$`,
  ),
  /(?:^|[^a-z])(ensure|make sure|verify)(?: [a-z]{1,20}){1,5} ?["']$/,
  new RegExp(
    "(?:^|[^a-z])(docs|documentation|guide|manual|spec)" +
      String.raw`(?::| (?:calls?|lists?|mentions?|puts?|says?|states?)[a-z ]{0,30}[,:]?) ?["']$`,
  ),
  new RegExp(
    "(?:^|[^a-z])(caption|label|placeholder|re(?:moved|named|phrased|placed|worded)|tooltip|wording)" +
      String.raw` ?["']$`,
  ),
  /(?:^|[^a-z])(did you mean):? ?["']?$/,
  /(?:^|[^a-z])(how (?:do|can|should) (?:i|we|you) (?:say|spell|write)) ["']$/,
];
/** What tells behind a message when a program shows it, that it is over, or that it is an example. */
const TOLD = [
  new RegExp(
    String.raw`^[^\na-z0-9]{1,6}(?:(?:be|can|error|gets|is|may|message|will) ){0,3}` +
      "((?:appears?|displayed|happens?|occurs?|raised|reported|returned|sent|shown|thrown)" +
      " (?:if|when|whenever)) (?!(?:he|i|my|our|she|they|we|[a-z]{2,20}ing)(?![a-z]))",
  ),
  new RegExp(
    String.raw`^(?=[^\na-z0-9]{0,7}[-/(\[])[^\na-z0-9|]{2,8}` +
      String.raw`(closed|done|example(?!\.)|fixed|gone|no longer|not any ?more|obsolete|outdated|resolved` +
      "|sample|solved|sorted|won.?t ?fix)(?![a-z?]| it | that | this )",
  ),
];
const SHOWS =
  "(?:get|gets|got|had|has|have|read|reads|received?|receives|returned|returns|said|saw|say|says|see|seen" +
  "|sees|show|showed|shown|shows)";
/** What may stand between a denial and its colon: 'not the same error as we had'. */
const TO_WHOM =
  "(?: (?:an?|as|error|get|got|had|have|i|it|message|of|one|our|reason|same|saw|see|text|that|the|they|this" +
  "|warning|we|you)){0,6}";
const NAMED = "(?: (?:an?|it|that|the|this))?(?: (?:error|message|text|warning)){0,2}";
const TIMES = "last (?:month|time|week|year)";
/** A colon may end the line of a message or one above, with blank lines between. */
const COLON = " ?:[^a-z0-9]{0,12}$";
const START = "(?:^|[^a-z0-9' ] ?|(?:and|because|but|hello|hi|so) )";
/** What denies a message in front of a colon, or says that it is over; not 'never seen this error:'. */
const INTRODUCED = [
  `(?:${START}|(?:it|that|this)'?s |(?:^|[^a-z])(?:are|is|was|were) (?:[a-z]{2,20}ly )?)` +
    `(never|not)${TO_WHOM}`,
  `(?:^|[^a-z])((?:are|is|was|were)n'?t)(?: [a-z]{2,20}ly)?${TO_WHOM}`,
  `(?:^|[^a-z])((?:did|does|do)(?: not|n'?t)) ${SHOWS}${NAMED}`,
  `(?:^|[^a-z])((?:had|has|have)(?: not|n'?t)|never|nobody) ${SHOWS}`,
  `(?:^|[^a-z])(?:are|is|was|were) (no longer)${TO_WHOM}`,
  `(?:^|[^a-z])(no longer|used to) (?:be|${SHOWS})${NAMED}`,
  "(?:^|[^a-z])(instead of)(?: (?:an?|the))?(?: (?:error|message|text|warning)){0,2}",
  `${START}(?:(?:an?|her|his|its|my|our|the|their|your) )?(earlier|former|old|previous|${TIMES}'?s)` +
    "(?: (?:answer|error|message|problem|reason|text|warning)){1,2}" +
    "(?: (?:that )?(?:i|they|we|you) (?:got|had|saw))?(?: (?:had been|read|said|was|were))?",
  "(?:error|message|text|warning)(?: that)? (?:i|they|we|you) (?:got|had|saw)" +
    ` (before|earlier|previously|${TIMES}) (?:was|were)`,
  `${START}(formerly|previously)(?:,? (?:i|it|they|we|you))?(?: ${SHOWS})?${NAMED}`,
  "(?:^|[^a-z])((?:before|until) (?:last|our|the|this|your)" +
    ` (?:change|fix|migration|release|update|upgrade)),? (?:i|it|they|we|you) ${SHOWS}${NAMED}`,
].map((pattern) => new RegExp(pattern + COLON));
const ENDS_IN_COLON = new RegExp(COLON);
const ON_TOP = /^[^a-z]*(?:title: ?["']?)?$/;
/** How the title of a page ends, where a message begins it. */
const SITE = new RegExp(
  String.raw`^[^\na-z0-9]{0,4} [|-] (?:[a-z0-9]{1,20} ){0,2}` +
    "(blog|community|docs|documentation|faq|forums?|help cent(?:er|re)|knowledge base|stack overflow" +
    String.raw`|support|wiki)(?: [|-] [a-z0-9 ]{1,30})?[^\na-z0-9]{0,4}(?:\n|$)`,
);
/** What is said of a message that is no more; words of the first kind stand before those of the second. */
const BE = new Set("are error has have is message no was were".split(" "));
const BYGONE = new Set("changed fixed gone improved longer now removed renamed replaced reworded".split(" "));
/** So many words are near. */
export const FEW = 4;

/**
 * Return the word before a message that says that nobody got it; else nothing.
 * @param {{line: string[], follows: string[]}} before the words, and what stands behind each
 * @param {boolean} quoted
 * @returns {string}
 */
export function setApart({ line, follows }, quoted) {
  const plain = !/[:=(]/.test(follows.at(-1) ?? "");
  /** @type {string[]} */
  const passed = [];
  for (let place = line.length - 1; place >= 0; place -= 1) {
    const word = line[place] ?? "";
    if (place < line.length - 1 && follows[place] !== " ") break;
    if (plain && quoted && APART.has(word)) return word;
    // Who says 'I searched for this:' has it.
    if (passed.includes("for") && (plain || passed.length === 1) && SEARCHES.has(word)) return word;
    if (!LINKS.has(word)) break;
    passed.push(word);
  }
  return "";
}

/**
 * Return the first word of the title of an article that a message ends; else nothing.
 * @param {{line: string[], follows: string[]}} before
 * @returns {string}
 */
export function titleBefore({ line, follows }) {
  const begin = line.findIndex((word) => !BEFORE_TITLES.test(word));
  if (begin < 0 || follows.slice(begin, -1).some((gap) => gap !== " ")) return "";
  if (/[.,;!?]/.test(follows.at(-1) ?? "")) return "";
  const title = line.slice(begin).join(" ");
  return (HOW.exec(title) ?? GUIDE.exec(title))?.[1] ?? "";
}

/**
 * Return the words around a message, quoted or not, that deny it, list it or tell of it; else nothing.
 * @param {string} above
 * @param {string} before
 * @param {string} behind
 * @returns {string}
 */
export function toldAround(above, before, behind) {
  const introduction = above + before;
  /** @type {(string | undefined)[]} */
  const found = [];
  if (ENDS_IN_COLON.test(introduction)) {
    found.push(...INTRODUCED.map((pattern) => pattern.exec(introduction)?.[1]));
  }
  found.push(...LISTED.map((pattern) => pattern.exec(before)?.[1]));
  found.push(...TOLD.map((pattern) => pattern.exec(behind)?.[1]));
  if (ON_TOP.test(before)) found.push(SITE.exec(behind)?.[1]);
  const told = found.find(Boolean) || overAround(above, before, behind) || supposedBefore(above, before);
  return told || germanAround(above, before, behind);
}

/**
 * Return the word with which a text speaks of a quoted message, before it or behind; else nothing.
 * @param {string[]} line
 * @param {string} behind
 * @param {string[]} follow
 * @returns {string}
 */
export function spokenOf(line, behind, follow) {
  const told = supposition(line) || NO_LONGER.exec(line.join(" "))?.[0];
  if (told) return told;
  if (line.slice(1 - FEW).includes("should")) return "should";
  const means = MEANS.exec(behind)?.[1];
  if (means) return means;
  return (BE.has(follow[0] ?? "") && follow.find((word) => BYGONE.has(word))) || "";
}

/**
 * Return the word with which a line supposes a message: 'If it says', 'When you see', '1. In case'.
 * @param {string[]} line
 * @returns {string}
 */
function supposition(line) {
  const rest = line.filter((word, place) => place > 1 || (word > ":" && word !== "in"));
  const [head = ""] = rest;
  const short = rest.length === 1 || (rest.length < FEW && NAMES.has(rest.at(-1) ?? ""));
  return SUPPOSES.has(head) && (head === "if" || short) ? head : "";
}
