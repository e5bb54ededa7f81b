/**
 * The heads of FLAC and Ogg Vorbis.
 * Sources: RFC 9639 (FLAC), sections 8 and 9; RFC 3533 (Ogg), section 6; "Vorbis I specification", section 4.2.2.
 */

import { name } from "./bytes.js";

/** FLAC blocks smaller than this are too rare to be worth a bound of their own overhead. */
const MIN_BLOCK_SAMPLES = 256;
const MAX_METADATA_BLOCKS = 1000;
/** The last page of an Ogg file ends within this much of its end: a page has at most 65,307 bytes. */
const LAST_PAGE_BYTES = 65_307;

/**
 * A FLAC frame does not say how long it is. How long it may at most be is known: from the largest one that the encoder met, and because a
 * frame that would grow beyond its samples is stored as they are. Metadata (pictures!) stays behind, but for the one block that is needed.
 */
export async function flacHead(bytes, seconds) {
  const opening = await bytes.view(0, 42);
  if (opening.byteLength < 42 || (opening.getUint8(4) & 127) !== 0 || (opening.getUint32(4) & 0xffffff) !== 34) return null;
  const [minBlock, maxFrame] = [opening.getUint16(8), opening.getUint32(14) & 0xffffff];
  const packed = opening.getUint32(18);
  const [rateHz, channels, bits] = [packed >>> 12, ((packed >>> 9) & 7) + 1, ((packed >>> 4) & 31) + 1];
  const samples = (packed & 15) * 2 ** 32 + opening.getUint32(22);
  if (rateHz === 0 || minBlock < MIN_BLOCK_SAMPLES) return null;
  const block = new Uint8Array(opening.buffer.slice(opening.byteOffset, opening.byteOffset + 42));

  let [at, last] = [4, false];
  for (let count = 0; !last; count += 1) {
    const view = await bytes.view(at, 4);
    if (view.byteLength < 4 || count > MAX_METADATA_BLOCKS) return null;
    last = view.getUint8(0) >= 128;
    at += 4 + (view.getUint32(0) & 0xffffff);
  }
  const frames = Math.ceil((seconds * rateHz) / minBlock) + 1;
  const stored = 1.07 * (seconds * rateHz * channels * bits) / 8 + 64 * 1024;
  const end = at + Math.ceil(Math.min(stored, maxFrame > 0 ? frames * maxFrame : Infinity));
  // The stream's one block of facts is now the last block before the audio.
  block[4] |= 128;
  const durationS = samples > 0 ? samples / rateHz : null;
  return { parts: [block, [at, Math.min(end, bytes.size)]], head: end < bytes.size, durationS };
}

/** An Ogg page's header: its size with everything, its stream, and the number of samples up to its end (-1: none ends here). */
async function page(bytes, at) {
  const view = await bytes.view(at, 27 + 255);
  if (view.byteLength < 28 || name(view) !== "OggS" || view.getUint8(4) !== 0) return null;
  const segments = view.getUint8(26);
  if (view.byteLength < 27 + segments) return null;
  let size = 27 + segments;
  for (let index = 0; index < segments; index += 1) size += view.getUint8(27 + index);
  return { size, header: 27 + segments, begins: (view.getUint8(5) & 2) !== 0, stream: view.getUint32(14), samples: Number(view.getBigInt64(6, true)) };
}

/** Samples up to the end of the file, from its last page. */
async function lastSample(bytes, stream) {
  const from = Math.max(0, bytes.size - LAST_PAGE_BYTES);
  const view = await bytes.view(from, LAST_PAGE_BYTES);
  for (let at = view.byteLength - 27; at >= 0; at -= 1) {
    if (view.getUint8(at) !== 0x4f || name(view, at) !== "OggS" || view.getUint32(at + 14) !== stream) continue;
    const samples = Number(view.getBigInt64(at + 6, true));
    if (samples > 0) return samples;
  }
  return null;
}

/** Pages say how many samples end with them, so the head ends with a page. */
export async function oggHead(bytes, seconds) {
  const first = await page(bytes, 0);
  const head = first?.begins ? await bytes.view(first.header, 16) : null;
  if (!head || head.byteLength < 16 || name(head, 0, 7) !== "\u0001vorbis") return null;
  const rateHz = head.getUint32(12, true);
  if (rateHz === 0) return null;
  let at = first.size;
  for (;;) {
    const next = await page(bytes, at);
    // Several streams beside each other, or one behind the other, are the server's to sort out.
    if (!next || next.begins || next.stream !== first.stream) return null;
    at += next.size;
    if (next.samples / rateHz >= seconds) break;
  }
  if (at >= bytes.size) return null;
  const samples = await lastSample(bytes, first.stream);
  return { parts: [[0, at]], durationS: samples === null ? null : samples / rateHz };
}
