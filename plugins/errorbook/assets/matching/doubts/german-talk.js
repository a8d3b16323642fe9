// Tells whether a German text around a message denies it, supposes it, says that it is over or teaches it.

import { INTRODUCES } from "./over.js";
import { SENTENCE_START } from "./supposing.js";

const DE_QUOTE = ` ?["'(][^a-z0-9]{0,2}$`;
const DE_NOUN = "(?:fehler(?:meldung)?|hinweis|meldung|text|titel|warnung)";
const DE_NAMED =
  "(?: (?:d(?:as|e[mnr]|ie)|diese[mnrs]?|eine?[mnrs]?|folgende[mnrs]?|gleiche[nr]?|selbe[nr]?|mehr|nur" +
    "|je(?:mals)?|bisher|bei|hier|uns|mir|ich|wir|sie|es|man|so|etwas|wie|mit|von|zu|gesehen|bekommen" +
    "|erhalten|steht|stand|heisst|hiess|lautet|bekommt|erscheint|kommt|im|am|display|bildschirm|programm" +
    `|log|ihnen|kunden?|${DE_NOUN})){0,6}`;
const DE_NOT =
  "(?:^|[^a-z])(anders als|anstatt|anstelle|im (?:gegensatz|unterschied) zu[mr]?" +
  "|kein(?:e[mnrs]?)?|nicht|nie(?:mals|mand)?|ohne|statt|weder)";
/** What stands in front of a message that nobody got. */
const DE_BEFORE = [
  // denied, in front of a quotation or of the name of a message
  DE_NOT + DE_NAMED + DE_QUOTE,
  `${DE_NOT}${DE_NAMED} ${DE_NOUN}` + INTRODUCES,
  `${SENTENCE_START}(?:das|es|die ${DE_NOUN}) (?:ist|war|lautete?|hiess|heisst) (nicht)` + INTRODUCES,
  "(?:^|[^a-z])(fruher|ehemals|damals)(?: (?:kam|stand|hiess|lautete|erschien|war))" +
    DE_NAMED + INTRODUCES,
  `${SENTENCE_START}(?:d(?:er|ie) |unsere? )?(alte|fruhere|vorige|ehemalige)r? ${DE_NOUN}` +
    "(?: (?:hiess|lautete|war))?" + INTRODUCES,
  // supposed
  String.raw`${SENTENCE_START}(?:mal )?(angenommen|gesetzt den fall|nehmen wir an` +
    String.raw`|stell(?:en sie sich|t euch| dir)(?: mal)? vor)[,:]?[^.;!?\n]{0,60}$`,
  `(?:${SENTENCE_START}|, )(falls|im falle?|ob|sobald|sofern|sollten?|wenn)` +
    DE_NAMED +
    `[ :"'(]{0,4}$`,
  // an example, a text to work on, a manual, a title
  String.raw`(?:^|[^a-z])(z\. ?b|zum beispiel|beispiele?|beispielsweise|muster|platzhalter)[.,]?:? ?["']?$`,
  "(?:^|[^a-z])(formuliere[a-z]*|umformulier[a-z]*|ubersetze[a-z]*|ubersetzung)" +
    `(?: [a-z]{1,20}){0,5}:? ?["']?$`,
  "(?:^|[^a-z])(anleitung|doku(?:mentation)?|handbuch|leitfaden|schulung)" +
    `(?::| (?:erklart|fuhrt|listet|nennt|sagt|schreibt|steht)[a-z ]{0,30}[,:]?) ?["']$`,
  "(?:^|[^a-z])((?:bekannte|denkbare|haufige|mogliche|typische)" +
    String.raw` (?:fehler(?:meldungen)?|meldungen|texte))[^.!?\n]{0,40}:[^a-z0-9]{0,12}$`,
  `${SENTENCE_START}(?:ein )?(faq|glossar|kapitel(?: [0-9]+)?|lektion(?: [0-9]+)?|titel|uberschrift|ubung)` +
    `[:,]? ?["']?$`,
  // a change
  "^[^a-z]{0,20}(anderung(?:en)?|behoben|entfernt|geandert|hinzugefugt|korrigiert|umbenannt|verbessert" +
    `|versionshinweise?)(?: in [v0-9.]{1,12})? ?[:"']`,
].map((pattern) => new RegExp(pattern));
const DE_IS =
  String.raw`[^\na-z0-9]{0,4}["')](?: (?:bekommen?|erhalten?|erscheint|erschien|gab|gibt|hab(?:en?)?` +
    "|hat|hatten?|ist|kam|kommt|lautet|meldet|sehen?|sind|stand|steht|taucht|trat|tritt|war|wird|wurden?))" +
    "(?: (?:aber|auch|bei|dem|damit|das|dort|es|gestern|heute|hier|ich|im|in|inzwischen|jetzt|log|mir|nun" +
    "|montag|dienstag|mittwoch|donnerstag|freitag|protokoll|schon" +
    "|seit(?:dem)?|sich|sie|uns|update|wir|wirklich)){0,4} ";
/** What denies, ends or explains a message behind it; 'ist nicht behoben' does not. */
const DE_BEHIND = [
  `^${DE_IS}` +
    "(nicht mehr|kein mal|nirgends|niemals)(?! (?:weg|los))(?![a-z])",
  `^${DE_IS}` +
    "(nicht|nie)(?: (?:auf|da|vor|zu sehen|angezeigt|aufgetreten|erschienen|gekommen|gemeldet|gesehen" +
    String.raw`|vorhanden|vorgekommen))? ?(?:[.,;!)\n]|$)`,
  `^${DE_IS}` +
    "(behoben|beseitigt|entfernt|erledigt|ersetzt|geandert|gelost|gestrichen|umbenannt|umformuliert" +
    "|verbessert|verschwunden|vorbei|weg)(?![a-z?])",
  String.raw`^(?=[^\na-z0-9]{0,7}[-/(\[])[^\na-z0-9|]{2,8}` +
    "(beispiel|behoben|erledigt|geschlossen|gelost|hinfallig|nicht mehr|veraltet)(?![a-z?])",
  String.raw`^[^\na-z0-9]{0,4}["')] (?:[a-z]{1,20} )?(bedeutet|besagt|heisst, dass)(?![a-z])`,
  String.raw`^[^\na-z0-9]{0,4}["')] ((?:erscheint|kommt|wird (?:angezeigt|gemeldet)),` +
    " (?:falls|sobald|wenn)) (?!(?:ich|mein|unser|wir))",
  String.raw`^[^\na-z0-9]{0,4}["')]?[ :-]{1,3}(vermeiden|verstehen|so (?:beheben|losen))(?![a-z])`,
].map((pattern) => new RegExp(pattern));

/**
 * Return the German words around a message that say that nobody has it now; else nothing.
 * @param {string} above
 * @param {string} before
 * @param {string} behind
 * @returns {string}
 */
export function germanAround(above, before, behind) {
  const introduction = above + before;
  const found = DE_BEFORE.map((pattern) => pattern.exec(introduction)?.[1]);
  found.push(...DE_BEHIND.map((pattern) => pattern.exec(behind)?.[1]));
  return found.find(Boolean) ?? "";
}
