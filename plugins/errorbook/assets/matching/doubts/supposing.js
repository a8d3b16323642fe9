// Tells whether the text around a message only supposes it, makes a rule of it or teaches it.

import { INTRODUCES } from "./over.js";

const TO_SAY =
  "(?:answer|be (?:given|shown|told)|cause|give|produce|raise|report|return|say|send|show|tell|throw" +
  "|trigger)";
const TO_SEE = "(?:get|meet|read|receive|see)";
const SAYS_IT =
  "(?:answer(?:ed|s)?|g[eo]ts?|gives?|meldet|read|return(?:ed|s)?|sagt|said|saw|says?|sees?|show(?:ed|n|s)?" +
  "|throws?)";
const TO_SOMEBODY =
  "(?: (?:an?|back|errors?|like|messages?|something|text|that|the|this|us|warning|you)){0,4}";
const MAYBE = "(?: (?:also|instead|possibly|probably|then))?";
/** Where a sentence begins. */
export const SENTENCE_START = String.raw`(?:^|[.!?:;\n>-] ?|[0-9][.)] )`;
const ON_NEXT_LINE = String.raw`:?[ \t]*\n[^a-z0-9]{0,6}(?:[0-9]{1,2}[.)] )?["'(]?$`;
/** What each of them ends in: a colon, a quote or a new line. */
const OPENS = /[:\n"'(][^a-z]{0,16}$/;
/** What supposes a message in front of it, or lists it among those that may come. */
const SUPPOSED = [
  `${SENTENCE_START}((?:let'?s|let us) (?:assume|imagine|say|suppose)|angenommen,?|assume` +
    "|imagine(?! my| our)|pretend|say(?= (?:he|it|she|that|they|you) )|suppose)" +
    String.raw` [^.,;!?\n]{1,60}` +
    INTRODUCES,
  `(?<!i )(?<!we )(?<![a-z'])(can|could|may|might|would)${MAYBE} ${TO_SAY}${TO_SOMEBODY}${INTRODUCES}`,
  "(?<!as )(?<![a-z])(?:customers?|one|people|readers|staff|users?|you) (could|may|might|would)" +
    `${MAYBE} ${TO_SEE}${TO_SOMEBODY}${INTRODUCES}`,
  `(?:^|[^a-z])(or else|otherwise|sonst),? (?:[a-z]{1,15} ){1,3}${SAYS_IT}${TO_SOMEBODY}${INTRODUCES}`,
  "(?:^|[^a-z])(in (?:the )?(?:case|event) of)(?: (?:an?|error|message|text|the|warning)){0,3}" + INTRODUCES,
  "(?:^|[^a-z])(if|when|whenever|where)(?: (?:an?|any|its?|the))?(?: (?:body|error|event|line|logs?" +
    "|message|msg|output|response|text)){1,2} (?:contains?|equals?|has|includes?|is|matches|starts with)" +
    INTRODUCES,
  "(?:^|[^a-z])(falls|if|unless|whether)(?: the| your)? [a-z]{1,15}(?: (?:ever|should|were to))?" +
    ` ${SAYS_IT}${TO_SOMEBODY}${INTRODUCES}`,
  `${SENTENCE_START}(had|should) [a-z]{1,15} ${SAYS_IT}${TO_SOMEBODY}${INTRODUCES}`,
  "(?:^|[^a-z])((?:common|examples?|possible|samples?|typical|usual)(?: of)?(?: error)? (?:answers|errors" +
    "|messages|responses|texts|warnings))" +
    `(?: (?:customers|in|of|people|that|users|you)(?![a-z])[a-z ]{0,40})?${ON_NEXT_LINE}`,
  "((?:answers|errors|messages|texts|warnings)(?: (?:that|which))? (?:(?:can|could|may|might)" +
    " (?:appear|arise|be (?:seen|shown)|come up|happen|occur)" +
    "|(?:customers|people|staff|users|you) (?:could|may|might|will)" +
    ` ${TO_SEE}))[a-z ]{0,20}${ON_NEXT_LINE}`,
  `(?:^|[^a-z])(placeholder)["']? ?[:=] ?["']$`,
].map((pattern) => new RegExp(pattern));

/**
 * Return the words before a message, quoted or not, that only suppose it; else nothing.
 * @param {string} above
 * @param {string} before
 * @returns {string}
 */
export function supposedBefore(above, before) {
  const introduction = above + before;
  if (!OPENS.test(introduction)) return "";
  return SUPPOSED.map((pattern) => pattern.exec(introduction)?.[1]).find(Boolean) ?? "";
}
