// Where the browser's part begins: in a page it starts what the page has, in a worker it answers pastes.

import { startBookmarklet } from "./pages/bookmarklet.js";
import { startCopies } from "./pages/copies.js";
import { openDelivery } from "./engine/delivery.js";
import { part } from "./base/dom.js";
import { startElsewhere } from "./pages/elsewhere.js";
import { startEntryPage } from "./pages/entry-page.js";
import { startFilter } from "./pages/filter.js";
import { startLookup } from "./lookup/lookup.js";
import { OWN_SCRIPT } from "./base/trust.js";
import { serve } from "./engine/worker.js";

/** Material's stream of pages, where its instant navigation replaces them. */
const PAGES = /** @type {{document$?: {subscribe: (start: () => void) => void}}} */ (globalThis).document$;
/** @type {WeakSet<Element>} */
const started = new WeakSet();

/** Start what the page has, once. */
function startPage() {
  document.documentElement.classList.add("eb-scripted");
  const named = (/** @type {string} */ name) => part(document, name, HTMLElement);
  once(named("lookup"), (section) => startLookup(section, OWN_SCRIPT));
  once(named("elsewhere"), startElsewhere);
  once(named("filter"), startFilter);
  once(named("entry"), (tools) => void startEntryPage(tools));
  once(named("bookmarklet"), startBookmarklet);
  once(document.querySelector("article"), startCopies);
}

/**
 * @template {Element} Kind
 * @param {Kind | null | undefined} element
 * @param {(element: Kind) => void} start
 */
function once(element, start) {
  if (!element || started.has(element)) return;
  started.add(element);
  start(element);
}

openDelivery();
if (typeof document === "undefined")
  serve(/** @type {import("./engine/worker.js").WorkerScope} */ (/** @type {unknown} */ (globalThis)));
else if (PAGES) PAGES.subscribe(startPage);
else startPage();
