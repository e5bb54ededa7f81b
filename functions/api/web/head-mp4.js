/**
 * The head of an M4A: `moov` tells where every piece of audio lies. Where it stands at the end, it is sent behind the piece of `mdat`.
 * Source: ISO/IEC 14496-12, sections 4.2 (boxes), 8.1.1, 8.2.1, 8.6.1.2, 8.7.
 */

import { name } from "./bytes.js";

/** Larger ones are left to the server. */
const MAX_MOOV_BYTES = 32 * 1024 * 1024;
const MAX_BOXES = 1000;

/** The boxes in `view` from `at` on: type, and a view of the body. */
function* boxes(view, at = 0) {
  while (at + 8 <= view.byteLength) {
    let [header, size] = [8, view.getUint32(at)];
    if (size === 1 && at + 16 <= view.byteLength) [header, size] = [16, Number(view.getBigUint64(at + 8))];
    if (size === 0) size = view.byteLength - at;
    if (size < header || at + size > view.byteLength) return;
    yield [name(view, at + 4), new DataView(view.buffer, view.byteOffset + at + header, size - header)];
    at += size;
  }
}

/** The body of the first box along a path of types. */
function inside(view, ...path) {
  for (const type of path) {
    view = view && [...boxes(view)].find(([found]) => found === type)?.[1];
  }
  return view ?? null;
}

/** The boxes of the file itself. */
async function outline(bytes) {
  const found = [];
  for (let at = 0; at + 8 <= bytes.size && found.length < MAX_BOXES; ) {
    const view = await bytes.view(at, 16);
    let [header, size] = [8, view.getUint32(0)];
    if (size === 1 && view.byteLength === 16) [header, size] = [16, Number(view.getBigUint64(8))];
    if (size === 0) size = bytes.size - at;
    if (size < header || at + size > bytes.size) return null;
    found.push({ type: name(view, 4), at, header, end: at + size });
    at += size;
  }
  return found;
}

/** Number of samples (packets) that begin before `seconds`, from the table of their durations. */
function samplesBefore(table, ticks) {
  let [count, time] = [0, 0];
  for (let index = 0; index < table.getUint32(4); index += 1) {
    const [run, delta] = [table.getUint32(8 + 8 * index), table.getUint32(12 + 8 * index)];
    const fitting = delta > 0 ? Math.min(run, Math.ceil((ticks - time) / delta)) : run;
    count += fitting;
    if (fitting < run) return count;
    time += run * delta;
  }
  return count;
}

/** One behind the last byte of the first `count` samples. */
function lastByte(stbl, count) {
  const [stsc, stsz] = [inside(stbl, "stsc"), inside(stbl, "stsz")];
  const [stco, co64] = [inside(stbl, "stco"), inside(stbl, "co64")];
  if (!stsc || !stsz || !(stco || co64)) return null;
  const offset = (chunk) => (stco ? stco.getUint32(8 + 4 * chunk) : Number(co64.getBigUint64(8 + 8 * chunk)));
  const chunks = (stco ?? co64).getUint32(4);
  const [fixed, total] = [stsz.getUint32(4), stsz.getUint32(8)];
  const wanted = Math.min(count, total);
  let [sample, entry, end] = [0, 0, 0];
  for (let chunk = 0; chunk < chunks && sample < wanted; chunk += 1) {
    while (entry + 1 < stsc.getUint32(4) && stsc.getUint32(8 + 12 * (entry + 1)) <= chunk + 1) entry += 1;
    let size = 0;
    const until = Math.min(sample + stsc.getUint32(12 + 12 * entry), wanted);
    for (; sample < until; sample += 1) size += fixed || stsz.getUint32(12 + 4 * sample);
    end = Math.max(end, offset(chunk) + size);
  }
  return end;
}

/** The header of `mdat`, with the size that it has when it ends at `end`. */
async function shorterHeader(bytes, mdat, end) {
  const view = await bytes.view(mdat.at, mdat.header);
  const copy = new DataView(view.buffer.slice(view.byteOffset, view.byteOffset + mdat.header));
  if (mdat.header === 16) copy.setBigUint64(8, BigInt(end - mdat.at));
  else copy.setUint32(0, end - mdat.at);
  return new Uint8Array(copy.buffer);
}

export async function mp4Head(bytes, seconds) {
  const found = await outline(bytes);
  const [moov, mdat] = ["moov", "mdat"].map((type) => found?.filter((box) => box.type === type));
  // Fragmented files and those in several pieces are sent whole.
  if (!found || moov.length !== 1 || mdat.length !== 1 || found.some((box) => box.type === "moof")) return null;
  if (moov[0].end - moov[0].at > MAX_MOOV_BYTES) return null;
  const view = await bytes.view(moov[0].at, moov[0].end - moov[0].at);
  const tracks = [...boxes(inside(view, "moov"))].filter(([type]) => type === "trak").map(([, body]) => body);
  const track = tracks.find((body) => name(inside(body, "mdia", "hdlr") ?? view, 8) === "soun");
  const [mdhd, stbl] = [track && inside(track, "mdia", "mdhd"), track && inside(track, "mdia", "minf", "stbl")];
  const stts = stbl && inside(stbl, "stts");
  if (!mdhd || !stts || inside(view, "moov", "mvex")) return null;
  const long = mdhd.getUint8(0) === 1;
  const timescale = mdhd.getUint32(long ? 20 : 12);
  const ticks = long ? Number(mdhd.getBigUint64(24)) : mdhd.getUint32(16);
  const end = lastByte(stbl, samplesBefore(stts, seconds * timescale));
  if (!end || end <= mdat[0].at + mdat[0].header || end >= mdat[0].end) return null;
  const durationS = timescale > 0 && ticks > 0 ? ticks / timescale : null;
  if (moov[0].at < mdat[0].at) return { parts: [[0, end]], durationS };
  const header = await shorterHeader(bytes, mdat[0], end);
  const parts = [[0, mdat[0].at], header, [mdat[0].at + mdat[0].header, end], [moov[0].at, moov[0].end]];
  return { parts, durationS };
}
