// Values in a link: written into the fragment when somebody asks for it, read back as texts of their kind.

import { shown } from "../base/dom.js";
import { agrees } from "../matching/values/value-kinds.js";

/** @typedef {import("../base/shapes.js").ValueShape} ValueShape */

const PREFIX = "v.";
const LONGEST_SHARED = 200;
const MOST_SHARED = 12;

/**
 * Return a link with values in its fragment, behind what that says already; browsers keep it to themselves.
 * @param {string} link
 * @param {Readonly<Record<string, string>>} values
 * @returns {string}
 */
export function linkWithValues(link, values) {
  const pairs = Object.entries(values).map(
    ([name, value]) => `${PREFIX}${name}=${encodeURIComponent(shared(value))}`,
  );
  return pairs.length > 0 ? `${link}${link.includes("#") ? "&" : "#"}${pairs.join("&")}` : link;
}

/**
 * Return the values in a fragment that an entry knows and that are of the declared kind; others are dropped,
 * for anybody may write a link.
 * @param {string} hash
 * @param {Readonly<Record<string, ValueShape>>} shapes
 * @returns {Record<string, string>}
 */
export function valuesInLink(hash, shapes) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const pair of hash.replace(/^#/, "").split("&").slice(0, MOST_SHARED)) {
    const [key = "", ...rest] = pair.split("=");
    const name = key.slice(PREFIX.length);
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (!key.startsWith(PREFIX) || !shape) continue;
    const value = shared(decodedPart(rest.join("=")));
    if (value && agrees(value, shape) && looksLikeValue(value)) values[name] = value;
  }
  return values;
}

/**
 * Return one line of harmless characters, cut where it gets too long to be a value.
 * @param {string} value
 * @returns {string}
 */
function shared(value) {
  const line = shown(value).replace(/\s+/g, " ").trim().slice(0, LONGEST_SHARED);
  // Half a character cannot be written in an address.
  return line.replace(/\p{Surrogate}/gu, "");
}

/**
 * Tell values from messages that a stranger wants to show on our page: addresses, phone numbers.
 * @param {string} value
 * @returns {boolean}
 */
function looksLikeValue(value) {
  return !/:\/\/|www\.|\+\d[\d ()-]{6,}|\b1-\d{3}-/i.test(value);
}

/**
 * @param {string} text
 * @returns {string}
 */
function decodedPart(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}
