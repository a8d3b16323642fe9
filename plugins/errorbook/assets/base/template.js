// Message templates: "Cannot pay {amount} twice" as literal parts and named holes.

const BRACE = /[{}]/g;
const HOLE_NAME = /^[a-z][a-z0-9_]*$/;

/** A place in a text that a value fills. */
export class Hole {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}

/** A text whose braces cannot be read; "fix" says what to write instead. */
export class TemplateError extends Error {
  /**
   * @param {string} what
   * @param {string} fix
   */
  constructor(what, fix) {
    super(what);
    this.fix = fix;
  }
}

/**
 * Return literal texts and holes in order; "{{" and "}}" are literal braces.
 * @param {string} text
 * @returns {(string | Hole)[]}
 */
export function parse(text) {
  /** @type {(string | Hole)[]} */
  const parts = [];
  let literal = "";
  let position = 0;
  while (position < text.length) {
    BRACE.lastIndex = position;
    const brace = BRACE.exec(text)?.index ?? text.length;
    literal += text.slice(position, brace);
    position = brace;
    const char = text.charAt(position);
    if (!char) break;
    if (text[position + 1] === char) {
      literal += char;
      position += 2;
      continue;
    }
    if (char === "}") {
      throw new TemplateError("has a '}' that closes nothing", "Write '}}' for a literal brace");
    }
    const end = text.indexOf("}", position);
    if (end === -1) {
      throw new TemplateError("has a '{' that is never closed", "Write '{{' for a literal brace");
    }
    const name = text.slice(position + 1, end);
    if (!name) {
      throw new TemplateError("has a hole without a name", "Write {name}, or '{{}}' for literal braces");
    }
    if (!HOLE_NAME.test(name)) {
      throw new TemplateError(
        `has a hole with the bad name '${name}'`,
        "Use lower-case letters, digits and '_', or '{{' for a literal brace",
      );
    }
    if (literal) parts.push(literal);
    literal = "";
    parts.push(new Hole(name));
    position = end + 1;
  }
  if (literal) parts.push(literal);
  return parts;
}

/**
 * Return the names of the text's holes, each once, in order of appearance.
 * @param {string} text
 * @returns {string[]}
 */
export function holes(text) {
  return [...new Set(parse(text).flatMap((part) => (part instanceof Hole ? [part.name] : [])))];
}
