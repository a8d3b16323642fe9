// The editor beside the page: where a help desk shows the lookup in a panel, a reply can go straight into it.

/**
 * Write at the cursor of the editor; rejects where it does not take it.
 * @typedef {(html: string) => Promise<unknown>} Insert
 */

/** @type {{insert: Insert | null}} */
const EDITOR = { insert: null };

/**
 * Let replies be written into an editor; before the first card is shown.
 * @param {Insert} insert
 */
export function useEditor(insert) {
  EDITOR.insert = insert;
}

/**
 * Return what writes into the editor, or null where there is none.
 * @returns {Insert | null}
 */
export function editorInsert() {
  return EDITOR.insert;
}
