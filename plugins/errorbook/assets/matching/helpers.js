// What Python has and JavaScript has not.

/**
 * Return a text without the given characters at its beginning.
 * @param {string} text
 * @param {string} characters
 * @returns {string}
 */
export function stripStart(text, characters) {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

/**
 * Return a text without the given characters at its end.
 * @param {string} text
 * @param {string} characters
 * @returns {string}
 */
export function stripEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * Return a text without the given characters at both ends.
 * @param {string} text
 * @param {string} characters
 * @returns {string}
 */
export function strip(text, characters) {
  return stripEnd(stripStart(text, characters), characters);
}

/**
 * Return what stands before the first line break of a text.
 * @param {string} text
 * @returns {string}
 */
export function firstLine(text) {
  return text.split("\n", 1)[0] ?? "";
}

/**
 * Return what stands behind the last line break of a text.
 * @param {string} text
 * @returns {string}
 */
export function lastLine(text) {
  return text.slice(text.lastIndexOf("\n") + 1);
}

/**
 * Add a value to the list that a map holds for a key.
 * @template K, V
 * @param {Map<K, V[]>} map
 * @param {K} key
 * @param {V} value
 */
export function append(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Set the value of a key that has none.
 * @template K, V
 * @param {Map<K, V>} map
 * @param {K} key
 * @param {V} value
 */
export function first(map, key, value) {
  if (!map.has(key)) map.set(key, value);
}

/**
 * Return the sum of some numbers.
 * @param {number[]} values
 * @returns {number}
 */
export function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
