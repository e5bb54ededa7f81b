/**
 * How much of a file has to be sent.
 *
 * A model that judges the first seconds sees the same whether it gets the whole file or only its head. Each reader below finds, from what
 * the file itself says, where those seconds surely end; where a file is not as it should be, all of it is sent.
 */

import { Bytes, name } from "./bytes.js";
import { flacHead, oggHead } from "./head-packets.js";
import { mp3Head } from "./head-mp3.js";
import { mp4Head } from "./head-mp4.js";
import { aiffHead, wavHead } from "./head-pcm.js";

/** Sent beyond the window, seconds: encoder delay, priming (up to a second), what the resampler and the decoder look ahead. */
const MARGIN_S = 2.5;
/** A head that spares less than this share of a file is not worth the care. */
const WORTHWHILE = 0.9;

/**
 * @typedef {object} Sending
 * @property {Blob} body what to send
 * @property {boolean} head true when it is only the beginning of the recording
 * @property {number|null} durationS length of the whole recording, where the file states it
 */

/** Which reader fits the first bytes. What none fits may be MP3: its frames can begin anywhere. */
async function readerFor(bytes) {
  const start = await bytes.view(0, 12);
  if (start.byteLength < 12) return null;
  const four = name(start);
  if (four === "RIFF" && name(start, 8) === "WAVE") return wavHead;
  if (four === "FORM" && (name(start, 8) === "AIFF" || name(start, 8) === "AIFC")) return aiffHead;
  if (four === "fLaC") return flacHead;
  if (four === "OggS") return oggHead;
  if (name(start, 4) === "ftyp") return mp4Head;
  return mp3Head;
}

/**
 * What to send of `file` to a model that looks at the first `seconds`, or at all of it when that is null.
 * @param {Blob} file
 * @param {number|null} seconds
 * @returns {Promise<Sending>}
 */
export async function sendingOf(file, seconds) {
  const whole = { body: file, head: false, durationS: null };
  if (typeof seconds !== "number") return whole;
  try {
    const bytes = new Bytes(file);
    const reader = await readerFor(bytes);
    const found = reader && (await reader(bytes, seconds + MARGIN_S));
    if (!found) return whole;
    const body = new Blob(found.parts.map((part) => (Array.isArray(part) ? file.slice(part[0], part[1]) : part)));
    if (body.size > WORTHWHILE * file.size) return whole;
    return { body, head: found.head ?? true, durationS: found.durationS ?? null };
  } catch (error) {
    // A file that cannot be read is told of when it is sent; one that confuses a reader here is the server's to judge.
    if (error instanceof DOMException) throw error;
    return whole;
  }
}
