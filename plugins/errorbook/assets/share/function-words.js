// The small words of a language, which say nothing about anybody.

const ENGLISH =
  "a an and any are as at be been being but by can cannot could did do does each error errors every failed " +
  "for from had has have if in into is it its may more must no not of on or should so such than that the " +
  "their them then there these they this those to too under until was were when where which while will " +
  "with without";
/** @type {Readonly<Record<string, string>>} */
const OTHERS = {
  de:
    "ab aber als am an auf aus bei beim bereits bis da dann darf das dass dem den der des die diese " +
    "diesem diesen dieser dieses doch durch dürfen ein eine einem einen einer eines er es fehler " +
    "fehlgeschlagen für gegen haben hat hatte ihr ihre im in ist jede jeden jeder jedes kann kein keine " +
    "keinem keinen keiner konnte konnten können mehr mit muss müssen nach nicht noch nur ob oder ohne " +
    "sein sich sie sind soll sollte um und unter vom von vor war waren weil wenn werden wird wurde " +
    "wurden während zu zum zur zwischen über",
};

/**
 * Return the small words of a site's language, and those of English, which programs speak.
 * @param {string} language
 * @returns {Set<string>}
 */
export function functionWords(language) {
  return new Set(`${ENGLISH} ${OTHERS[language] ?? ""}`.split(" "));
}
