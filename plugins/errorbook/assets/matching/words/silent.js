// Tells which words say nothing: keys of JSON, classes of exceptions, letters of a number, '[truncated]'.

const KEY_MARK = /^"[ \t\n]*:/;
const KEY_WORDS = 2;
const CLASS_JOINTS = new Set([".", "::", "_", "$"]);
const THROWN = /(?:error|exception|failure|fault)$/; // how the classes of exceptions end
const CLASS_END = /^:[ \t\n]/;
const CUT_OPENS = /[([<]/;
const CUT_CLOSES = /^[^a-z0-9 \n]{0,4}[)\]>]/;
const CUTS = new Set("cut missing more omitted snip snipped truncated".split(" "));
const OF_CUTS = new Set([..."is it message of off output read rest see show text the".split(" "), ...CUTS]);
const LONGEST_CUT = 5;

/**
 * Return 1 for each word in a key of JSON: it names what is said, and says nothing.
 * @param {string[]} gaps
 * @returns {Uint8Array}
 */
export function keys(gaps) {
  const found = new Uint8Array(gaps.length - 1);
  let opened = -1;
  for (const [place, gap] of gaps.entries()) {
    if (opened >= 0 && place - opened <= KEY_WORDS && KEY_MARK.test(gap)) found.fill(1, opened, place);
    if (gap.includes('"')) opened = gap.endsWith('"') ? place : -1;
  }
  return found;
}

/**
 * Return 1 for each word of an exception's class before what it says: 'System.IO.IOException: …'.
 * @param {string[]} words
 * @param {string[]} gaps
 * @returns {Uint8Array}
 */
export function exceptionClasses(words, gaps) {
  const found = new Uint8Array(words.length);
  let begin = 0;
  let joined = false;
  for (let place = 1; place < gaps.length; place += 1) {
    const gap = gaps[place] ?? "";
    if (!gap || CLASS_JOINTS.has(gap)) {
      joined ||= gap !== "";
      continue;
    }
    if (joined && CLASS_END.test(gap) && THROWN.test(words[place - 1] ?? "")) found.fill(1, begin, place);
    begin = place;
    joined = false;
  }
  return found;
}

/**
 * Return the words that only tell that a text was cut off: '[truncated]', '(rest is cut off)'.
 * @param {string[]} words
 * @param {string[]} gaps
 * @returns {number[]}
 */
export function cutMarks(words, gaps) {
  /** @type {number[]} */
  const found = [];
  for (const begin of words.keys()) {
    const gap = gaps[begin] ?? "";
    if (gap === " " || !CUT_OPENS.test(gap)) continue;
    let end = begin + 1;
    while (end < words.length && end - begin < LONGEST_CUT && gaps[end] === " ") end += 1;
    const told = words.slice(begin, end);
    if (!CUT_CLOSES.test(gaps[end] ?? "") || !told.some((word) => CUTS.has(word))) continue;
    if (told.every((word) => OF_CUTS.has(word))) found.push(...told.map((_, place) => begin + place));
  }
  return found;
}

/**
 * Return the words that are the letters of a number such as SO-00871.
 * @param {string[]} words
 * @param {string[]} gaps
 * @param {(place: number) => boolean} isCapital
 * @returns {number[]}
 */
export function documentLetters(words, gaps, isCapital) {
  const found = [];
  for (let place = 1; place < words.length; place += 1) {
    const number = words[place] ?? "";
    const joined = gaps[place] === "-" && number < ":" && number.length > 1;
    if (joined && isCapital(place - 1)) found.push(place - 1);
  }
  return found;
}
