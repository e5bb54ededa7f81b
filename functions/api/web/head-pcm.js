/**
 * The heads of WAV and AIFF: samples of one size each, so that seconds are bytes.
 * Sources: "Multimedia Programming Interface and Data Specifications 1.0" (RIFF); Apple, "Audio Interchange File Format", 1.3, and AIFF-C.
 */

import { name } from "./bytes.js";

/** PCM, floating point, and "extensible", which is one of them. Compressed ones are sent whole. */
const WAV_FORMATS = [1, 3, 0xfffe];
/** Chunks that are walked over before giving up. */
const MAX_CHUNKS = 1000;

/** The chunks of a RIFF or IFF file: name, where the body begins, its size. */
async function* chunks(bytes, littleEndian) {
  let at = 12;
  for (let count = 0; count < MAX_CHUNKS && at + 8 <= bytes.size; count += 1) {
    const view = await bytes.view(at, 8);
    const size = view.getUint32(4, littleEndian);
    yield { id: name(view), body: at + 8, size };
    at += 8 + size + (size % 2);
  }
}

/** A head that ends with a whole frame, `seconds` behind the first sample. */
function cut(bytes, firstSample, sampleBytes, frameBytes, rateHz, seconds) {
  const end = firstSample + Math.ceil(seconds * rateHz) * frameBytes;
  if (!(frameBytes > 0) || !(rateHz > 0) || sampleBytes <= 0 || firstSample + sampleBytes > bytes.size || end >= bytes.size) return null;
  return { parts: [[0, end]], durationS: sampleBytes / frameBytes / rateHz };
}

export async function wavHead(bytes, seconds) {
  let format = null;
  for await (const chunk of chunks(bytes, true)) {
    if (chunk.id === "fmt ") {
      const view = await bytes.view(chunk.body, 16);
      if (view.byteLength < 16) return null;
      format = { tag: view.getUint16(0, true), rateHz: view.getUint32(4, true), frameBytes: view.getUint16(12, true) };
    }
    if (chunk.id === "data") {
      if (!format || !WAV_FORMATS.includes(format.tag)) return null;
      return cut(bytes, chunk.body, chunk.size, format.frameBytes, format.rateHz, seconds);
    }
  }
  return null;
}

/** An 80-bit extended float, as AIFF writes sample rates. */
function extended(view, at) {
  const exponent = view.getUint16(at) - 16383;
  return (view.getUint32(at + 2) * 2 ** 32 + view.getUint32(at + 6)) * 2 ** (exponent - 63);
}

export async function aiffHead(bytes, seconds) {
  let common = null;
  for await (const chunk of chunks(bytes, false)) {
    if (chunk.id === "COMM") {
      const view = await bytes.view(chunk.body, 18);
      if (view.byteLength < 18) return null;
      common = { frames: view.getUint32(2), rateHz: extended(view, 8) };
    }
    if (chunk.id === "SSND") {
      // What stands behind the samples is not sent, so the format must have come before.
      if (!common || common.frames === 0) return null;
      const frameBytes = (chunk.size - 8) / common.frames;
      return Number.isInteger(frameBytes) ? cut(bytes, chunk.body + 8, chunk.size - 8, frameBytes, common.rateHz, seconds) : null;
    }
  }
  return null;
}
