// What Material's page starts as the site's search: it says that it is ready, and loads the search itself
// when somebody searches. The build fills in the brace.

import { OWN_SCRIPT, trusted } from "../base/trust.js";

/** @typedef {import("./site-search.js").Question} Question */
/** @typedef {import("./site-search.js").SearchScope} SearchScope */

const SEARCH = "{{ search }}";
const scope = /** @type {SearchScope} */ (/** @type {unknown} */ (globalThis));
/** @type {Question[]} */
const heard = [];

scope.onmessage = ({ data }) => {
  if (data.type === 0) {
    heard.push(data);
    return scope.postMessage({ type: 1 });
  }
  // The box asks for nothing when it opens.
  if (!data.data.trim()) return scope.postMessage({ type: 3, data: { items: [] } });
  try {
    // From here on, it hears what the page says.
    scope.importScripts(trusted(new URL(SEARCH, OWN_SCRIPT).href));
  } catch {
    // The next key asks again.
    return scope.postMessage({ type: 3, data: { items: [] } });
  }
  for (const question of [...heard, data]) scope.onmessage?.({ data: question });
};
