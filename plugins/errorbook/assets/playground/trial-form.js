// The form in which authors try an entry before they save it: its wordings in, the examples that change out.

import { actionButton, keepFocus, make, part } from "../base/dom.js";
import { deliver } from "../engine/delivery.js";
import { failureOf } from "../engine/failures.js";
import { failureWords } from "../engine/failure-words.js";
import { say } from "../base/words.js";
import { DraftProblem, draftOf, typedOf } from "./draft.js";
import { Everyday } from "./everyday.js";
import { TrialRun } from "./trial-run.js";
import { ownPaste, trialView } from "./trial-view.js";

/** @typedef {import("../matching/settings.js").Index} WordsIndex */
/** @typedef {import("./draft.js").Typed} Typed */
/** @typedef {import("./effect.js").Change} Change */
/** @typedef {import("./effect.js").Trial} Trial */

/**
 * What drafts are tried with: every example of the catalogue by its entry's id, and the words of any program.
 * @typedef {{tried: [id: string, paste: string][], everyday: string}} Material
 *
 * What the form asks the playground: what stands in its box, the whole index, and where a url of the site is.
 * @typedef {object} Asked
 * @property {() => string} pasted
 * @property {() => Promise<WordsIndex>} index
 * @property {(url: string) => string} at
 */

const FIELDS = /** @type {const} */ (["messages", "codes", "kinds", "system", "instead"]);

/** Tries what is typed into a form. */
class TrialForm {
  /** @type {TrialRun | null} */
  #run = null;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} status
   * @param {HTMLElement} results
   * @param {Asked} asked
   */
  constructor(form, status, results, asked) {
    this.form = form;
    this.status = status;
    this.results = results;
    this.asked = asked;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#told(() => this.#try());
    });
    this.#field("instead")?.addEventListener("change", () => void this.#told(() => this.#fill()));
  }

  /**
   * Do something, and say what went wrong.
   * @param {() => Promise<void>} act
   */
  async #told(act) {
    try {
      await act();
    } catch (error) {
      this.#showing();
      this.status.textContent = error instanceof DraftProblem ? error.message : failureWords(error);
      if (!(error instanceof DraftProblem) && failureOf(error) === "broken") throw error;
    }
  }

  /** Try the draft with every example, and show what it changes. */
  async #try() {
    this.#run?.stop();
    const run = new TrialRun();
    this.#run = run;
    this.#showing();
    this.status.textContent = say("trial.loading");
    const trial = await this.#trial();
    if (run !== this.#run) return;
    const bar = this.#progress(run, trial.examples.length);
    this.status.textContent = say("trial.running", { number: trial.examples.filter(({ id }) => id).length });
    /** @type {Change[]} */
    const found = [];
    await run.run(trial, (progress) => {
      found.push(...progress.found);
      bar.value = progress.tried;
    });
    if (run === this.#run) this.#show(trial, found, bar.value);
  }

  /**
   * Return what is to be tried: the box's own text first, which is no entry's example. Throws DraftProblem.
   * @returns {Promise<Trial>}
   */
  async #trial() {
    const { material: address = "", kinds = "{}" } = this.form.dataset;
    const index = await this.asked.index();
    const received = await deliver(new URL(address, document.baseURI).href, "part", "trial");
    const material = /** @type {Material} */ (received);
    const everyday = new Everyday(material.everyday, index.matcher);
    const draft = draftOf(this.#typed(), index, everyday, JSON.parse(kinds));
    const own = this.asked.pasted().trim();
    const examples = material.tried.map(([id, paste]) => ({ id, paste }));
    return { index, draft, examples: own ? [{ id: "", paste: own }, ...examples] : examples };
  }

  /**
   * @param {TrialRun} run
   * @param {number} all
   * @returns {HTMLProgressElement}
   */
  #progress(run, all) {
    const bar = make("progress", { max: String(all), "aria-label": say("trial.progress") });
    const quiet = "eb-button eb-button--quiet eb-button--small";
    const stop = actionButton(say("trial.stop"), quiet, () => run.stop());
    this.#showing(make("p", { class: "eb-trial__progress" }, bar, stop));
    return bar;
  }

  /**
   * @param {Trial} trial
   * @param {Change[]} found
   * @param {number} tried
   */
  #show({ index, examples }, found, tried) {
    const own = examples[0]?.id === "" ? 1 : 0;
    const changed = found.filter(({ id }) => id);
    const number = Math.max(tried - own, 0);
    const left = examples.length - own - number;
    const some = say("trial.some", { number: changed.length, total: number });
    const said = changed.length ? some : say("trial.none", { number });
    this.status.textContent = left ? `${said} ${say("trial.stopped", { number: left })}` : said;
    const mine = own && tried ? [ownPaste(found.find(({ id }) => !id))] : [];
    const href = (/** @type {string} */ id) => {
      const entry = /** @type {{url?: string} | undefined} */ (index.entries.find((each) => each.id === id));
      return this.asked.at(entry?.url ?? "");
    };
    this.#showing(...mine, ...trialView(changed, href));
  }

  /** @param {...HTMLElement} views */
  #showing(...views) {
    keepFocus(this.status, () => this.results.replaceChildren(...views));
  }

  /** Put the words of an entry into the form, where its id was typed and nothing else. */
  async #fill() {
    const { instead, messages, codes } = this.#typed();
    if (messages.trim() || codes.trim()) return;
    const { entries } = await this.asked.index();
    const entry = entries.find(({ id }) => id === instead.trim().toUpperCase());
    if (!entry) return;
    const typed = typedOf(entry);
    for (const name of FIELDS) {
      const input = this.#field(name);
      if (input) input.value = typed[name];
    }
  }

  /** @returns {Typed} */
  #typed() {
    const texts = FIELDS.map((name) => [name, this.#field(name)?.value ?? ""]);
    return /** @type {Typed} */ (Object.fromEntries(texts));
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null}
   */
  #field(name) {
    return this.form.querySelector(`[name="${name}"]`);
  }
}

/**
 * Let the playground's form try drafts.
 * @param {ParentNode} section
 * @param {Asked} asked
 */
export function startTrials(section, asked) {
  const form = part(section, "trial", HTMLFormElement);
  const status = part(section, "trial-status", HTMLElement);
  const results = part(section, "trial-results", HTMLElement);
  if (form && status && results) new TrialForm(form, status, results, asked);
}
