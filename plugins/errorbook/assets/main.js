// What every page loads: it starts what the page has. What only some pages need are scripts of their own.

import { startBookmarklet } from "./pages/bookmarklet.js";
import { startCopies } from "./pages/copies.js";
import { keepBoxesQuick } from "./base/boxes.js";
import { part } from "./base/dom.js";
import { startElsewhere } from "./pages/elsewhere.js";
import { startFragmentLinks } from "./pages/fragment-links.js";
import { startKeys } from "./pages/keys.js";
import { startMenu } from "./pages/menu.js";
import { startNearby } from "./pages/nearby.js";
import { startHeadingLinks, startHomeLink, startTabs } from "./pages/theme-links.js";
import { startSearchCount } from "./search/search-count.js";
import { startSearchInput, startSearchKeys, startSearchWait } from "./search/search-box.js";

/** Material's stream of pages, where its instant navigation replaces them. */
const PAGES = /** @type {{document$?: {subscribe: (start: () => void) => void}}} */ (globalThis).document$;
/** @type {WeakSet<Element>} */
const started = new WeakSet();

/** Start what the page has, once. */
function startPage() {
  document.documentElement.classList.add("eb-scripted");
  startHomeLink();
  const named = (/** @type {string} */ name) => part(document, name, HTMLElement);
  once(named("elsewhere"), startElsewhere);
  once(named("entry"), startNearby);
  once(named("bookmarklet"), startBookmarklet);
  once(document.querySelector(".md-tabs"), startTabs);
  once(document.querySelector("article"), (article) => {
    startCopies(article);
    startHeadingLinks(article);
  });
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

// A page that is loaded in place may bring this script once more: the first one starts that page, too.
if (!document.documentElement.classList.contains("eb-scripted")) {
  keepBoxesQuick(document);
  startFragmentLinks();
  startKeys();
  startMenu();
  startSearchKeys();
  startSearchWait();
  startSearchInput();
  startSearchCount();
  if (PAGES) PAGES.subscribe(startPage);
  else startPage();
}
