// Words to their stems, so that "refused" finds "refuses"; describing/stems.py is its twin.
// Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with its author's two later changes.

const PLAIN_WORD = /^[a-z]{3,40}$/;
// What becomes of an ending, and the least measure of what stands before it; the longest ending decides.
const DERIVED = /** @type {const} */ ([
  [
    1,
    "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous " +
      "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive " +
      "biliti:ble logi:log",
  ],
  [1, "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"],
  [
    2,
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: iti: ous: " +
      "ive: ize:",
  ],
]);
const STEPS = DERIVED.map(([least, pairs]) => {
  const endings = pairs.split(" ").map((pair) => pair.split(":"));
  return { least, endings: endings.sort(([one = ""], [other = ""]) => other.length - one.length) };
});

/**
 * Return the stem of an English word in small letters; anything else is its own stem.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  if (!PLAIN_WORD.test(word)) return word;
  let rest = inflected(plural(word));
  if (rest.endsWith("y") && formOf(rest.slice(0, -1)).includes("v")) rest = `${rest.slice(0, -1)}i`;
  for (const { least, endings } of STEPS) rest = derived(rest, least, endings);
  return last(rest);
}

/**
 * Return a word's letters as v for vowels and c for consonants; y is a vowel behind a consonant.
 * @param {string} word
 * @returns {string}
 */
function formOf(word) {
  let form = "";
  for (const letter of word) {
    form += "aeiou".includes(letter) || (letter === "y" && form.endsWith("c")) ? "v" : "c";
  }
  return form;
}

/**
 * Return how often vowels are followed by consonants: about the number of syllables, less one.
 * @param {string} word
 * @returns {number}
 */
function measure(word) {
  return formOf(word).split("vc").length - 1;
}

/**
 * Tell whether a word ends like "hop": in a consonant, a vowel and a consonant that takes an e.
 * @param {string} word
 * @returns {boolean}
 */
function isShort(word) {
  return formOf(word).endsWith("cvc") && !/[wxy]$/.test(word);
}

/**
 * @param {string} word
 * @returns {string}
 */
function plural(word) {
  if (/(?:sses|ies)$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Take -eed, -ed or -ing off.
 * @param {string} word
 * @returns {string}
 */
function inflected(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const ending = ["ed", "ing"].find((each) => word.endsWith(each)) ?? "";
  const rest = word.slice(0, word.length - ending.length);
  if (!ending || !formOf(rest).includes("v")) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (rest.at(-1) === rest.at(-2) && formOf(rest).endsWith("c") && !/[lsz]$/.test(rest)) {
    return rest.slice(0, -1);
  }
  return measure(rest) === 1 && isShort(rest) ? `${rest}e` : rest;
}

/**
 * @param {string} word
 * @param {number} least
 * @param {string[][]} endings
 * @returns {string}
 */
function derived(word, least, endings) {
  const [ending = "", instead = ""] = endings.find(([each = ""]) => word.endsWith(each)) ?? [];
  if (!ending) return word;
  const rest = word.slice(0, word.length - ending.length);
  // Of -sion and -tion the first letter belongs to the stem.
  const measured = ending === "sion" || ending === "tion" ? rest + instead : rest;
  return measure(measured) >= least ? rest + instead : word;
}

/**
 * Take a last e off, and one l of two.
 * @param {string} word
 * @returns {string}
 */
function last(word) {
  let rest = word;
  if (word.endsWith("e")) {
    const without = word.slice(0, -1);
    const syllables = measure(without);
    if (syllables > 1 || (syllables === 1 && !isShort(without))) rest = without;
  }
  return rest.endsWith("ll") && measure(rest) > 1 ? rest.slice(0, -1) : rest;
}
