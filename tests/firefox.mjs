// Firefox on a page of the site, driven over WebDriver BiDi: node firefox.mjs <firefox> <page> <script>, with
// texts as a JSON list on the standard input. Writes what the script makes of each text, as a JSON list.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, page, script] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "firefox-"));
const firefox = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]);
try {
  const send = await connect(await address());
  await send("session.new", { capabilities: {} });
  const { contexts } = await send("browsingContext.getTree", {});
  const { context } = contexts[0];
  await send("browsingContext.navigate", { context, url: page, wait: "complete" });
  const answers = [];
  for (const text of JSON.parse(readFileSync(0, "utf-8"))) {
    const expression = `(${script})(${JSON.stringify(text)}).then(JSON.stringify)`;
    const target = { context };
    const { result } = await send("script.evaluate", { expression, target, awaitPromise: true });
    answers.push(JSON.parse(result.value));
  }
  process.stdout.write(JSON.stringify(answers));
} finally {
  firefox.kill();
  await new Promise((gone) => firefox.once("exit", gone));
  rmSync(profile, { recursive: true, force: true });
}
process.exit();

/** @returns {Promise<string>} where Firefox listens, which it says once it does */
function address() {
  return new Promise((resolve, reject) => {
    let told = "";
    firefox.stderr.on("data", (part) => {
      told += part;
      const [, found] = told.match(/BiDi listening on (ws:\S+)/) ?? [];
      if (found) resolve(`${found}/session`);
    });
    firefox.once("exit", () => reject(new Error(`Firefox did not start:\n${told}`)));
  });
}

/**
 * Return what sends a command and waits for its result.
 * @param {string} url
 */
async function connect(url) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`There is no answer from ${url}`));
  });
  const waiting = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { type, id, result, message } = JSON.parse(data);
    const { resolve, reject } = waiting.get(id) ?? {};
    if (type === "success") resolve?.(result);
    if (type === "error") reject?.(new Error(message));
  };
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
