// The lookup as tools for an assistant in the browser (WebMCP), where the browser has them.

import { Finder } from "../engine/finder.js";

/**
 * @typedef {{name: string, title: string, description: string}} Named
 * @typedef {{find: Named, get: Named, list: Named, advice: Record<string, string>, rules: {all: string}}} Words
 * @typedef {Record<string, unknown>} Input
 * @typedef {(tool: object) => Promise<unknown>} Register
 * @typedef {Record<string, unknown> & {id: string, title: string, summary?: string, system: string,
 *   codes: {code: string}[]}} Head
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
  /** @type {(named: Named, properties: object, required: string[], run: (input: Input) => Promise<unknown>) => void} */
  const offer = (named, properties, required, run) => {
    const inputSchema = { type: "object", properties, required };
    const annotations = { readOnlyHint: true, untrustedContentHint: true };
    const tool = { ...named, inputSchema, annotations, execute: run };
    // A page that this one replaced without loading anew still holds the name: its tool does the same.
    context.registerTool(tool).catch(() => {});
  };
  const start = { type: "integer", minimum: 0 };
  offer(words.find, { text: TEXT }, ["text"], (input) => tools.find(given(input, "text")));
  offer(words.get, { id: TEXT }, ["id"], (input) => tools.get(given(input, "id")));
  offer(words.list, { system: TEXT, code: TEXT, words: TEXT, start }, [], (input) => tools.list(input));
}

/** Answers as `errorbook mcp` does. */
class PageTools {
  /**
   * @param {HTMLElement} section
   * @param {string} script
   * @param {Words} words
   */
  constructor(section, script, words) {
    const { index = "", root = "" } = section.dataset;
    this.words = words;
    this.root = new URL(root, document.baseURI);
    // One of its own: the reader's question stays as it is.
    this.finder = new Finder(new URL(index, document.baseURI).href, script);
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
    const ids = [...new Set(findings.map(({ id }) => id))].slice(0, MOST_ERRORS);
    const linked = (/** @type {{id: string}} */ named) => ({ ...named, url: this.#permalink(named.id) });
    return {
      answer,
      advice: this.words.advice[answer],
      rules: this.words.rules.all,
      findings: findings.map(linked),
      nearest,
      unknown,
      read,
      suggestions: (found?.suggestions ?? []).map(linked),
      errors: await Promise.all(ids.map((id) => this.get(id))),
    };
  }

  /**
   * Return one error; rejects where there is none of this id.
   * @param {string} id
   * @returns {Promise<unknown>}
   */
  get(id) {
    return this.#document(`errors/${encodeURIComponent(id.trim().toUpperCase())}.json`);
  }

  /**
   * Return errors in short, those of one page, and where the next page starts.
   * @param {Input} input
   */
  async list(input) {
    const [system, code] = [given(input, "system"), given(input, "code").toLowerCase()];
    const wanted = given(input, "words").toLowerCase().split(/\s+/);
    const all = /** @type {{errors: Head[]}} */ (await this.#document("errors.json")).errors;
    const found = all.filter(
      (head) =>
        (!system || head.system === system) &&
        (!code || head.codes.some((each) => each.code.toLowerCase() === code)) &&
        wanted.every((word) => `${head.title} ${head.summary ?? ""}`.toLowerCase().includes(word)),
    );
    const start = Math.max(0, Math.trunc(Number(input["start"]) || 0));
    const errors = found.slice(start, start + PAGE_SIZE).map((head) => {
      const names = ["id", "title", "status", "system", "codes", "permalink"];
      return Object.fromEntries(names.map((name) => [name, head[name]]));
    });
    const following = start + PAGE_SIZE < found.length ? { next: start + PAGE_SIZE } : {};
    return { total: found.length, errors, ...following };
  }

  /** @param {string} id */
  #permalink(id) {
    return new URL(`e/${id}/`, this.root).href;
  }

  /**
   * @param {string} path
   * @returns {Promise<unknown>}
   */
  async #document(path) {
    const answer = await fetch(new URL(`api/v1/${path}`, this.root));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
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
