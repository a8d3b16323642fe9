// What the matcher is told in its index: Python holds the constants, so they are asked of it.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CODE = `
import json
from errorbook.indexing import everyday
from errorbook.matching import SETTINGS, fold_table
print(json.dumps({"matcher": SETTINGS, "fold": fold_table(), "listed": everyday.listed()}))
`;
const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));

/** The constants, the table of foldings and the everyday words, each by its name in the index. */
export const constants = JSON.parse(
  execFileSync(existsSync(python) ? python : "python", ["-c", CODE], { encoding: "utf-8" }),
);
