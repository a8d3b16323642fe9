// The panel of the extension: it shows what the text means that was selected last.

import { BROWSER, SELECTED } from "./browser-api.js";
import { startPanel } from "./panel.js";

const PANEL = startPanel();
BROWSER.storage.session.onChanged.addListener((changes) => showSelected(changes[SELECTED]?.newValue));
void BROWSER.storage.session.get(SELECTED).then((kept) => showSelected(kept[SELECTED]));

/** @param {unknown} text */
function showSelected(text) {
  if (typeof text === "string" && text.trim()) PANEL.show(text);
}
