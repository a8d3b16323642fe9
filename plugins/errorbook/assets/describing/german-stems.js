// German words to their stems, so that "Rechnungen" finds "Rechnung"; describing/german_stems.py is its twin.
// Snowball's German stemmer (BSD-3-Clause, https://snowballstem.org/algorithms/german/stemmer.html) for words
// whose umlauts are folded.

const GERMAN_WORD = /^[a-z]{3,40}$/;
// Umlauts spelt out: "Beitraege"; the e of "neue", "Dauer" and "Quelle" is a letter of its own.
const SPELT_OUT = /([ao])e|(^|[^aeq])ue/g;
// What stands in the group is no part of the ending, but has to stand before it.
const OF_CASES = /(?:em|ern|er|en|es|e|([bdfghklmnrt])s)$/;
const OF_DEGREES = /(?:en|er|est|(...[bdfghklmnt])st)$/;
// What makes another word of one, what may stand before that, and in which region.
/** @type {[ending: RegExp, before: RegExp | undefined, region: 0 | 1][]} */
const MADE = [
  [/(?:end|ung)$/, /(^|[^e])ig$/, 1],
  [/(^|[^e])(?:ig|ik|isch)$/, undefined, 1],
  [/(?:lich|heit)$/, /(?:er|en)$/, 0],
  [/keit$/, /(?:lich|ig)$/, 1],
];

/**
 * Return the stem of a German word in small letters; anything else is its own stem.
 * @param {string} word
 * @returns {string}
 */
export function germanStem(word) {
  if (!GERMAN_WORD.test(word)) return word;
  const plain = word.replace(SPELT_OUT, (_, vowel, before) => vowel ?? `${before}u`);
  const regions = regionsOf(plain);
  let rest = cut(plain, OF_CASES, regions[0]).replace(/niss$/, "nis");
  rest = cut(rest, OF_DEGREES, regions[0]);
  for (const [ending, before, region] of MADE) {
    const shorter = cut(rest, ending, regions[1]);
    if (shorter !== rest) return before ? cut(shorter, before, regions[region]) : shorter;
  }
  return rest;
}

/**
 * Return where the endings of a word may begin: behind its first syllable, and behind the second.
 * @param {string} word
 * @returns {[number, number]}
 */
function regionsOf(word) {
  const form = [...word].map((_, place) => (isVowel(word, place) ? "v" : "c")).join("");
  const first = behind(form, 0);
  return [Math.max(first, 3), behind(form, first)];
}

/**
 * Return where the next vowel and its consonant end, or the end of the word.
 * @param {string} form
 * @param {number} start
 * @returns {number}
 */
function behind(form, start) {
  const place = form.indexOf("vc", start);
  return place < 0 ? form.length : place + 2;
}

/**
 * Tell whether a letter is a vowel; u and y between vowels are none, as in "bauen".
 * @param {string} word
 * @param {number} place
 * @returns {boolean}
 */
function isVowel(word, place) {
  const between = place > 0 && /^[aeiouy].[aeiouy]/.test(word.slice(place - 1));
  return /[aeio]/.test(word[place] ?? "") || (/[uy]/.test(word[place] ?? "") && !between);
}

/**
 * Return a word without an ending, where that stands in a region.
 * @param {string} word
 * @param {RegExp} ending
 * @param {number} region
 * @returns {string}
 */
function cut(word, ending, region) {
  const found = ending.exec(word);
  if (!found) return word;
  const kept = word.slice(0, found.index) + (found[1] ?? "");
  return kept.length >= region ? kept : word;
}
