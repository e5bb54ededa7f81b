/** What the tests share: a server of their own, a browser of their own, and a page that may reach nothing but that server. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const repository = fileURLToPath(new URL("../..", import.meta.url));
export const data = (name) => join(repository, "tests/data/audio", name);

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
];

/**
 * A server on a free port, with the model of random weights, whose answers stay what the tests know; an object among the arguments is added to
 * its environment, where an empty ACOUSTICSENSE_MODEL stands for the built-in model. `stop` ends that process and no other.
 */
export async function startServer(...given) {
  const args = given.filter((argument) => typeof argument === "string");
  const more = Object.assign({}, ...given.filter((argument) => typeof argument !== "string"));
  const program = process.env.ACOUSTICSENSE_API ?? join(repository, "target/debug/api");
  const env = { PATH: process.env.PATH, ACOUSTICSENSE_MODEL: join(repository, "models/untrained"), ...more };
  const child = spawn(program, ["--port", "0", ...args], { stdio: ["ignore", "pipe", "inherit"], env });
  let greeting = "";
  for await (const chunk of child.stdout) {
    greeting += chunk;
    if (greeting.includes("Ctrl-C")) break;
  }
  const url = /http:\/\/[\d.:]+\//.exec(greeting)?.[0];
  if (!url) throw new Error(`the server did not start: ${greeting}`);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { url, stop };
}

/**
 * The same server behind one that takes its time: each line of an answer in stages comes `pause` milliseconds after the one before.
 * `stopAfter` stages, it falls silent.
 */
export async function startSlowly(server, pause, stopAfter = Infinity) {
  const { host } = new URL(server.url);
  const slow = createServer((asked, answer) => {
    const options = { host: host.split(":")[0], port: host.split(":")[1], path: asked.url, method: asked.method };
    const onward = request({ ...options, headers: { ...asked.headers, host, origin: `http://${host}` } }, (given) => {
      answer.writeHead(given.statusCode, { ...given.headers });
      if (!asked.url.startsWith("/v1/classify")) return given.pipe(answer);
      let text = "";
      given.on("data", (chunk) => (text += chunk));
      given.on("end", async () => {
        for (const [index, line] of text.trim().split("\n").entries()) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          if (index >= stopAfter) return;
          answer.write(`${line}\n`);
        }
        answer.end();
      });
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  slow.listen(0, "127.0.0.1");
  await once(slow, "listening");
  const stop = () => {
    slow.closeAllConnections();
    slow.close();
  };
  return { url: `http://127.0.0.1:${slow.address().port}/`, stop };
}

export const startBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/**
 * A page in a context of its own. Whatever leaves its origins is blocked and remembered, as are errors and violations of the policy:
 * `complaints` must be empty at the end.
 */
export async function open(browser, url, { origins = [], before, ...context } = {}) {
  const options = { locale: "en-US", viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...context };
  const made = await browser.newContext(options);
  await made.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const page = await made.newPage();
  const complaints = [];
  const allowed = [new URL(url).origin, ...origins];
  await made.route("**/*", (route) => {
    const asked = route.request().url();
    if (/^(data|blob):/.test(asked) || allowed.includes(new URL(asked).origin)) return route.fallback();
    complaints.push(`asked for ${asked}`);
    return route.abort();
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on("console", (message) => {
    // A browser notes answers that are no success by itself; the page shows them.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await before?.(page);
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  const close = async () => {
    const violations = await page.evaluate(() => globalThis.violations);
    await made.close();
    return [...complaints, ...violations];
  };
  return { page, close, complaints };
}

/** A file for `setInputFiles`, under any name. */
export const named = (name, path) => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(path) });

/** Gives files to the page as the visitor's choice. */
export const choose = (page, files) => page.locator("#file").setInputFiles(files);

/** Waits until every file has come to an end. */
export async function settled(page, count) {
  await page.waitForFunction((wanted) => {
    const states = [...document.querySelectorAll(".job")].map((job) => job.dataset.state);
    return states.length >= wanted && states.every((state) => ["done", "failed", "cancelled"].includes(state));
  }, count, { timeout: 60_000 });
}

/** What a click lets the browser save. */
export async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** A folder for what a test makes, gone at its end. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), "acousticsense-page-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A WAV of any size that begins with music and takes no room on the disk behind it. */
export function longWav(path, bytes) {
  const music = readFileSync(data("stereo-44k.wav"));
  const begin = music.indexOf("data");
  music.writeUInt32LE(bytes - 8, 4);
  music.writeUInt32LE(bytes - begin - 8, begin + 4);
  writeFileSync(path, music);
  truncateSync(path, bytes);
  return path;
}

/** A minute of music in another format. */
export function encode(from, to, ...options) {
  const done = spawnSync("ffmpeg", ["-v", "error", "-y", "-stream_loop", "20", "-i", from, "-t", "60", ...options, to], { stdio: "inherit" });
  if (done.status !== 0) throw new Error(`ffmpeg failed for ${basename(to)}`);
  return to;
}
