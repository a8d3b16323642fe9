// The script of an entry's tools, loaded when somebody comes near them.

import { part } from "../base/dom.js";
import { openDelivery } from "../engine/delivery.js";
import { startEntryPage } from "./entry-page.js";

openDelivery();
const ENTRY_TOOLS = part(document, "entry", HTMLElement);
if (ENTRY_TOOLS && !ENTRY_TOOLS.hasChildNodes()) void startEntryPage(ENTRY_TOOLS);
