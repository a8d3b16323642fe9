// Whether a text uses a number or a word as the code of an error: 'error 6240', "code": "6240", (6240).

import { firstLine, lastLine, strip, stripEnd } from "../helpers.js";

/** Characters that are read before and behind a code, and those that are near. */
const [BEFORE, AFTER, NEAR] = [400, 160, 120];
const ESCAPED_MARK = /\\+(["'/nrt])|&(?:amp;)*(?:quot|#34|apos|#39|lt|gt|#60|#62);/g;
// All below is read in small letters, without accents, and every single quote is one.
const ERROR_WORD =
  "(?:err(?:or|eur|ore)?|erro|fehler|fout|virhe|blad|hiba|feil|fejl|fault|exception|failure" +
  "|o\u0448\u0438\u0431k[a-z\u0430-\u044f]{0,2}|\u30a8\u30e9\u30fc|\u9519\u8bef|\u932f\u8aa4|\uc624\ub958)";
const MARKS = "[ \t\n\"'*:=#>(\\[{|;,\\]-]{0,8}";
const IS = "(?: {1,2}(?:is|was|ist|war|est|es|era))?";
const CODE_WORD = "(?:code|kode|kod|\u30b3\u30fc\u30c9|\u4ee3\u7801|\u4ee3\u78bc|\u7801|\ucf54\ub4dc)";
const ERROR_BEFORE = new RegExp(
  `${ERROR_WORD}(?:[ _.-]?${CODE_WORD}|[ _.-](?:number|num|nummer|nr|no|id)[.]?)?${IS}${MARKS}$`,
);
const CODE_BEFORE = new RegExp(
  `([a-z]*)(?:code|kode|codigo|codice)(?: (?:number|no|nr)[.]?)?${IS}(${MARKS})$`,
);
const CALL_BEFORE = /(?:fault|error|exception|fail|reject)[a-z]*[(](?:[^()\n]{0,100}[, ])?["']?$/;
const FAILED_BEFORE = /(?:fail|refus|reject|abort)[a-z]* (?:with|as) ["'(#]?$/;
const SAID_BEFORE = new RegExp(
  "(?:as|says?|said|saying|reports|reported|returns|returned|gives|gave|giving|shows|showed|throws" +
    "|sends|sent|with|code|what is|what's|what does)[ \t]{1,2}[\"'(\\[#]?$",
);
const ERROR_BEHIND = new RegExp(`^["'*)\\]]{0,2}[ _-]${ERROR_WORD}(?![a-z])`);
const WORD_BEFORE = /([a-z][a-z']*)([ _.-]+)$/;
const THING_BEFORE = /([a-z]+)[ \t(\[#:]{0,4}$/;
const NAME_BEFORE = /([0-9a-z]+(?:[ _.-][0-9a-z]+){0,2})[ \t_:;,|#"'*(\[-]{0,3}$/;
const MARKED = new RegExp(`(?:^|[^a-z])${ERROR_WORD}(?:[_ -]?code)?[_.-]?$`);
const JOINED = /[0-9a-z][_.-]?$|[+$-]$/;
const SIGN = new RegExp(
  `${ERROR_WORD}|fail|reject|refus|(?:message|msg|detail)s?["'\\]]?[ ]*[:=>]|<message>`,
);
const FIELD = /(?:name|rate|type|title|price|sku)["'\]]?[ ]*(?::|=)/;
const OPENED = /<([a-z0-9.:_-]{1,60})[^<>]{0,200}$/;
const KEYED = /^["']?\n[ ]*[a-z]+:/;
const TROUBLE = new RegExp(
  `${ERROR_WORD}|fail|refus|reject|denied|declin|invalid|impossible|unable|blocked|problem` +
    "|(?:can|could|would|will|did|does|do|must|may|is|was)(?: ?no|n')t|cannot|won't" +
    "|not (?:allowed|possible)|echou|echec|fehlgeschlagen|abgelehnt|nicht|no se p|no puede|rechaz|rifiut" +
    "|geweigerd|mislukt",
);
const UNITS = "(?:eur|usd|gbp|aud|nzd|cad|chf|kg|ms|mb|kb|gb|px|euro|dollar)";
const COUNT = new RegExp(`^ {1,2}(?:of [0-9]|x |${UNITS}(?![a-z])|([a-z]+s)(?![a-z]))`);
const LEVEL = /^[\])]? {0,2}(?:info|debug|warn|warning|error|trace|log|notice|fatal)(?![a-z])/;
const TIME_OF_LOG = /[0-9]:[0-9]{2}/;
const TIMED = /:[0-9]{2}[.,](?:[0-9]{1,9} {1,2})?$/;
const THREAD = /^ {1,2}--- {1,2}\[/;
const CLOSES = /^[)\]]{1,2}[.!?]?[ ]*(?:\n|["'<]|$)/;
const ENDS_CELL = /^["']?[ ]*(?:[,;)\]}<|\n]|$)/;
const LETTER = /[a-z]/;

/** What ends like a plural behind a code and counts nothing. */
const VERBS = new Set(
  ("is was has means says as this does occurs appears happens comes keeps shows persists stands its" +
    " stops remains blocks needs refers tells us").split(" "),
);
const COMPOUNDS = new Set("reason result return api native fault sub status".split(" "));
/** What stands before the word 'code' where it is an error's. */
const LEADS = new Set(
  ("reason result return returned returns api native fault with and or got gets getting get says shows" +
    " by und mit avec con et y e").split(" "),
);
/** What has a number of its own. */
const THINGS = new Set(
  ("account accounts acct amount batch bill bills box build case class client commit contact cost" +
    " customer date document entry file height house id in invoice invoices issue item items job journal" +
    " line lines model number order orders page pages payment phone pid pin po port process product" +
    " products quantity qty record rent rev revision room row rows size sku step street suite supplier" +
    " table task tax tel thread ticket total unit units vendor version width worker year zip" +
    " rechnung konto auftrag bestellung kunde zeile seite facture commande compte ligne factura pedido" +
    " cuenta").split(" "),
);

/** What stands before and behind a place of a paste, as far as it tells what that is. */
export class Surroundings {
  #rawBefore;
  #rawBehind;
  #alone;

  /**
   * Read the text around a place: in small letters, its escapes undone.
   * @param {string} paste
   * @param {number} start
   * @param {number} end
   * @param {boolean} alone whether the paste is one line
   * @param {import("../words/normalising.js").Normaliser} normaliser
   */
  constructor(paste, start, end, alone, normaliser) {
    this.#rawBefore = paste.slice(Math.max(0, start - BEFORE), start);
    this.#rawBehind = paste.slice(end, end + AFTER);
    this.before = normaliser.plain(unescaped(this.#rawBefore));
    this.behind = normaliser.plain(unescaped(this.#rawBehind));
    this.line = lastLine(this.before);
    this.rest = firstLine(this.behind);
    this.#alone = alone;
  }

  /**
   * Return the line as it is written.
   * @param {string} written
   * @returns {string}
   */
  text(written) {
    return lastLine(this.#rawBefore) + written + firstLine(this.#rawBehind);
  }

  /**
   * Return all that is read around it, as it is written.
   * @param {string} written
   * @returns {string}
   */
  wide(written) {
    return this.#rawBefore + written + this.#rawBehind;
  }

  /** Whether the number says how many there are: 'error: 6240 records', 'error 3 of 10'. */
  get isCounted() {
    const found = COUNT.exec(this.behind);
    return found !== null && !VERBS.has(found[1] ?? "");
  }

  /** Whether the text calls it the code or the number of an error. */
  get callsItError() {
    // Behind a time, '[6240]' is the process that writes a log, and so is '6240' before its thread;
    // '(#6240)' is a number of a change.
    const bracketed = this.before.endsWith("[");
    if (this.before.endsWith("(#") || (bracketed && TIME_OF_LOG.test(this.line))) return false;
    if (THREAD.test(this.behind)) return false;
    if (ERROR_BEFORE.test(this.before) || CALL_BEFORE.test(this.before)) return true;
    if (FAILED_BEFORE.test(this.before) || (bracketed && this.#isBracketed)) return true;
    // Behind a colon without a blank it is a port, behind a time a part of its second, or a process.
    const other = this.#hasThing || this.before.endsWith(":") || TIMED.test(this.before);
    return !other && ERROR_BEHIND.test(this.behind);
  }

  /** Whether it is the number of what stands right before it: 'order 6240'. */
  get #hasThing() {
    const found = THING_BEFORE.exec(this.before);
    return found !== null && THINGS.has(found[1] ?? "");
  }

  /** Whether '[6240]' begins a single line, or is what follows the word for a failure. */
  get #isBracketed() {
    if (!this.behind.startsWith("]") || LEVEL.test(this.behind)) return false;
    const told = stripEnd(this.line.slice(0, -1), " ");
    if (!told) return this.#alone && this.rest.length > 1;
    return told.endsWith(":") && TROUBLE.test(told.slice(-NEAR));
  }

  /**
   * Return whether the text calls it a code, and not an account's, a product's or a door's.
   * @param {boolean} systemNamed
   * @returns {boolean}
   */
  callsItCode(systemNamed) {
    const found = CODE_BEFORE.exec(this.before);
    if (!found) return false;
    const [, compound = "", marks = ""] = found;
    if (compound && !COMPOUNDS.has(compound)) return false;
    const lead = this.before.slice(0, found.index);
    const word = compound ? undefined : WORD_BEFORE.exec(lead)?.[1];
    if (word && (!LEADS.has(word) || /exit[a-z]* with /.test(lead))) {
      return systemNamed && ["the", "a", "its", "online"].includes(word);
    }
    const opened = OPENED.exec(this.before);
    if (opened) return new RegExp(ERROR_WORD).test(opened[1] ?? "");
    if (!this.#isStructured(lead, marks)) return !FIELD.test(this.behind.slice(0, NEAR));
    const [own = ""] = this.behind.split(/[}>]/, 1);
    const lone = this.#alone && !LETTER.test(lead) && !LETTER.test(this.behind);
    return lone || ((SIGN.test(this.before) || SIGN.test(this.behind)) && !FIELD.test(own));
  }

  /**
   * Tell whether 'code' is a key beside others, and no word of a sentence.
   * @param {string} lead
   * @param {string} marks
   * @returns {boolean}
   */
  #isStructured(lead, marks) {
    if (/["'[<]$/.test(lead) && strip(marks, " ")) return true;
    if (lead.lastIndexOf("{") > lead.lastIndexOf("}")) return true;
    return /(?:^|\n)$/.test(stripEnd(lead, " -")) && KEYED.test(this.behind);
  }

  /** Whether somebody says it, as in 'The till reports it as 6240'. */
  get isSaid() {
    return SAID_BEFORE.test(this.before);
  }

  /** Whether it stands in brackets at the end of a sentence that tells of trouble and names no thing. */
  get isClosed() {
    if (!/[([]$/.test(this.before) || !CLOSES.test(this.behind) || this.#hasThing) return false;
    const told = stripEnd(this.#rawBefore, " ([\t");
    const last = told.charAt(told.lastIndexOf(" ") + 1);
    return !(last >= "A" && last <= "Z") && TROUBLE.test(this.line);
  }

  /** Whether it begins a line, or ends one in brackets. */
  get isAtEdge() {
    return !strip(this.line, " \t\"'#([*-") || CLOSES.test(this.behind);
  }

  /** Whether nothing else stands in its cell, string or element. */
  get isCell() {
    return ENDS_CELL.test(this.behind);
  }

  /** The words right before it, the most first: 'till online', 'online'. */
  get namesBefore() {
    const words = NAME_BEFORE.exec(this.before)?.[1]?.split(/[ _.-]/) ?? [];
    return words.map((_, place) => words.slice(place).join(""));
  }

  /** Whether it is the end of a longer token, such as SO-6240. */
  get isJoined() {
    return JOINED.test(this.before);
  }

  /** Whether what it is joined to is the word for an error: ERR6240. */
  get isMarked() {
    return MARKED.test(this.before);
  }
}

/**
 * @param {string} text
 * @returns {string}
 */
function unescaped(text) {
  return text.replace(ESCAPED_MARK, (whole, /** @type {string | undefined} */ letter) => {
    if (letter) return letter === "t" ? " " : letter.replace(/[nr]/, "\n");
    if (/lt|60/.test(whole)) return "<";
    if (/gt|62/.test(whole)) return ">";
    return /apos|39/.test(whole) ? "'" : '"';
  });
}
