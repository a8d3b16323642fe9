// The lookup as tools for an assistant in the browser (WebMCP), where the browser has them.

import { deliver, deliverIndex } from "../engine/delivery.js";
import { Finder } from "../engine/finder.js";

/**
 * @typedef {{name: string, title: string, description: string}} Named
 * @typedef {{find: Named, get?: Named, list?: Named}} Offered
 * @typedef {Offered & {advice: Record<string, string>, rules: {all: string}}} Words
 * @typedef {(input: Input) => Promise<unknown>} Run
 * @typedef {Record<string, unknown>} Input
 * @typedef {(tool: object) => Promise<unknown>} Register
 * @typedef {import("../base/shapes.js").IndexEntry} IndexEntry
 * @typedef {IndexEntry & {system: string, codes?: unknown[]}} Known
 */

const MOST_ERRORS = 5;
const PAGE_SIZE = 100;
const TEXT = { type: "string" };

/**
 * Offer the tools; nothing happens where the browser has none.
 * @param {HTMLElement} section the lookup
 * @param {string} script address of the matcher
 */
export function startPageTools(section, script) {
  const context = /** @type {{modelContext?: {registerTool: Register}}} */ (document).modelContext;
  const told = section.dataset["agents"];
  if (!context || !told) return;
  /** @type {Words} */
  const words = JSON.parse(told);
  const tools = new PageTools(section, script, words);
  /** @type {(named: Named, properties: object, required: string[], run: Run) => void} */
  const offer = (named, properties, required, run) => {
    const inputSchema = { type: "object", properties, required };
    const annotations = { readOnlyHint: true, untrustedContentHint: true };
    const tool = { ...named, inputSchema, annotations, execute: run };
    // A page that this one replaced without loading anew still holds the name: its tool does the same.
    context.registerTool(tool).catch(() => {});
  };
  const start = { type: "integer", minimum: 0 };
  offer(words.find, { text: TEXT }, ["text"], (input) => tools.find(given(input, "text")));
  // An index in parts names no error before a text needs it.
  if (words.get) offer(words.get, { id: TEXT }, ["id"], (input) => tools.get(given(input, "id")));
  const filters = { system: TEXT, code: TEXT, words: TEXT, start };
  if (words.list) offer(words.list, filters, [], (input) => tools.list(input));
}

/** Answers as `errorbook mcp` does. */
class PageTools {
  /**
   * @param {HTMLElement} section
   * @param {string} script
   * @param {Words} words
   */
  constructor(section, script, words) {
    const { index = "", root = "", assets = "" } = section.dataset;
    this.words = words;
    this.root = new URL(root, document.baseURI);
    this.assets = new URL(assets, document.baseURI);
    this.index = new URL(index, document.baseURI).href;
    // One of its own: the reader's question stays as it is.
    this.finder = new Finder(this.index, script);
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /**
   * Return what a text shows; several questions wait for each other.
   * @param {string} text
   */
  async find(text) {
    const asked = this.turn.then(() => this.finder.find(text));
    this.turn = asked.catch(() => {});
    const found = await asked;
    const { findings = [], nearest = [], unknown = [], read = 0 } = found?.result ?? {};
    const sure = findings.some(({ outcome }) => outcome === "is");
    const answer = findings.length === 0 ? "unknown" : sure ? "is" : "like";
    const linked = (/** @type {{id: string}} */ named) => ({ ...named, url: this.#permalink(named.id) });
    const suggestions = (found?.suggestions ?? []).map(linked);
    const ids = [...new Set(findings.map(({ id }) => id))].slice(0, MOST_ERRORS);
    return {
      answer,
      advice: this.words.advice[answer === "unknown" && suggestions.length > 0 ? "described" : answer],
      rules: this.words.rules.all,
      findings: findings.map(linked),
      nearest,
      unknown,
      read,
      suggestions,
      errors: await Promise.all(ids.flatMap((id) => this.#card(found?.entries[id]) ?? [])),
    };
  }

  /**
   * Return one error; rejects where there is none of this id.
   * @param {string} id
   * @returns {Promise<unknown>}
   */
  async get(id) {
    const wanted = id.trim().toUpperCase();
    const entry = (await this.#entries()).find((known) => known.id === wanted);
    return this.#card(entry) ?? Promise.reject(new RangeError(wanted));
  }

  /**
   * Return errors in short, those of one page, and where the next page starts.
   * @param {Input} input
   */
  async list(input) {
    const [system, code] = [given(input, "system"), given(input, "code").toLowerCase()];
    const wanted = given(input, "words").toLowerCase().split(/\s+/);
    const found = (await this.#entries()).filter(
      (known) =>
        (!system || known.system === system) &&
        (!code || (known.codes ?? []).flat().some((each) => String(each).toLowerCase() === code)) &&
        wanted.every((word) => known.title.toLowerCase().includes(word)),
    );
    const start = Math.max(0, Math.trunc(Number(input["start"]) || 0));
    const errors = found.slice(start, start + PAGE_SIZE).map(({ id, title, system: whose, codes = [] }) => {
      return { id, title, system: whose, codes, permalink: this.#permalink(id) };
    });
    const following = start + PAGE_SIZE < found.length ? { next: start + PAGE_SIZE } : {};
    return { total: found.length, errors, ...following };
  }

  /** @param {string} id */
  #permalink(id) {
    return new URL(`e/${id}/`, this.root).href;
  }

  /** @returns {Promise<Known[]>} */
  async #entries() {
    return JSON.parse(await deliverIndex(this.index)).entries;
  }

  /**
   * @param {IndexEntry | undefined} entry
   * @returns {Promise<unknown> | null} what the pages show of an error
   */
  #card(entry) {
    return entry ? deliver(new URL(entry.card, this.assets).href, "card", entry.id) : null;
  }
}

/**
 * @param {Input} input
 * @param {string} name
 * @returns {string}
 */
function given(input, name) {
  return String(input[name] ?? "");
}
