// Replies as the browser copies them, for tests that compare the twins: on standard input an array of materials,
// each with "card", "link" and "choices"; on standard output an array of {"text": …, "html": …}.

import { readFileSync } from "node:fs";
import { replyBlocks } from "../../plugins/errorbook/assets/share/reply.js";
import { htmlText, plainText } from "../../plugins/errorbook/assets/share/writing.js";

/** @type {{card: import("../../plugins/errorbook/assets/base/shapes.js").Card, link: string, choices: [string, number][]}[]} */
const materials = JSON.parse(readFileSync(0, "utf8"));
const replies = materials.map(({ card, link, choices }) => {
  const fill = (/** @type {string} */ hole) => `[${card.values?.[hole]?.label}]`;
  const blocks = replyBlocks({ card, link, fill, choices: new Map(choices) });
  return { text: plainText(blocks), html: htmlText(blocks) };
});
process.stdout.write(JSON.stringify(replies));
