// Files that are dropped on the box or pasted into it: text is read here, pictures are explained.

import { say } from "./words.js";

/** @typedef {import("./shapes.js").Source} Source */

/** The file is none that we read; the message says what to do. */
export class FileProblem extends Error {}

// What no text holds, in whichever encoding it was taken to be; a broken log may hold a little of it.
const NO_CHARACTERS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g;
const MOST_BROKEN = 0.05;
// It begins like a text, and may hold one, but not as anybody reads it.
const PACKED_TEXT = /^%PDF/;
// More than the matcher looks at, in any encoding.
const MOST_BYTES = 4_000_000;

/**
 * Return a file's text, or the beginning of a very long one; rejects with FileProblem.
 * @param {File} file
 * @returns {Promise<Source>}
 */
export async function readSource(file) {
  if (file.type.startsWith("image/")) throw new FileProblem(say("file.picture"));
  const text = decoded(new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer()));
  if (!isText(text)) throw new FileProblem(say("file.other", { name: file.name }));
  if (!text.trim()) throw new FileProblem(say("file.empty", { name: file.name }));
  return { text, name: file.name, size: file.size };
}

/**
 * Return the text of bytes in the encodings that logs and exports come in.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // Letters of most exports have one byte, to which UTF-16 adds an empty one before or after it.
  const start = bytes.subarray(0, 512);
  const even = start.filter((byte, place) => byte === 0 && place % 2 === 0).length;
  const odd = start.filter((byte, place) => byte === 0 && place % 2 === 1).length;
  if (start.length >= 16 && Math.min(even, odd) === 0 && Math.max(even, odd) * 4 > start.length)
    return new TextDecoder(odd > even ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    // A character that the limit cut in two is no fault of the encoding: `stream` holds it back.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Tell whether what was decoded is a text: names say little of logs, mails and traces.
 * @param {string} decodedText
 * @returns {boolean}
 */
function isText(decodedText) {
  const broken = decodedText.length - decodedText.replace(NO_CHARACTERS, "").length;
  return broken <= MOST_BROKEN * decodedText.length && !PACKED_TEXT.test(decodedText);
}
