// The panel in Zendesk: it reads the ticket beside it, and writes a reply where the agent's cursor stands.

import { writtenText } from "../desk/messages.js";
import { useEditor } from "../share/editor.js";
import { startPanel } from "./panel.js";

/**
 * Zendesk's client, as far as it is used here:
 * https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/
 * @typedef {object} ZendeskClient
 * @property {(paths: string[]) => Promise<Record<string, unknown>>} get
 * @property {(action: string, ...values: unknown[]) => Promise<unknown>} invoke
 * @property {(event: string, hear: () => void) => void} on
 */

const TICKET = ["ticket.subject", "ticket.description", "ticket.comments"];
const CHANGED = ["ticket.subject.changed", "ticket.comments.changed"];
const ZENDESK = /** @type {{ZAFClient?: {init: () => ZendeskClient | false}}} */ (
  /** @type {unknown} */ (globalThis)
);

const CLIENT = ZENDESK.ZAFClient?.init();
if (CLIENT) startBeside(CLIENT);
// Opened on its own, the page is a lookup like any other.
else startPanel();

/** @param {ZendeskClient} client */
function startBeside(client) {
  useEditor((html) => client.invoke("ticket.editor.insert", html));
  const panel = startPanel();
  let before = "";
  const read = async () => {
    const text = ticketText(await client.get(TICKET));
    // What an agent wrote into the box stays; the ticket is shown anew where it still stands there.
    if (!text || text === before || !panel.shows(before)) return;
    before = text;
    panel.show(text);
  };
  for (const event of CHANGED) client.on(event, () => void read());
  void client.invoke("resize", { width: "100%", height: "640px" });
  void read();
}

/**
 * Return what customer and agents wrote in a ticket, each part once, without its HTML.
 * @param {Record<string, unknown>} ticket
 * @returns {string}
 */
function ticketText(ticket) {
  const comments = ticket["ticket.comments"];
  const written = (Array.isArray(comments) ? comments : []).map((comment) => comment?.value);
  return writtenText([ticket["ticket.subject"], ticket["ticket.description"], ...written]).trim();
}
