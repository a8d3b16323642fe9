// The batch page's script, loaded by that page only: a file of tickets in, a table of known errors out.

import { BatchRun } from "./batch-run.js";
import { batchView, exported, kindCounts } from "./batch-view.js";
import { openDelivery } from "../engine/delivery.js";
import { actionButton, keepFocus, make, part } from "../base/dom.js";
import { failureWords } from "../engine/failure-words.js";
import { FileProblem } from "../base/files.js";
import { Finder } from "../engine/finder.js";
import { say } from "../base/words.js";
import { droppedFiles } from "./dropped.js";
import { readTickets, rowText } from "./tickets.js";

/** @typedef {import("./tickets.js").Tickets} Tickets */
/** @typedef {import("./verdict.js").Verdict} Verdict */

// Below this share of tickets that show an error, another text may have been meant.
const LITTLE = 0.1;

class Batch {
  /**
   * @param {HTMLElement} section
   * @param {HTMLInputElement} input
   * @param {HTMLElement} status
   * @param {HTMLElement} results
   */
  constructor(section, input, status, results) {
    const { index = "", permalink = "", worker = "" } = section.dataset;
    const base = (/** @type {string} */ url) => new URL(url, document.baseURI).href;
    this.section = section;
    this.status = status;
    this.results = results;
    this.finder = new Finder(base(index), base(worker));
    this.permalink = (/** @type {string} */ id) => base(permalink.replace("{id}", id));
    /** @type {BatchRun | null} */
    this.run = null;
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      if (files.length > 0) void this.read(files);
    });
    // The same file may be chosen again, once it has changed.
    input.addEventListener("click", () => (input.value = ""));
    section.addEventListener("dragover", (event) => this.#over(event, true));
    section.addEventListener("dragleave", (event) => this.#over(event, false));
    section.addEventListener("drop", (event) => {
      this.#over(event, false);
      const dropped = event.dataTransfer;
      if (!dropped?.files[0]) return;
      // The control names the files as if they had been chosen there.
      input.files = dropped.files;
      void droppedFiles(dropped).then((files) => this.read(files));
    });
  }

  /** @param {File[]} files */
  async read(files) {
    this.run?.stop();
    keepFocus(this.status, () => this.results.replaceChildren());
    this.#say(say("batch.reading"));
    try {
      const tickets = await readTickets(files);
      const answers = make("div");
      this.results.replaceChildren(this.#columns(tickets, answers), answers);
      await this.look(tickets, answers);
    } catch (error) {
      this.#say(error instanceof FileProblem ? error.message : say("file.unread"));
    }
  }

  /**
   * Look all tickets up and show what they are.
   * @param {Tickets} tickets
   * @param {HTMLElement} answers what is shown of them
   */
  async look(tickets, answers) {
    this.run?.stop();
    const run = new BatchRun(this.finder);
    this.run = run;
    const total = tickets.rows.length;
    const bar = make("progress", { max: String(total), "aria-label": say("batch.progress") });
    const quiet = "eb-button eb-button--quiet eb-button--small";
    const cancel = actionButton(say("batch.cancel"), quiet, () => run.stop());
    const progress = make("p", { class: "eb-batch__progress" }, bar, cancel);
    keepFocus(this.status, () => answers.replaceChildren(progress));
    this.#say(say("batch.looking", { number: total }));
    try {
      const texts = tickets.rows.map((row) => rowText(tickets, row));
      const verdicts = await run.verdicts(texts, (some) => (bar.value = some.length));
      if (run !== this.run) return;
      this.#say(summaryOf(tickets, verdicts));
      const views = [this.#export(tickets, verdicts), ...batchView(tickets, verdicts, this.permalink)];
      keepFocus(this.status, () => answers.replaceChildren(...views));
    } catch (error) {
      if (run !== this.run) return;
      this.#say(failureWords(error));
      keepFocus(this.status, () => progress.remove());
    }
  }

  /**
   * Return the choice of the column with the text; another choice looks everything up again, and the choice
   * stays, for arrow keys go on from it.
   * @param {Tickets} tickets
   * @param {HTMLElement} answers
   * @returns {HTMLElement}
   */
  #columns(tickets, answers) {
    const found = tickets.columns.map((column) => tickets.names[column]).join(", ");
    const option = (/** @type {string} */ name, /** @type {number[]} */ columns) => {
      const made = make("option", { value: columns.join(" ") }, name);
      made.selected = made.value === tickets.columns.join(" ");
      return made;
    };
    const several = tickets.columns.length > 1 ? [option(found, tickets.columns)] : [];
    const singles = tickets.names.map((name, place) => option(name, [place]));
    const select = make("select", { id: "eb-batch-column" }, ...several, ...singles);
    select.addEventListener("change", () => {
      void this.look({ ...tickets, columns: select.value.split(" ").map(Number) }, answers);
    });
    return make(
      "p",
      { class: "eb-batch__column" },
      make("bdi", {}, tickets.name),
      make("span", {}, make("label", { for: select.id }, say("batch.column")), " ", select),
    );
  }

  /**
   * @param {Tickets} tickets
   * @param {Verdict[]} verdicts
   * @returns {HTMLElement}
   */
  #export(tickets, verdicts) {
    const button = actionButton(say("batch.save"), "eb-button eb-button--small", () => {
      const text = exported(tickets, verdicts, this.permalink);
      const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      const name = `${tickets.name.replace(/\.\w+$/, "")}.errors.csv`;
      make("a", { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });
    return make("p", {}, button);
  }

  /**
   * @param {DragEvent} event
   * @param {boolean} over
   */
  #over(event, over) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    part(this.section, "batch-drop", HTMLElement)?.classList.toggle("eb-batch__drop--over", over);
  }

  /** @param {string} words */
  #say(words) {
    this.status.textContent = words;
  }
}

/**
 * @param {Tickets} tickets
 * @param {Verdict[]} verdicts
 * @returns {string}
 */
function summaryOf(tickets, verdicts) {
  const counts = kindCounts(tickets, verdicts);
  const known = counts.matched + counts.ambiguous;
  // Where there is another column, the text may be there.
  const little = known < LITTLE * (known + counts.unknown) && tickets.names.length > tickets.columns.length;
  const found = [say("batch.summary", counts), ...(little ? [say("batch.little")] : [])].join(" ");
  const left = tickets.rows.length - verdicts.length;
  return left > 0 ? say("batch.cancelled", { summary: found, number: left }) : found;
}

openDelivery();
const batchSection = part(document, "batch", HTMLElement);
const batchInput = batchSection && part(batchSection, "batch-file", HTMLInputElement);
const batchStatus = batchSection && part(batchSection, "batch-status", HTMLElement);
const batchResults = batchSection && part(batchSection, "batch-results", HTMLElement);
if (batchSection && batchInput && batchStatus && batchResults)
  new Batch(batchSection, batchInput, batchStatus, batchResults);
