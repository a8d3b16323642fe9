// The extension behind the panel: it puts a line into the menu of a selection, and opens the panel.

import { BROWSER, SELECTED } from "./browser-api.js";
import { say } from "../base/words.js";

/** @typedef {import("./browser-api.js").Clicked} Clicked */
/** @typedef {import("./browser-api.js").Tab} Tab */

BROWSER.runtime.onInstalled.addListener(() => {
  BROWSER.contextMenus.create({ id: SELECTED, title: say("bookmark.label"), contexts: ["selection"] });
  void BROWSER.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
});
BROWSER.contextMenus.onClicked.addListener(lookUp);
if (BROWSER.sidebarAction) BROWSER.action.onClicked.addListener(() => void BROWSER.sidebarAction?.toggle());

/**
 * Open the panel with the selected text; the browser hands it over with the click, from any page.
 * @param {Clicked} clicked
 * @param {Tab} [tab]
 */
function lookUp({ selectionText: text = "" }, tab) {
  // First: a panel opens only while the click counts.
  void (BROWSER.sidePanel?.open({ windowId: tab?.windowId }) ?? BROWSER.sidebarAction?.open());
  // The same text once more is a new question.
  void BROWSER.storage.session.remove(SELECTED).then(() => BROWSER.storage.session.set({ [SELECTED]: text }));
}
