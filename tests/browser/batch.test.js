/** What a visitor does with many files. */

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { choose, data, named, open, saved, scratch, settled, startBrowser, startServer } from "./support.js";

const GOOD = ["vbr-48k.mp3", "stereo-44k.wav", "vorbis-32k.ogg", "mono-11k.wav", "looped-3.7s-44k.wav", "faststart-48k.m4a", "mono-16k.wav", "native-22k-mono.wav"];
const ten = () => [
  ...GOOD.slice(0, 3).map((name) => named(name, data(name))),
  { name: "empty.mp3", mimeType: "audio/mpeg", buffer: Buffer.alloc(0) },
  ...GOOD.slice(3).map((name) => named(name, data(name))),
  { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("this is no audio at all, whatever it is called") },
];

let [server, browser, folder] = [];
before(async () => {
  folder = scratch();
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});
after(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const states = (page) => page.locator(".job").evaluateAll((jobs) => jobs.map((job) => job.dataset.state));

test("ten files, two of them bad: the others are not stopped, and the batch can be sorted and filtered", async () => {
  const { page, close } = await open(browser, server.url);
  await choose(page, ten());
  await settled(page, 10);
  assert.deepEqual((await states(page)).map((state) => state === "done"), [true, true, true, false, true, true, true, true, true, false]);
  assert.equal(await page.locator("#total-text").textContent(), "8 files judged · 2 failed");
  const reasons = await page.locator(".job[data-state=failed] .job-problem").allTextContents();
  assert.match(reasons[0], /This file is empty/);
  assert.match(reasons[1], /not audio in a format we read/);
  await page.waitForFunction(() => /All 10 files/.test(document.getElementById("live").textContent));

  const counts = await page.locator(".stack-count").allTextContents();
  assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), 8);
  const column = (index) => page.locator(`.batch tbody tr > :nth-child(${index})`).allTextContents();
  const sort = page.locator(".batch th").getByRole("button", { name: "Probability" });
  await sort.click();
  const down = (await column(3)).map(Number.parseFloat);
  assert.deepEqual(down, [...down].sort((a, b) => b - a));
  assert.equal(await page.locator(".batch th[aria-sort=descending]").textContent(), "Probability↓");
  await sort.click();
  assert.deepEqual((await column(3)).map(Number.parseFloat), [...down].reverse());
  assert.ok(await sort.evaluate((button) => document.activeElement === button));

  await page.getByLabel("Confidence").selectOption("contested");
  const contested = await column(4);
  assert.ok(contested.length > 0 && contested.length < 8 && contested.every((word) => word === "Contested"));
  assert.equal(await page.locator("#shown").textContent(), `${contested.length} of 8 files shown`);
  await page.getByLabel("Confidence").selectOption("");
  await page.getByLabel("Genre", { exact: true }).selectOption("R&B");
  assert.deepEqual([...new Set(await column(2))], ["R&B"]);
  await page.locator(".batch tbody button").first().click();
  assert.match(await page.locator("#headline").textContent(), /^R&B/);
  assert.ok(await page.locator("#headline").evaluate((headline) => document.activeElement === headline));

  const csv = await saved(page, () => page.getByRole("button", { name: "CSV" }).click());
  const lines = csv.bytes.toString().trim().split("\r\n");
  assert.equal(lines.length, 11);
  assert.ok(lines[0].endsWith(",Country,error") && /^empty\.mp3,,.*This file is empty\.$/.test(lines[4]), lines[4]);
  const json = JSON.parse((await saved(page, () => page.getByRole("button", { name: "JSON" }).click())).bytes);
  assert.deepEqual([json.results.length, json.results[3].kind, json.results[9].kind], [10, "empty", "not-audio"]);
  assert.deepEqual(await close(), []);
});

test("cancelling, retrying, removing and clearing", async () => {
  let hold = true;
  const waiting = [];
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/classify*", (route) => (hold ? waiting.push(route) : route.fallback())),
  });
  await choose(page, ten().slice(0, 3));
  await page.locator(".job[data-state=working], .job[data-state=sending]").nth(1).waitFor();
  await page.getByRole("button", { name: "Cancel vbr-48k.mp3" }).click();
  await page.locator(".job[data-state=cancelled]").waitFor();
  // The next one has taken its place.
  await page.waitForFunction(() => document.querySelectorAll(".job[data-state=working], .job[data-state=sending]").length === 2);
  await page.getByRole("button", { name: "Cancel all" }).click();
  await settled(page, 3);
  assert.deepEqual(await states(page), ["cancelled", "cancelled", "cancelled"]);
  hold = false;
  await page.getByRole("button", { name: "Try again: vbr-48k.mp3" }).click();
  await page.locator(".job[data-state=done]").waitFor();
  await page.getByRole("button", { name: "Retry failed files" }).click();
  await settled(page, 3);
  assert.deepEqual(await states(page), ["done", "done", "done"]);
  await page.getByRole("button", { name: "Remove vbr-48k.mp3 from the list" }).click();
  assert.equal(await page.locator(".job").count(), 2);
  await page.getByRole("button", { name: "Clear the list" }).click();
  assert.equal(await page.locator(".job").count(), 0);
  // What shows all files is drawn with the screen's next frame, which a busy machine lets wait.
  await page.locator("#intro").waitFor();
  assert.deepEqual(await close(), []);
});

test("folders: chosen or dropped, audio is taken out of them and the rest is counted", async () => {
  const music = join(folder.path, "music");
  mkdirSync(join(music, "live"), { recursive: true });
  copyFileSync(data("vbr-48k.mp3"), join(music, "one.mp3"));
  copyFileSync(data("vorbis-32k.ogg"), join(music, "live", "two.ogg"));
  writeFileSync(join(music, "cover.jpg"), "no audio");
  writeFileSync(join(music, ".hidden.mp3"), "no audio");
  const { page, close } = await open(browser, server.url);
  await page.locator("#folder").setInputFiles(music);
  await settled(page, 2);
  await page.locator(".batch tbody th").nth(1).waitFor();
  assert.deepEqual(await page.locator(".batch tbody th").allTextContents(), ["music/live/two.ogg", "music/one.mp3"]);
  assert.match(await page.locator("#left-out").textContent(), /^1 file in the folder is no audio/);

  // A real drop: the browser itself reads the folder.
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  const cdp = await page.context().newCDPSession(page);
  const drag = { items: [], files: [music, data("mono-16k.wav")], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await cdp.send("Input.dispatchDragEvent", { type, x: 300, y: 350, data: drag });
    if (type === "dragOver") assert.match(await page.locator("#drop").getAttribute("class"), /over/);
  }
  await settled(page, 3);
  await page.locator(".batch tbody th").nth(2).waitFor();
  assert.deepEqual((await page.locator(".batch tbody th").allTextContents()).sort(), ["mono-16k.wav", "music/live/two.ogg", "music/one.mp3"]);
  assert.deepEqual(await close(), []);
});

test("pasted files are taken, pasted text is not", async () => {
  const { page, close } = await open(browser, server.url);
  const bytes = named("x", data("vbr-48k.mp3")).buffer.toString("base64");
  await page.evaluate((base64) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "pasted.mp3"));
    dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
    const text = new DataTransfer();
    text.setData("text/plain", "hello");
    dispatchEvent(new ClipboardEvent("paste", { clipboardData: text }));
  }, bytes);
  await settled(page, 1);
  assert.deepEqual(await states(page), ["done"]);
  assert.equal(await page.locator(".file-name").textContent(), "pasted.mp3");
  assert.deepEqual(await close(), []);
});

test("files that finish take nothing out of the visitor's hands", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  let passed = 0;
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/classify*", async (route) => {
      passed += 1;
      if (passed > 2) await held;
      await route.fallback();
    }),
  });
  await choose(page, ten().slice(0, 3).concat(ten().slice(4, 6)));
  await page.waitForFunction(() => document.querySelectorAll(".batch tbody tr").length === 2);
  await page.locator(".batch tbody button").nth(1).focus();
  const before = await page.evaluate(() => document.activeElement.id);
  release();
  await settled(page, 5);
  await page.waitForFunction(() => document.querySelectorAll(".batch tbody tr").length === 5);
  assert.equal(await page.evaluate(() => document.activeElement.id), before);

  const select = page.getByLabel("Genre", { exact: true });
  await select.focus();
  await page.evaluate(() => (document.activeElement.marked = true));
  await choose(page, ten().slice(6, 8));
  await settled(page, 7);
  await page.waitForFunction(() => document.querySelectorAll(".batch tbody tr").length === 7);
  assert.ok(await select.evaluate((list) => list.marked && document.activeElement === list));
  assert.deepEqual(await close(), []);
});
