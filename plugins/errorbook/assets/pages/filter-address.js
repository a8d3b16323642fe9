// The filter of an index in the page's address, in the fragment, which browsers keep to themselves:
// "#words=tax&system=shop".

/**
 * Return what a fragment filters by, which anybody may have written: names it does not hold are "".
 * @param {string} hash
 * @param {string[]} names
 * @returns {Record<string, string>}
 */
export function filterOf(hash, names) {
  const pairs = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(names.map((name) => [name, pairs.get(name) ?? ""]));
}

/**
 * Return an address that keeps a filter; without one it is left as it was, also with a heading's anchor.
 * @param {string} href
 * @param {Record<string, string>} filter
 * @returns {string}
 */
export function withFilter(href, filter) {
  const [address = "", fragment = ""] = href.split("#");
  const pairs = Object.entries(filter).filter(([, value]) => value !== "");
  if (pairs.length > 0) return `${address}#${new URLSearchParams(pairs)}`;
  return fragment.includes("=") ? address : href;
}
