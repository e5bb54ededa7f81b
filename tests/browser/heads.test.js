/** What is sent instead of a whole file must give the same answer as the whole file, to the last bit. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { sendingOf } from "../../functions/api/web/head.js";
import { data, encode, scratch, startServer } from "./support.js";

let server;
let folder;
before(async () => {
  folder = scratch();
  server = await startServer();
});
after(async () => {
  await server.stop();
  folder.remove();
});

const blob = (path) => new Blob([readFileSync(path)]);

async function ask(body, query = "") {
  const response = await fetch(`${server.url}v1/classify${query}`, { method: "POST", headers: { "content-type": "audio/x" }, body });
  const { timings_ms, ...report } = await response.json();
  return { status: response.status, report };
}

/** Judges the file whole and by its head; gives back which share was sent. */
async function check(path, atMost) {
  const file = blob(path);
  const sending = await sendingOf(file, 10);
  const [whole, part] = [await ask(file), await ask(sending.body, sending.head ? "?head=true" : "")];
  const name = basename(path);
  assert.equal(whole.status, 200, name);
  const length = whole.report.duration_s;
  if (sending.head) {
    assert.equal(part.report.duration_s, null, name);
    // What the page found out by itself must not differ from what the server knows.
    if (sending.durationS !== null && length !== null) assert.ok(Math.abs(sending.durationS - length) < 0.06, `${name}: ${sending.durationS}, not ${length}`);
  }
  assert.deepEqual({ ...part.report, duration_s: length }, whole.report, name);
  const share = sending.body.size / file.size;
  assert.ok(share <= atMost, `${name}: ${(100 * share).toFixed(1)} % were sent, not at most ${100 * atMost} %`);
  return sending;
}

test("every file of the fixtures is judged as if it were whole", async () => {
  for (const name of readdirSync(data(""))) await check(data(name), 1);
});

test("of a minute of music only the head is sent", async (t) => {
  const [wav, flac] = [data("stereo-44k.wav"), data("mono-96k-24bit.flac")];
  const into = (name) => join(folder.path, name);
  for (const [path, atMost] of [
    [encode(wav, into("cbr.mp3"), "-b:a", "320k"), 0.23],
    [encode(wav, into("vbr.mp3"), "-q:a", "3"), 0.25],
    [encode(wav, into("bare.mp3"), "-ar", "22050", "-ac", "1", "-b:a", "64k", "-write_xing", "0"), 0.23],
    [encode(wav, into("pcm.wav")), 0.22],
    [encode(wav, into("pcm24.wav"), "-c:a", "pcm_s24le"), 0.22],
    [encode(wav, into("float.wav"), "-c:a", "pcm_f32le"), 0.22],
    [encode(wav, into("pcm.aiff")), 0.22],
    [encode(wav, into("lossless.flac")), 0.35],
    [encode(flac, into("hires.flac"), "-sample_fmt", "s32"), 0.45],
    [encode(wav, into("vorbis.ogg"), "-c:a", "libvorbis"), 0.25],
    [encode(wav, into("tail.m4a"), "-c:a", "aac"), 0.25],
    [encode(wav, into("front.m4a"), "-c:a", "aac", "-movflags", "+faststart"), 0.25],
    [encode(wav, into("lossless.m4a"), "-c:a", "alac"), 0.25],
  ]) {
    const { head, durationS } = await check(path, atMost);
    assert.ok(head, basename(path));
    if (basename(path) !== "bare.mp3") assert.ok(Math.abs(durationS - 60) < 0.1, `${basename(path)}: ${durationS}`);
  }
  // What cannot be cut safely goes as it is.
  for (const [name, ...options] of [["fragmented.m4a", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"], ["adts.aac", "-c:a", "aac", "-f", "adts"]]) {
    const { head } = await check(encode(wav, into(name), ...options), 1);
    assert.equal(head, false, name);
  }
});

test("pictures in tags stay behind", async () => {
  const mp3 = blob(data("vbr-48k.mp3"));
  const size = 3_000_000;
  const tag = new Uint8Array(10 + size);
  tag.set([0x49, 0x44, 0x33, 4, 0, 0, (size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]);
  const sending = await sendingOf(new Blob([tag, mp3]), 10);
  assert.ok(sending.body.size <= mp3.size, `${sending.body.size}`);
  assert.equal((await ask(sending.body)).report.probability, (await ask(mp3)).report.probability);

  // The picture of a FLAC is a metadata block between the facts and the audio.
  const flac = new Uint8Array(await blob(data("exactly-10s-44k.flac")).arrayBuffer());
  const picture = new Uint8Array(4 + size);
  picture.set([6, size >> 16, (size >> 8) & 255, size & 255]);
  const file = new Blob([flac.slice(0, 42), picture, flac.slice(42)]);
  const small = await sendingOf(file, 10);
  assert.ok(small.body.size < flac.length, `${small.body.size}`);
  assert.equal((await ask(small.body)).report.probability, (await ask(flac)).report.probability);
});

test("models that need the whole track get it", async () => {
  const file = blob(data("stereo-44k.wav"));
  assert.equal((await sendingOf(file, null)).body, file);
});

test("whatever a file looks like, something is sent and nothing thrown", async () => {
  for (const name of readdirSync(data(""))) {
    const bytes = new Uint8Array(await blob(data(name)).arrayBuffer());
    for (let round = 0; round < 40; round += 1) {
      const damaged = bytes.slice(0, round % 2 ? Math.floor((bytes.length * round) / 40) : bytes.length);
      // A fixed sequence, so that a failure can be seen again.
      for (let hit = 1; hit <= 8; hit += 1) damaged[(round * 7919 * hit + hit * hit * 31) % Math.min(damaged.length, 4096)] = (round * 37 + hit * 101) & 255;
      const { body } = await sendingOf(new Blob([damaged]), 10);
      assert.ok(body.size <= damaged.length + 16, name);
    }
  }
});

test("a file cut anywhere is judged or refused, never a failure of the server", async () => {
  for (const name of readdirSync(data(""))) {
    const file = blob(data(name));
    for (const share of [0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 0.999]) {
      const { status, report } = await ask(file.slice(0, Math.ceil(file.size * share)), "?head=true");
      assert.ok([200, 415, 422].includes(status), `${name} cut at ${share}: ${status}`);
      if (status === 200) assert.equal(report.duration_s, null);
    }
  }
});
