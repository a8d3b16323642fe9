// Tells which words of a paste say nothing: keys of JSON, classes of exceptions, letters of a number.

const KEY_MARK = /^"[ \t\n]*:/;
const KEY_WORDS = 2;
const CLASS_JOINTS = new Set([".", "::", "_", "$"]);
const THROWN = /(?:error|exception|failure|fault)$/; // how the classes of exceptions end
const CLASS_END = /^:[ \t\n]/;

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
