/** The page for everybody: axe-core finds nothing, the keyboard suffices, a phone is wide enough, motion can be declined. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { choose, data, named, open, settled, startBrowser, startServer } from "./support.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

let [server, browser] = [];
before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const several = () => [
  named("song.mp3", data("vbr-48k.mp3")),
  named("a-rather-long-name-of-a-recording-that-does-not-fit-anywhere-0123456789.wav", data("stereo-44k.wav")),
  named("empty.mp3", "/dev/null"),
];

async function audit(page, place) {
  // Evaluated from outside, so that the page's own policy stays as it is.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const violations = found.violations.map(({ id, nodes }) => `${place}: ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
  assert.deepEqual(violations, []);
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ["light", "dark"]) {
  for (const [device, settings] of [["desktop", {}], ["phone", PHONE]]) {
    test(`axe-core: ${device}, ${colorScheme}: empty, working, done, batch, token`, async () => {
      let release;
      const held = new Promise((resolve) => (release = resolve));
      const { page, close } = await open(browser, server.url, {
        ...settings,
        colorScheme,
        reducedMotion: "reduce",
        before: (page) => page.route("**/v1/classify*", async (route) => {
          await held;
          await route.fallback();
        }),
      });
      await audit(page, "empty");
      assert.equal(await overflow(page), 0);
      await choose(page, several());
      await page.locator(".job[data-state=working], .job[data-state=sending]").first().waitFor();
      await audit(page, "working");
      release();
      await settled(page, 3);
      await page.locator("#batch h2").waitFor();
      await audit(page, "done");
      assert.equal(await overflow(page), 0, "nothing scrolls sideways");
      await page.getByRole("button", { name: "All 16", exact: true }).click();
      await audit(page, "all genres");
      assert.equal(await overflow(page), 0);
      await page.evaluate(() => document.getElementById("token").showModal());
      await audit(page, "token");
      assert.deepEqual(await close(), []);
    });
  }
}

test("Chinese is complete for axe-core and fits a phone", async () => {
  const { page, close } = await open(browser, server.url, { ...PHONE, locale: "zh-CN", reducedMotion: "reduce" });
  await choose(page, several());
  await settled(page, 3);
  await page.locator("#batch h2").waitFor();
  await audit(page, "done");
  assert.equal(await overflow(page), 0);
  assert.deepEqual(await close(), []);
});

test("the keyboard alone: choose, follow, switch, copy, sort, remove", async () => {
  const { page, close } = await open(browser, server.url);
  // Asked for early: the browser needs a moment to hand its dialog over.
  const chosen = page.waitForEvent("filechooser");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim());
  /** Presses Tab until the element with that name has the focus. */
  const tabTo = async (name, key = "Tab") => {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press(key);
      if ((await focused()) === name) return;
    }
    assert.fail(`Tab does not reach ${name}`);
  };
  await tabTo("Choose files");
  // A focus that can be seen.
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  assert.ok(chooser.isMultiple());
  await chooser.setFiles(several());
  await settled(page, 3);
  await page.locator("#batch h2").waitFor();
  assert.equal(await focused(), "Choose files", "answers do not take the focus");
  await tabTo("a-rather-long-name-of-a-recording-that-does-not-fit-anywhere-0123456789.wav");
  await page.keyboard.press("Enter");
  assert.match(await focused(), /%\)$/, "the headline has the focus");
  await tabTo("All 16");
  await page.keyboard.press("Space");
  assert.equal(await focused(), "All 16");
  await tabTo("Copy all 16 rows");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("live").textContent === "Copied");
  await tabTo("Probability");
  await page.keyboard.press("Enter");
  assert.match(await focused(), /Probability/);
  await tabTo("Remove empty.mp3 from the list", "Shift+Tab");
  await page.keyboard.press("Enter");
  // The focus goes to the neighbour, not to the top of the page.
  assert.match(await focused(), /recording-that-does-not-fit/);
  assert.deepEqual(await close(), []);
});

test("progress is spoken", async () => {
  const { page, close } = await open(browser, server.url);
  await page.evaluate(() => {
    globalThis.spoken = [];
    new MutationObserver(() => globalThis.spoken.push(document.getElementById("live").textContent)).observe(document.getElementById("live"), { childList: true });
  });
  await choose(page, [named("song.mp3", data("vbr-48k.mp3"))]);
  await settled(page, 1);
  await page.waitForFunction(() => globalThis.spoken.some((text) => text.includes("song.mp3: R&B (67.6%), Contested")));
  assert.equal(await page.locator("#live").getAttribute("role"), "status");
  assert.deepEqual(await close(), []);
});

test("motion can be declined, and colours can be forced", async () => {
  const { page, close } = await open(browser, server.url, { reducedMotion: "reduce", forcedColors: "active" });
  await choose(page, several());
  await settled(page, 3);
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  const grounds = await page.locator("[data-language]").evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
  assert.notEqual(grounds[0], grounds[1], "which language is chosen can be seen");
  // Bars and swatches keep their colours: they are the picture, not the text.
  assert.notEqual(await page.locator(".fill").first().evaluate((bar) => getComputedStyle(bar).backgroundColor), "rgb(0, 0, 0)");
  assert.deepEqual(await close(), []);
});

test("family colours of any manifest stand out in light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open(browser, server.url, {
      colorScheme,
      before: (page) => page.route("**/v1/model", async (route) => {
        const told = await (await route.fetch()).json();
        ["#000000", "#ffffff", "#ffff00", "#0000ff"].forEach((color, index) => (told.manifest.families[index].color = color));
        await route.fulfill({ json: told });
      }),
    });
    const least = await page.evaluate(() => {
      const luminance = (rgb) => rgb.map((value) => value / 255).map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)).reduce((sum, share, index) => sum + share * [0.2126, 0.7152, 0.0722][index], 0);
      const numbers = (color) => color.match(/\d+/g).slice(0, 3).map(Number);
      const surface = luminance(numbers(getComputedStyle(document.getElementById("drop")).backgroundColor));
      const ratios = [...document.querySelectorAll(".swatch")].map((swatch) => {
        const own = luminance(numbers(getComputedStyle(swatch).backgroundColor));
        return (Math.max(own, surface) + 0.05) / (Math.min(own, surface) + 0.05);
      });
      return Math.min(...ratios);
    });
    assert.ok(least >= 4.5, `${colorScheme}: ${least}`);
    assert.deepEqual(await close(), []);
  }
});
