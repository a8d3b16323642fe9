// The lookup's script, loaded by pages with a lookup only; each visit of instant navigation runs it again.

import { part } from "../base/dom.js";
import { openDelivery } from "../engine/delivery.js";
import { startLookup } from "./lookup.js";
import { startPageTools } from "./page-tools.js";

openDelivery();
const LOOKUP = part(document, "lookup", HTMLElement);
if (LOOKUP) {
  const matcher = new URL(LOOKUP.dataset["matcher"] ?? "", document.baseURI).href;
  startLookup(LOOKUP, matcher);
  startPageTools(LOOKUP, matcher);
}
