// Data that arrives as scripts: each file calls errorbook.receive(kind, value) when it is loaded.
// Unlike fetched JSON, this works from a file, too, and under a content policy of script-src 'self'.

import { setSource } from "../base/trust.js";

/** The file did not come: no network, or a newer site without it. */
export class DeliveryError extends Error {
  kind = "missing";
}

/** @type {Map<string, unknown>} */
const received = new Map();
/** @type {Map<string, Promise<unknown>>} */
const awaited = new Map();

/** Make errorbook.receive known to the data files; a second script on the page receives them as well. */
export function openDelivery() {
  const page = /** @type {{errorbook?: {receive: typeof receive}}} */ (globalThis);
  const { errorbook } = page;
  Object.assign(globalThis, {
    errorbook: {
      /** @type {typeof receive} */
      receive(kind, value) {
        errorbook?.receive(kind, value);
        receive(kind, value);
      },
    },
  });
}

/**
 * @param {string} kind
 * @param {string | {id?: string}} value
 */
function receive(kind, value) {
  received.set(deliveryKey(kind, typeof value === "string" ? "" : value.id), value);
}

/**
 * Return what has been received, or undefined.
 * @param {string} kind
 * @param {string} [id]
 * @returns {unknown}
 */
export function delivered(kind, id) {
  return received.get(deliveryKey(kind, id));
}

/**
 * Return what a data file delivers, loading it into the page once.
 * Rejects with DeliveryError or RefusedError.
 * @param {string} url
 * @param {string} kind
 * @param {string} [id]
 * @returns {Promise<unknown>}
 */
export function deliver(url, kind, id) {
  const known = awaited.get(url);
  if (known) return known;
  const arrival = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => {
      script.remove();
      // A later attempt may succeed.
      awaited.delete(url);
      reject(new DeliveryError(url));
    };
    script.addEventListener("load", () => {
      const value = delivered(kind, id);
      if (value === undefined) return fail();
      script.remove();
      return resolve(value);
    });
    script.addEventListener("error", fail);
    setSource(script, url);
    document.head.append(script);
  });
  awaited.set(url, arrival);
  return arrival;
}

/**
 * Return the match index, loading it into the page once: a text, which costs little to hand to a worker, and
 * less to read there than a script. Rejects with DeliveryError or RefusedError.
 * @param {string} url
 * @returns {Promise<string>}
 */
export async function deliverIndex(url) {
  return /** @type {string} */ (await deliver(url, "index"));
}

/**
 * Return what comes after the index, loading it into the page side by side.
 * Rejects with DeliveryError or RefusedError.
 * @param {import("./answer.js").Wanted[]} wanted
 * @returns {Promise<import("./answer.js").Part[]>}
 */
export async function deliverParts(wanted) {
  const parts = wanted.map(({ id, url }) => deliver(url, "part", id));
  return /** @type {import("./answer.js").Part[]} */ (await Promise.all(parts));
}

/**
 * @param {string} kind
 * @param {string} [id]
 * @returns {string}
 */
function deliveryKey(kind, id) {
  return kind === "index" || !id ? kind : `${kind} ${id}`;
}
