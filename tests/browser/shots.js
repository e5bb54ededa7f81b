/** `node tests/browser/shots.js [FOLDER]`: pictures of the page in every state, to be looked at; two of them stand in the README. */

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { choose, data, named, open, repository, settled, startBrowser, startServer, startSlowly } from "./support.js";

const folder = process.argv[2] ?? join(repository, "tests/browser/out");
mkdirSync(folder, { recursive: true });
const SONGS = {
  "Morning train.mp3": "vbr-48k.mp3",
  "Harbour lights.wav": "stereo-44k.wav",
  "Two doors down.ogg": "vorbis-32k.ogg",
  "Field recording 07.wav": "mono-11k.wav",
  "雨夜.wav": "looped-3.7s-44k.wav",
  "Paper boats.m4a": "faststart-48k.m4a",
  "Slow river.wav": "mono-16k.wav",
  "Old shellac.wav": "native-22k-mono.wav",
};
const one = () => [named("Morning train.mp3", data("vbr-48k.mp3"))];
const many = () => [
  ...Object.entries(SONGS).map(([name, file]) => named(name, data(file))),
  { name: "cover.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no audio at all") },
  { name: "interrupted.mp3", mimeType: "audio/mpeg", buffer: Buffer.alloc(0) },
];
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const server = await startServer({ ACOUSTICSENSE_MODEL: "" });
const browser = await startBrowser();

async function shot(name, files, { work, url = server.url, ...context } = {}) {
  const { page, close } = await open(browser, url, { reducedMotion: "reduce", ...context });
  if (files) await choose(page, files);
  if (files && !work) await settled(page, files.length);
  if (files?.length > 1 && !work) await page.locator("#batch h2").waitFor();
  if (work) await work(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: name !== "readme" });
  const complaints = await close();
  if (complaints.length > 0) throw new Error(`${name}: ${complaints}`);
}

/** Files stay in the middle of their work. */
const slow = await startSlowly(server, 50, 2);
const held = { url: slow.url, work: (page) => page.locator(".stages .done").nth(3).waitFor() };

await shot("empty");
await shot("empty-dark", null, { colorScheme: "dark" });
await shot("working", many(), held);
await shot("done", one(), { viewport: { width: 1280, height: 800 } });
await shot("batch", many());
await shot("batch-dark-zh", many(), { colorScheme: "dark", locale: "zh-CN" });
await shot("phone", one(), PHONE);
await shot("phone-dark", many(), { ...PHONE, colorScheme: "dark" });
await shot("phone-empty-zh", null, { ...PHONE, locale: "zh-CN" });
await shot("readme", one(), { viewport: { width: 1280, height: 1000 } });
await browser.close();
slow.stop();
await server.stop();

/** With a palette of 256 colours a picture has a third of the bytes. */
function publish(from, to) {
  const filter = "split[a][b];[a]palettegen=max_colors=256:stats_mode=single[p];[b][p]paletteuse=dither=none";
  const target = join(repository, "functions/api/screenshots", to);
  const done = spawnSync("ffmpeg", ["-v", "error", "-y", "-i", join(folder, from), "-vf", filter, target], { stdio: "inherit" });
  if (done.status !== 0) throw new Error(`ffmpeg failed for ${to}`);
}
publish("readme.png", "page.png");
publish("batch-dark-zh.png", "batch-zh.png");
