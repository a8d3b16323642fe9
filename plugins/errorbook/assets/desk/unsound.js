// What is wrong with a file of tickets, and where.

/** A text is not sound JSON or CSV; `line` says where. */
export class UnsoundError extends Error {
  /** @param {number} line */
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}
