// What a browser gives an extension, as far as it is used here: panel and side bar go by two names.

/**
 * @typedef {{selectionText?: string}} Clicked
 * @typedef {{id?: number, windowId?: number}} Tab
 * @typedef {Record<string, {newValue?: unknown}>} Changes
 *
 * @typedef {object} BrowserApi
 * @property {{onInstalled: {addListener: (hear: () => void) => void}}} runtime
 * @property {{
 *   create: (item: {id: string, title: string, contexts: string[]}) => void,
 *   onClicked: {addListener: (hear: (clicked: Clicked, tab?: Tab) => void) => void},
 * }} contextMenus
 * @property {{session: {
 *   get: (key: string) => Promise<Record<string, unknown>>,
 *   set: (values: Record<string, unknown>) => Promise<void>,
 *   remove: (key: string) => Promise<void>,
 *   onChanged: {addListener: (hear: (changes: Changes) => void) => void},
 * }}} storage
 * @property {{
 *   open: (place: {windowId: number | undefined}) => Promise<void>,
 *   setPanelBehavior: (behaviour: {openPanelOnActionClick: boolean}) => Promise<void>,
 * }} [sidePanel]
 * @property {{open: () => Promise<void>, toggle: () => Promise<void>}} [sidebarAction]
 * @property {{onClicked: {addListener: (hear: () => void) => void}}} action
 */

const GIVEN = /** @type {{browser?: BrowserApi, chrome?: BrowserApi}} */ (
  /** @type {unknown} */ (globalThis)
);
// Chromium has both names, and only one of them for certain.
/** The browser, under the name that it has for extensions. */
export const BROWSER = /** @type {BrowserApi} */ (GIVEN.chrome?.sidePanel ? GIVEN.chrome : GIVEN.browser);
/** Where the background leaves a selected text for the panel: in memory, until the browser ends. */
export const SELECTED = "selected";
