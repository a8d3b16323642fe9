// A paste handed from page to page in the address's fragment, which browsers keep to themselves.

const NAME = "#q=";
const CUT_NAME = "#q-start=";
/** More than this makes an address that some browsers refuse. */
export const LONGEST_HANDOVER = 8000;

/**
 * Return the address of the lookup with a paste behind it.
 * @param {string} lookup
 * @param {string} paste
 * @returns {string}
 */
export function handoverAddress(lookup, paste) {
  const name = paste.length > LONGEST_HANDOVER ? CUT_NAME : NAME;
  // Half a character cannot be written in an address.
  const start = paste.slice(0, LONGEST_HANDOVER).replace(/\p{Surrogate}/gu, "");
  return `${lookup.split("#")[0]}${name}${encodeURIComponent(start)}`;
}

/**
 * Return the paste that a fragment hands over, and whether it is only its beginning; null for any other.
 * @param {string} hash
 * @returns {{text: string, cut: boolean} | null}
 */
export function handedOver(hash) {
  const name = [NAME, CUT_NAME].find((start) => hash.startsWith(start));
  if (!name) return null;
  try {
    return { text: decodeURIComponent(hash.slice(name.length).replaceAll("+", " ")), cut: name === CUT_NAME };
  } catch {
    // Written by hand, with a lone percent sign.
    return { text: hash.slice(name.length), cut: name === CUT_NAME };
  }
}
