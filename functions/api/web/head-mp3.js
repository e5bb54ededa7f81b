/**
 * The head of an MP3: its frames are walked one by one, so that variable bit rates need no guess.
 * Tables: ISO/IEC 11172-3, 2.4.2.3, and 13818-3; ID3v2: id3.org, "ID3v2.4 structure", section 3.1.
 */

import { name } from "./bytes.js";

const KBPS_MPEG1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBPS_MPEG2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES_HZ = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000], 0: [11025, 12000, 8000] };
/** How far behind the tags the first frame is looked for. */
const SEARCH_BYTES = 64 * 1024;

/** The frame whose header stands at `at`, or nothing. Layer III only; free format has no length of its own. */
function frame(view, at) {
  if (at + 4 > view.byteLength) return null;
  const word = view.getUint32(at);
  const [version, layer] = [(word >>> 19) & 3, (word >>> 17) & 3];
  const [kbps, rate] = [(word >>> 12) & 15, (word >>> 10) & 3];
  if (word >>> 21 !== 0x7ff || version === 1 || layer !== 1 || kbps === 0 || kbps === 15 || rate === 3) return null;
  const mpeg1 = version === 3;
  const rateHz = RATES_HZ[version][rate];
  const bitsPerSecond = 1000 * (mpeg1 ? KBPS_MPEG1 : KBPS_MPEG2)[kbps];
  const bytes = Math.floor(((mpeg1 ? 144 : 72) * bitsPerSecond) / rateHz) + ((word >>> 9) & 1);
  const sideInfo = mpeg1 ? (((word >>> 6) & 3) === 3 ? 17 : 32) : ((word >>> 6) & 3) === 3 ? 9 : 17;
  return { bytes, rateHz, samples: mpeg1 ? 1152 : 576, sideInfo, kind: word & 0xfffe0c00 };
}

/** Where the ID3v2 tags end, pictures and all. */
async function behindTags(bytes) {
  let at = 0;
  for (;;) {
    const view = await bytes.view(at, 10);
    if (view.byteLength < 10 || name(view, 0, 3) !== "ID3") return at;
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (view.getUint8(index) & 127), 0);
    at += 10 + size + (view.getUint8(5) & 16 ? 10 : 0);
  }
}

/** The first place from `start` on where a frame begins that another one of its kind follows. */
async function firstFrame(bytes, start) {
  const view = await bytes.view(start, SEARCH_BYTES);
  for (let at = 0; at + 4 <= view.byteLength; at += 1) {
    const found = view.getUint8(at) === 0xff && frame(view, at);
    const next = found && frame(view, at + found.bytes);
    if (next && next.kind === found.kind) return start + at;
  }
  return null;
}

/** Length in seconds as LAME's tag in the first frame states it; only with its delay and padding is it exact. */
function statedLength(view, first) {
  const at = 4 + first.sideInfo;
  if (view.byteLength < at + 144 || !["Xing", "Info"].includes(name(view, at)) || !(view.getUint32(at + 4) & 1)) return null;
  const flags = view.getUint32(at + 4);
  const lame = at + 8 + 4 + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (view.byteLength < lame + 24 || !["LAME", "Lavc", "Lavf"].includes(name(view, lame))) return null;
  const packed = (view.getUint8(lame + 21) << 16) | (view.getUint8(lame + 22) << 8) | view.getUint8(lame + 23);
  const trimmed = (packed >>> 12) + (packed & 0xfff);
  return (view.getUint32(at + 8) * first.samples - trimmed) / first.rateHz;
}

/** @type {(bytes: import("./bytes.js").Bytes, seconds: number) => Promise<object|null>} */
export async function mp3Head(bytes, seconds) {
  const start = await behindTags(bytes);
  const begin = start < bytes.size ? await firstFrame(bytes, start) : null;
  if (begin === null) return null;
  const opening = await bytes.view(begin, 512);
  const first = frame(opening, 0);
  const durationS = statedLength(opening, first);
  let [at, heard] = [begin, 0];
  while (heard < seconds) {
    const found = frame(await bytes.view(at, 4), 0);
    if (!found || found.kind !== first.kind) {
      // The tags at the end, or the end itself: the rest is all there is. Anything else is damage, which the server shall see.
      const rest = await bytes.view(at, 8);
      const ended = at >= bytes.size || name(rest, 0, 3) === "TAG" || name(rest, 0, 8) === "APETAGEX";
      return ended ? { parts: [[begin, bytes.size]], head: false, durationS } : null;
    }
    heard += found.samples / found.rateHz;
    at += found.bytes;
  }
  return { parts: [[begin, Math.min(at, bytes.size)]], head: at < bytes.size, durationS };
}
