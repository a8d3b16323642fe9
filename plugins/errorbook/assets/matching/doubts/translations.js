// Tells whether a text is one of a list of texts: behind msgid, in <source>, under a key, in a constant.

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
