/** What can stand between a visitor and an answer: sizes, tokens, gateways, a server that is gone. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { choose, data, longWav, named, open, scratch, settled, startBrowser, startServer } from "./support.js";
import { zh } from "../../functions/api/web/zh.js";

let [server, browser] = [];
before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const song = (name = "song.mp3") => named(name, data("vbr-48k.mp3"));
const reason = (page) => page.locator(".job-problem").first().textContent();

/** The real model's description with other limits. */
async function withLimits(route, limits) {
  const told = await (await route.fetch()).json();
  await route.fulfill({ json: { ...told, limits: { ...told.limits, ...limits } } });
}

test("what would be sent of a file, and not its size, decides whether it is taken", async () => {
  const folder = scratch();
  const { page, close } = await open(browser, server.url);
  const asked = [];
  page.on("request", (request) => request.method() === "POST" && asked.push(request));
  assert.match(await page.locator("#accepted").textContent(), /up to 50 MB/);
  await page.locator("#file").setInputFiles(longWav(join(folder.path, "hours.wav"), 300 * 2 ** 20));
  await settled(page, 1);
  assert.equal(await page.locator(".job").getAttribute("data-state"), "done", await page.locator(".job").textContent());
  assert.equal(asked.length, 1);
  const { requestBodySize } = await asked[0].sizes();
  assert.ok(requestBodySize > 2 * 2 ** 20 && requestBodySize < 2.5 * 2 ** 20, `${requestBodySize} bytes were sent`);
  assert.deepEqual(await close(), []);
  folder.remove();
});

test("what cannot be cut and is over 50 MB is refused in the page", async () => {
  const { page, close } = await open(browser, server.url);
  const asked = [];
  page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], "long.wav"));
    dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
  });
  await settled(page, 1);
  assert.equal(await reason(page), "All 50.1 MB of this file would have to be sent, and this server takes up to 50 MB. Send a shorter piece, or an MP3 of it.");
  assert.deepEqual(asked, []);
  assert.deepEqual(await close(), []);
});

test("a token is asked for once, kept until the tab is closed, and sent along", async () => {
  const given = [];
  const guard = async (route) => {
    const header = route.request().headers().authorization;
    given.push(header);
    if (header === "Bearer open sesame") return route.fallback();
    return route.fulfill({ status: 401, contentType: "application/json", body: '{"message":"Unauthorized"}' });
  };
  const { page, close } = await open(browser, server.url, {
    before: async (page) => {
      await page.route("**/v1/**", guard);
      // The page waits for the token before it is ready.
      page.waitForSelector("dialog[open]").then(async () => {
        assert.ok(await page.locator("#token-value").evaluate((input) => document.activeElement === input));
        await page.keyboard.type("wrong");
        await page.keyboard.press("Enter");
        await page.locator("#token-wrong").waitFor();
        await page.keyboard.type("open sesame");
        await page.getByRole("button", { name: "Continue" }).click();
      });
    },
  });
  await choose(page, [song("a.mp3"), song("b.mp3"), song("c.mp3")]);
  await settled(page, 3);
  assert.equal(await page.locator(".job[data-state=done]").count(), 3);
  assert.deepEqual(given, [undefined, "Bearer wrong", ...Array(given.length - 2).fill("Bearer open sesame")]);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes("sesame") || document.cookie.includes("sesame")), false);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(await close(), []);
});

test("who has no token is told so, once for all files", async () => {
  let locked = false;
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/**", (route) => (locked ? route.fulfill({ status: 401, body: "" }) : route.fallback())),
  });
  locked = true;
  await choose(page, ["a", "b", "c", "d"].map((name) => song(`${name}.mp3`)));
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await settled(page, 4);
  assert.match(await reason(page), /only with a valid access token/);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(await close(), []);
});

test("what a gateway answers becomes a sentence, in both languages, and never HTML", async () => {
  const answers = [
    [413, "text/html", "<h1>413 Request Entity Too Large</h1>", /too large for this server \(status 413\)/, zh["problem.gateway-too-large"]],
    [413, "application/json", '{"message":"Request Too Long"}', /status 413.*Request Too Long/, zh["problem.gateway-too-large"]],
    [504, "application/json", '{"message":"Endpoint request timed out"}', /took too long to answer/, zh["problem.timed-out"]],
    [502, "text/plain", "Bad Gateway", /not available just now \(status 502\)/, zh["problem.unavailable"].replace("{status}", 502)],
    [403, "application/json", '{"message":"<script>alert(1)</script>"}', /status 403.*<script>/, zh["problem.refused"]],
    [500, "application/json", "not json at all", /error \(status 500\)/, zh["problem.unexplained"].replace("{status}", 500)],
    [200, "application/x-ndjson", '{"stage":"audio","elapsed_ms":1}\n', /broke off/, zh["problem.broken-off"]],
    [200, "text/html", "<html>a captive portal</html>", /cannot be read/, zh["problem.unreadable-answer"]],
  ];
  let answer;
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/classify*", (route) => route.fulfill({ status: answer[0], contentType: answer[1], body: answer[2] })),
  });
  for (answer of answers) {
    await page.getByRole("button", { name: "English" }).click();
    await choose(page, [song()]);
    await settled(page, 1);
    assert.match(await reason(page), answer[3]);
    assert.equal(await page.locator(".job-problem h1, .job-problem script").count(), 0);
    await page.getByRole("button", { name: "中文" }).click();
    assert.ok((await reason(page)).startsWith(answer[4]), await reason(page));
    await page.locator("#clear").click();
  }
  assert.deepEqual(await close(), []);
});

test("a busy server is asked again by itself", async () => {
  let busy = 2;
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/classify*", (route) => {
      busy -= 1;
      return busy >= 0 ? route.fulfill({ status: 503, headers: { "retry-after": "0" }, body: "Service Unavailable" }) : route.fallback();
    }),
  });
  await choose(page, [song()]);
  await settled(page, 1);
  assert.equal(await page.locator(".job").getAttribute("data-state"), "done");
  assert.deepEqual(await close(), []);
});

test("a server that is gone is told of, and files wait for its return", async () => {
  const mortal = await startServer();
  let gone = true;
  const { page, close } = await open(browser, mortal.url, {
    before: (page) => page.route("**/v1/**", (route) => (gone ? route.abort("connectionrefused") : route.fallback())),
  });
  assert.match(await page.locator("#offline-text").textContent(), /cannot be reached/);
  await choose(page, [song()]);
  await settled(page, 1);
  assert.match(await reason(page), /cannot be reached/);
  gone = false;
  await page.locator("#offline-retry").click();
  await page.locator(".job[data-state=done]").waitFor();
  assert.ok(await page.locator("#offline").isHidden());
  await mortal.stop();
  await choose(page, [song("later.mp3")]);
  await page.locator(".job[data-state=failed]").waitFor();
  assert.deepEqual(await close(), []);
});

test("without uploads, a file that no call can carry is refused with the reason", async () => {
  const { page, close } = await open(browser, server.url, {
    before: (page) => page.route("**/v1/model", (route) => withLimits(route, { file_bytes: 100_000, head_s: null })),
  });
  assert.equal(await page.locator("#intro-1").textContent(), "The whole track becomes pictures.");
  await choose(page, [song()]);
  await settled(page, 1);
  assert.equal(await reason(page), "All 261 kB of this file would have to be sent, and this server takes up to 98 kB. Send a shorter piece, or an MP3 of it.");
  assert.deepEqual(await close(), []);
});

/** Enough of S3 for a PUT and for reading a range, and a server that has its uploads there. `received` has a line for each PUT. */
async function withBucket(test) {
  const received = [];
  const objects = new Map();
  const bucket = createServer((request, response) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-methods": "PUT", "access-control-allow-headers": "*" };
    const [path, query] = request.url.split("?");
    if (request.method === "OPTIONS") return response.writeHead(204, cors).end();
    if (request.method === "GET") {
      const whole = objects.get(path);
      const [begin, last] = request.headers.range.slice("bytes=".length).split("-").map(Number);
      const part = whole.subarray(begin, last + 1);
      const range = `bytes ${begin}-${begin + part.length - 1}/${whole.length}`;
      return response.writeHead(206, { etag: '"first"', "content-length": part.length, "content-range": range }).end(part);
    }
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      objects.set(path, Buffer.concat(chunks));
      const signed = new URLSearchParams(query).get("X-Amz-SignedHeaders");
      received.push([request.method, objects.get(path).length, request.headers.authorization, request.headers["content-type"], signed]);
      response.writeHead(200, cors).end();
    });
  });
  await new Promise((resolve) => bucket.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${bucket.address().port}`;
  const account = { AWS_ENDPOINT_URL: origin, AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const cloud = await startServer(account, "--uploads", "s3://recordings/uploads/");
  const stop = async () => {
    await cloud.stop();
    bucket.close();
  };
  test.after(stop);
  return { url: cloud.url, origin, received, objects };
}

test("with uploads, it is sent to the bucket that the policy names, without the token", async (t) => {
  const cloud = await withBucket(t);
  const folder = scratch();
  const { page, close } = await open(browser, cloud.url, {
    origins: [cloud.origin],
    before: async (page) => {
      await page.addInitScript(() => sessionStorage.setItem("acousticsense.token", "secret"));
      await page.route("**/v1/model", (route) => withLimits(route, { file_bytes: 100_000, head_s: null }));
    },
  });
  assert.match(await page.locator("#accepted").textContent(), /up to 500 MB each/);
  await choose(page, [song()]);
  await settled(page, 1);
  assert.equal(await page.locator(".job").getAttribute("data-state"), "done");
  const signed = "content-length;content-type;host";
  assert.deepEqual(cloud.received, [["PUT", song().buffer.length, undefined, "application/octet-stream", signed]]);
  assert.match([...cloud.objects.keys()][0], /^\/recordings\/uploads\/[0-9a-f]{32}\/song\.mp3$/);
  // More than any call carries, and less than what can be uploaded.
  await page.locator("#clear").click();
  await page.locator("#file").setInputFiles(longWav(join(folder.path, "track.wav"), 60 * 2 ** 20));
  await settled(page, 1);
  assert.equal(await page.locator(".job").getAttribute("data-state"), "done", await page.locator(".job").textContent());
  assert.equal(cloud.received[1][1], 60 * 2 ** 20);
  assert.deepEqual(await close(), []);
  folder.remove();
});

test("what has been uploaded is not sent again because the server was busy", async (t) => {
  const cloud = await withBucket(t);
  // What the answers to classify are, one after the other; then the server itself answers.
  const problem = (status, kind) => ({ status, headers: { "retry-after": "0" }, contentType: "application/problem+json", body: JSON.stringify({ kind }) });
  let answers = [];
  const { page, close } = await open(browser, cloud.url, {
    origins: [cloud.origin],
    before: async (page) => {
      await page.route("**/v1/model", (route) => withLimits(route, { file_bytes: 100_000, head_s: null }));
      await page.route("**/v1/classify*", (route) => (answers.length > 0 ? route.fulfill(answers.shift()) : route.fallback()));
    },
  });
  const send = async (wanted, ...given) => {
    answers = given;
    cloud.received.length = 0;
    await choose(page, [song()]);
    await settled(page, 1);
    assert.equal(await page.locator(".job").getAttribute("data-state"), wanted);
    return cloud.received.length;
  };
  assert.equal(await send("done", problem(503, "storage-unavailable"), problem(429, "busy")), 1);
  await page.locator("#clear").click();
  // It is gone when the server has time at last: once more, and only once.
  assert.equal(await send("done", problem(503, "overloaded"), problem(404, "no-such-object")), 2);
  await page.locator("#clear").click();
  assert.equal(await send("failed", problem(404, "no-such-object")), 1);
  await page.locator(".job").getByRole("button", { name: "Try again" }).click();
  await page.locator(".job[data-state=done]").waitFor();
  assert.equal(cloud.received.length, 2);
  assert.deepEqual(await close(), []);
});

/** Opens the page while the server keeps back what it tells of its model, until `act` is over. */
const openBeforeModel = (act) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  return open(browser, server.url, {
    before: async (page) => {
      // The page's own question shows that its scripts are there: before that, nobody takes a file.
      const asked = page.waitForRequest("**/v1/model");
      await page.route("**/v1/model", async (route) => {
        await held;
        await route.fallback();
      });
      asked.then(() => act(page)).then(release);
    },
  });
};

test("files that come before the server has told of its model wait for it", async () => {
  const { page, close } = await openBeforeModel(async (page) => {
    await choose(page, [song()]);
    await page.locator(".job").waitFor();
  });
  await settled(page, 1);
  assert.equal(await page.locator(".job").getAttribute("data-state"), "done");
  assert.deepEqual(await close(), []);
});

test("who cancels before the model is known waits for nothing", async () => {
  const { page, close } = await openBeforeModel(async (page) => {
    await choose(page, ["a", "b", "c"].map((name) => song(`${name}.mp3`)));
    await page.locator("#cancel-all").click();
    await page.locator(".job[data-state=cancelled]").nth(2).waitFor();
  });
  await page.locator("#retry-failed").click();
  await settled(page, 3);
  assert.equal(await page.locator(".job[data-state=done]").count(), 3);
  assert.deepEqual(await close(), []);
});
