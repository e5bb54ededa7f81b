/** What a visitor does with one file. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { choose, data, encode, named, open, saved, scratch, settled, startBrowser, startServer, startSlowly } from "./support.js";
import { en } from "../../functions/api/web/en.js";
import { zh } from "../../functions/api/web/zh.js";

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

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test("one file: stages, headline, picture, bars, table, timings", async () => {
  const { page, close } = await open(browser, server.url);
  const model = await (await fetch(`${server.url}v1/model`)).json();
  assert.equal(await page.locator("#notice-text").textContent(), model.manifest.notice);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.evaluate(() => {
    globalThis.stages = [];
    new MutationObserver(() => {
      const done = document.querySelectorAll(".stages .done").length;
      if (globalThis.stages.at(-1) !== done) globalThis.stages.push(done);
    }).observe(document.getElementById("jobs"), { subtree: true, attributes: true, childList: true });
  });
  await choose(page, [data("vbr-48k.mp3")]);
  await settled(page, 1);
  const stages = await page.evaluate(() => globalThis.stages);
  assert.ok(stages.at(-1) === 4 && stages.every((count, index) => index === 0 || count > stages[index - 1]), `${stages}`);
  assert.ok(asked.length >= 1 && asked.every((url) => url.startsWith(server.url) || url.startsWith("blob:") || url.startsWith("data:")));

  assert.equal(await page.locator("#headline").textContent(), "R&B (67.6%)");
  assert.match(await page.locator(".verdict").textContent(), /Contested.*Other genres compete/);
  const picture = page.locator(".picture img");
  assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth === 224));
  assert.match(await picture.getAttribute("alt"), /vbr-48k\.mp3/);
  assert.deepEqual(await page.locator(".y-axis span").allTextContents(), ["0", "250", "500", "1k", "2k", "4k", "8k"]);
  assert.deepEqual(await page.locator(".x-axis span").allTextContents(), ["0", "2", "4", "6", "8", "10"]);
  assert.match(await page.locator("figcaption").textContent(), /0\.0–10\.0 s of 0:12/);

  assert.equal(await page.locator(".bars li").count(), 5);
  assert.match(await page.locator(".bars li").first().textContent(), /R&BRhythm67\.6%/);
  // The colour of a bar is the manifest's, no other.
  const rhythm = model.manifest.families.find(({ name }) => name === "Rhythm").color;
  const rgb = `rgb(${[1, 3, 5].map((at) => Number.parseInt(rhythm.slice(at, at + 2), 16)).join(", ")})`;
  assert.equal(await page.locator(".fill").first().evaluate((bar) => getComputedStyle(bar).backgroundColor), rgb);
  await page.getByRole("button", { name: "All 16", exact: true }).click();
  assert.equal(await page.locator(".bars li").count(), 16);
  assert.equal(await page.locator(".table tbody tr").count(), 16);
  assert.match(await page.locator(".facts").first().textContent(), /Audio loaded\d.* ms.*Server, in total/);

  await page.getByRole("button", { name: "Play this part" }).click();
  await page.waitForFunction(() => document.querySelector("audio").currentTime > 0.2);
  assert.ok(await page.locator(".cursor").isVisible());
  assert.deepEqual(await close(), []);
});

test("stages show as they complete, and sending shows how far it is", async () => {
  const slow = await startSlowly(server, 150);
  const { page, close } = await open(browser, slow.url);
  await page.evaluate(() => {
    globalThis.stages = [];
    globalThis.sent = new Set();
    new MutationObserver(() => {
      const row = document.querySelector(".job");
      const marks = [...row.querySelectorAll(".stages li")].map((stage) => (stage.className === "done" ? "x" : stage.className === "now" ? ">" : ".")).join("");
      if (row.dataset.state === "working" && globalThis.stages.at(-1) !== marks) globalThis.stages.push(marks);
      if (row.dataset.state === "sending") globalThis.sent.add(row.querySelector("progress").value);
    }).observe(document.getElementById("jobs"), { subtree: true, attributes: true, childList: true, characterData: true });
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_500_000 });
  await choose(page, [data("stereo-44k.wav")]);
  await settled(page, 1);
  assert.deepEqual(await page.evaluate(() => globalThis.stages), [">...", "x>..", "xx>.", "xxx>", "xxxx"]);
  const sent = await page.evaluate(() => [...globalThis.sent]);
  assert.ok(sent.some((share) => share > 0 && share < 1) && sent.every((share, index) => index === 0 || share > sent[index - 1]), `${sent}`);
  assert.deepEqual(await close(), []);
  slow.stop();
});

test("copying a row and all rows pastes into a spreadsheet", async () => {
  const { page, close } = await open(browser, server.url);
  await choose(page, [data("vbr-48k.mp3")]);
  await settled(page, 1);
  await page.getByRole("button", { name: "Copy the row of Blues" }).click();
  await page.getByRole("button", { name: "Copy the row of Blues" }).filter({ hasText: "Copied" }).waitFor();
  assert.match(await clipboard(page), /^Blues\t0\.18\d+\tRoots$/);
  await page.getByRole("button", { name: "Copy all 16 rows" }).click();
  await page.getByRole("button", { name: "Copy all 16 rows" }).filter({ hasText: "Copied" }).waitFor();
  const rows = (await clipboard(page)).split("\n").map((row) => row.split("\t"));
  assert.equal(rows.length, 17);
  assert.deepEqual(rows[0], ["Genre", "Probability", "Family"]);
  assert.ok(Math.abs(rows.slice(1).reduce((sum, row) => sum + Number(row[1]), 0) - 1) < 1e-3);
  // Without TLS, from another machine, there is no clipboard API.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy the row of R&B" }).click();
  await page.getByRole("button", { name: "Copy the row of R&B" }).filter({ hasText: "Copied" }).waitFor();
  assert.deepEqual(await close(), []);
});

test("saving: a picture, CSV and JSON", async () => {
  const { page, close } = await open(browser, server.url);
  const formula = named("=HYPERLINK(1),a \"b\".mp3", data("vbr-48k.mp3"));
  await choose(page, [formula]);
  await settled(page, 1);
  const png = await saved(page, () => page.getByRole("button", { name: "Save as picture" }).click());
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20) > 1000], [2400, true]);
  assert.ok(png.bytes.length > 50_000, `${png.bytes.length} bytes: is the picture in it?`);

  const csv = await saved(page, () => page.getByRole("button", { name: "CSV" }).click());
  assert.equal(csv.name, "acousticsense.csv");
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [header, row] = csv.bytes.subarray(3).toString().split("\r\n");
  const served = await fetch(`${server.url}v1/classify`, { method: "POST", headers: { accept: "text/csv", "content-type": "audio/mpeg" }, body: formula.buffer });
  const [wanted, values] = (await served.text()).split("\n");
  assert.equal(header, wanted);
  assert.ok(row.startsWith("\"'=HYPERLINK(1),a \"\"b\"\".mp3\",R&B,0.67"), row);
  const numbers = (line) => line.split(",").slice(-16).map(Number);
  assert.deepEqual(numbers(row), numbers(values));

  const json = await saved(page, () => page.getByRole("button", { name: "JSON" }).click());
  const { results } = JSON.parse(json.bytes);
  assert.deepEqual([results.length, results[0].genre, results[0].scores.length, results[0].spectrogram], [1, "R&B", 16, undefined]);
  assert.deepEqual(await close(), []);
});

test("only the head of a long file is sent, and its length is still known", async () => {
  const { page, close } = await open(browser, server.url);
  const long = encode(data("stereo-44k.wav"), `${folder.path}/long.ogg`, "-c:a", "libvorbis");
  const sizes = [];
  page.on("request", (request) => request.method() === "POST" && sizes.push([request.url(), Number(request.headers()["content-length"] ?? request.postDataBuffer()?.length)]));
  await choose(page, [long]);
  await settled(page, 1);
  assert.match(sizes[0][0], /head=true/);
  assert.match(await page.locator(".about").textContent(), /Sent\d+ kB of \d+ kB: the model needs no more/);
  assert.match(await page.locator("figcaption").textContent(), /of 1:00/);
  if (Number.isFinite(sizes[0][1])) assert.ok(sizes[0][1] < 250_000, `${sizes[0][1]}`);
  assert.deepEqual(await close(), []);
});

test("a hostile file name stays text", async () => {
  const { page, close } = await open(browser, server.url);
  const hostile = "<img src=x onerror=alert(1)>.mp3";
  await choose(page, [named(hostile, data("vbr-48k.mp3")), named("<b>bad</b>.txt", data("../../suite/main.rs"))]);
  await settled(page, 2);
  assert.equal(await page.locator(".file-name").textContent(), hostile);
  assert.equal(await page.locator("img[src=x], .job b, .batch b").count(), 0);
  await choose(page, [named("\u202egnp.song.mp3", data("vbr-48k.mp3"))]);
  await settled(page, 3);
  assert.equal(await page.locator(".job-name").last().textContent(), "gnp.song.mp3");
  assert.deepEqual(await close(), []);
});

test("both languages: by the browser, with a switch that is remembered", async () => {
  const gaps = Object.keys(en).filter((key) => !(key in zh) && !key.endsWith("_one"));
  assert.deepEqual(gaps, []);
  const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const key of Object.keys(en)) if (key in zh && !["sorted_up"].includes(key)) assert.equal(places(zh[key]), places(en[key]), key);

  const { page, close } = await open(browser, server.url, { locale: "zh-CN" });
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.equal(await page.locator("#choose").textContent(), zh.choose_files);
  const model = await (await fetch(`${server.url}v1/model`)).json();
  assert.equal(await page.locator("#notice-text").textContent(), model.manifest.notice_zh);
  await choose(page, [named("song.mp3", data("vbr-48k.mp3")), named("empty.mp3", "/dev/null")]);
  await settled(page, 2);
  assert.equal(await page.locator("#headline").textContent(), "节奏布鲁斯 (67.6%)");
  assert.ok((await page.locator(".verdict").textContent()).includes(zh["advice.contested"]));
  assert.ok((await page.locator(".job-problem").last().textContent()).includes(zh["problem.empty"]));
  // Nothing of the other language is left, but for names and what the server itself said.
  const left = await page.locator("[data-t]").evaluateAll((nodes, words) => nodes.filter((node) => Object.values(words).includes(node.textContent)).map((node) => node.dataset.t), en);
  assert.deepEqual(left, []);
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("#headline").textContent(), "R&B (67.6%)");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.equal(await page.locator("#choose").textContent(), "Choose files");
  assert.deepEqual(await close(), []);
});

test("models with windows and a vote are shown with both", async () => {
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/classify*", async (route) => {
      const { buffer } = named("song.mp3", data("vbr-48k.mp3"));
      const report = await (await fetch(`${server.url}v1/classify`, { method: "POST", headers: { "content-type": "audio/mpeg" }, body: buffer })).json();
      report.windows = [0, 1, 2].map((index) => ({ start_s: index * 11.4, seconds: 11.4, genre: index ? "R&B" : "Jazz", probability: 0.5 }));
      report.vote = { genre: "R&B", windows: 2, of: 3 };
      await route.fulfill({ contentType: "application/x-ndjson", body: JSON.stringify(report) });
    }),
  });
  await choose(page, [data("vbr-48k.mp3")]);
  await settled(page, 1);
  assert.equal(await page.locator(".windows summary").textContent(), "Judged in 3 windows; vote: R&B by 2 of 3");
  await page.locator(".windows summary").click();
  assert.deepEqual(await page.locator(".windows tbody th").allTextContents(), ["0:00–0:11", "0:11–0:23", "0:23–0:34"]);
  assert.deepEqual(await close(), []);
});
