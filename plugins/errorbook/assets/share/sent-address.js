// Addresses for others: a page on a disk is theirs only under the address where its site is published.

const WEB = /^https?:/;

/**
 * Return the address under which others open a page of this site; "" where nobody else can.
 * @param {string} address the whole one, as this page opens it
 * @returns {string}
 */
export function sentAddress(address) {
  if (WEB.test(address)) return address;
  const published = document.querySelector("link[rel=canonical]");
  if (!(published instanceof HTMLLinkElement) || !WEB.test(published.href)) return "";
  return new URL(between(location.pathname, new URL(address).pathname), published.href).href;
}

/**
 * @param {string} from a page's path
 * @param {string} to another's
 * @returns {string} the path from one to the other
 */
function between(from, to) {
  const folders = from.split("/").slice(0, -1);
  const names = to.split("/");
  const parted = folders.findIndex((folder, depth) => folder !== names[depth]);
  const shared = parted < 0 ? folders.length : parted;
  return "../".repeat(folders.length - shared) + names.slice(shared).join("/");
}
