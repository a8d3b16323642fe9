// Codes that a text states as those of an error, "error code 6240": they tell which error it is, and say
// nothing about anybody. The package `redaction` has the same, and codes of a catalogue's families as well.

const STATING_WORDS =
  "(?<key>['\"]?)(?<![\\p{L}\\p{N}])(?:(?:error|fault|failure|exception|status|reason)[ _-]?code" +
  "|error[ _-](?:number|no\\.?)|errno)\\k<key>(?: (?:is|was))?[ :=#([]{0,3}(?<quote>['\"]?)";
const NO_DOCUMENT_CODE =
  "(?!(?:S?INV|SI|SO|PO|PINV|CN|SCN|CRN?|DN|BILL|ORD(?:ER)?|PAY|QU?|RCPT?|GRN|ITEM|SKU|CUST)[-_]?[0-9])";
// Neither an amount, a date or a part of a longer number, nor anything as long as the number of a phone.
const CODE_ENDS =
  "(?![\\p{L}\\p{N}_%$\u20ac\u00a3]|[-.,:/][\\p{L}\\p{N}_]| ?[$\u20ac\u00a30-9]| [A-Z][a-z]{2,8} [0-9])";
const STATED_CODE = new RegExp(
  `${STATING_WORDS}${NO_DOCUMENT_CODE}(?<code>(?:[A-Z]{1,6}[-_]?)?[0-9]{1,6})\\k<quote>${CODE_ENDS}`,
  "giu",
);

/**
 * Return a text with all but the stated codes, and the words that state them, masked.
 * @param {string} text
 * @param {(part: string) => string} mask
 * @returns {string}
 */
export function aroundStatedCodes(text, mask) {
  const pieces = [];
  let end = 0;
  for (const { 0: whole, index, groups } of text.matchAll(STATED_CODE)) {
    const code = groups?.["code"] ?? "";
    if (code !== code.toUpperCase()) continue;
    pieces.push(mask(text.slice(end, index)), whole);
    end = index + whole.length;
  }
  return [...pieces, mask(text.slice(end))].join("");
}
