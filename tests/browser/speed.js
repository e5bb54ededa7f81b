/**
 * `node tests/browser/speed.js MODEL_DIR`: from an empty browser to an answer. Each round opens the page anew, without a cache, and gives it
 * a 5 MB MP3; timed from the navigation to the page being ready, and from the choice of the file to the headline. Wants a release build:
 * ACOUSTICSENSE_API=target/release/api.
 */

import { join } from "node:path";
import { cpus } from "node:os";
import { choose, data, encode, open, scratch, startBrowser, startServer } from "./support.js";

const folder = scratch();
const song = encode(data("stereo-44k.wav"), join(folder.path, "song.mp3"), "-t", "131", "-b:a", "320k");
const begun = performance.now();
const server = await startServer("--model", process.argv[2]);
const start = performance.now() - begun;
const browser = await startBrowser();
const rounds = [];
for (let round = 0; round < 7; round += 1) {
  const before = performance.now();
  const { page, close } = await open(browser, server.url);
  const ready = performance.now();
  const shown = page.locator("#headline").waitFor({ timeout: 60_000 });
  await choose(page, [song]);
  await shown;
  const done = performance.now();
  const total = await page.locator(".facts dd").nth(3).textContent();
  rounds.push({ page: ready - before, answer: done - ready, server: total });
  await close();
}
await browser.close();
await server.stop();
folder.remove();
const model = cpus()[0].model;
console.log(`${new Date().toISOString().slice(0, 10)}, ${model}, ${cpus().length} cores; server started in ${Math.round(start)} ms`);
for (const { page, answer, server: total } of rounds) console.log(`page ready ${Math.round(page)} ms, answer ${Math.round(answer)} ms later (server ${total}), together ${Math.round(page + answer)} ms`);
