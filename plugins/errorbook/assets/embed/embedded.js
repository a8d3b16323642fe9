// The script that other sites load: it fills every <div data-errorbook> of their page, now and later.

import { openDelivery } from "../engine/delivery.js";
import { embedLookup } from "./embed-box.js";

/** Fill the elements that are there now. */
function embedAll() {
  for (const host of document.querySelectorAll("[data-errorbook]")) embedLookup(host, EMBED_SITE);
}

/** What the loader says of the help site. */
const EMBED_SITE = {
  index: document.currentScript?.dataset["index"] ?? "",
  matcher: document.currentScript?.dataset["matcher"] ?? "",
  root: document.currentScript?.dataset["root"] ?? "",
  promise: document.currentScript?.dataset["promise"] ?? "",
};

openDelivery();
embedAll();
// The script may be faster than the page that it is in.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", embedAll);
