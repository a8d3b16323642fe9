// The one way to load code: only scripts of this site's own folder pass, under a Trusted Types policy too.

/**
 * What is used here of https://www.w3.org/TR/trusted-types/; what a policy returns stands where a text does.
 * @typedef {{createScriptURL: (url: string) => string}} TrustPolicy
 * @typedef {{createPolicy: (name: string, rules: TrustPolicy) => TrustPolicy}} TrustFactory
 */

/** A script is none of ours, or the content policy of the page does not let us load it. */
export class RefusedError extends Error {
  kind = "refused";
}

/** The name that a content policy allows with its directive trusted-types. */
const TRUST_NAME = "errorbook";
const SCRIPT_PATH = /^[\w-]+(?:[./][\w-]+)*\.js$/;

/** The address of the script that runs now: a worker runs it, too. */
export const OWN_SCRIPT = ownAddress();
/** Where the build puts all scripts; unknown to a script without an address, which trusts its origin. */
const TRUSTED_FOLDER = OWN_SCRIPT && new URL(".", OWN_SCRIPT).href;
/** Several scripts of a page share a policy: by default, a name may be used once. */
const SHARED_POLICY = Symbol.for(`errorbook ${TRUSTED_FOLDER}`);

/**
 * Return the address of a script of ours as one that may be loaded; throws RefusedError for any other.
 * @param {string} url
 * @returns {string}
 */
export function trusted(url) {
  const policy = sharedPolicy();
  return policy ? policy.createScriptURL(url) : ownOnly(url);
}

/**
 * Let an element load a script of ours; throws RefusedError.
 * @param {HTMLScriptElement} script
 * @param {string} url
 */
export function setSource(script, url) {
  const address = trusted(url);
  try {
    script.src = address;
  } catch {
    throw new RefusedError(url);
  }
}

/** @returns {TrustPolicy | undefined} none where the browser knows none, or the page allows us none */
function sharedPolicy() {
  const page = /** @type {{trustedTypes?: TrustFactory, [key: symbol]: TrustPolicy | undefined}} */ (
    /** @type {unknown} */ (globalThis)
  );
  try {
    page[SHARED_POLICY] ??= page.trustedTypes?.createPolicy(TRUST_NAME, { createScriptURL: ownOnly });
  } catch {
    // Where nothing requires trusted addresses, plain ones do.
  }
  return page[SHARED_POLICY];
}

/**
 * @param {string} url
 * @returns {string}
 */
function ownOnly(url) {
  const folder = TRUSTED_FOLDER || new URL("/", location.href).href;
  const [address = ""] = new URL(url, folder).href.split(/[?#]/);
  if (!address.startsWith(folder) || !SCRIPT_PATH.test(address.slice(folder.length)))
    throw new RefusedError(url);
  return url;
}

/** @returns {string} */
function ownAddress() {
  if (typeof document === "undefined") return globalThis.location?.href ?? "";
  return document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
}
