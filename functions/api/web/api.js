/** The API's client. XMLHttpRequest, because fetch does not tell how much of a body has been sent. */

import { Problem, problemOf } from "./problems.js";

const REMEMBERED = "acousticsense.token";

/** Kept until the tab is closed, where the browser allows. */
let token = null;
try {
  token = sessionStorage.getItem(REMEMBERED);
} catch {
  // It is then kept in memory alone.
}

export function setToken(given) {
  token = given;
  try {
    sessionStorage.setItem(REMEMBERED, given);
  } catch {
    // As above.
  }
}

/**
 * One call. Resolves with the answer's text; `onText` gets what has come so far.
 * @param {object} call
 * @param {string} call.method
 * @param {string} call.url
 * @param {Blob|string|null} [call.body]
 * @param {Record<string, string>} [call.headers]
 * @param {boolean} [call.foreign] true for another origin: it must not see the token
 * @param {AbortSignal} [call.signal]
 * @param {(sent: number, total: number) => void} [call.onUpload]
 * @param {(text: string) => void} [call.onText]
 * @returns {Promise<string>}
 */
function request({ method, url, body = null, headers = {}, foreign = false, signal, onUpload, onText }) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const xhr = new XMLHttpRequest();
    const used = token;
    const stop = () => xhr.abort();
    signal?.addEventListener("abort", stop);
    const end = (settle, value) => {
      signal?.removeEventListener("abort", stop);
      settle(value);
    };
    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    if (used && !foreign) xhr.setRequestHeader("authorization", `Bearer ${used}`);
    xhr.upload.onprogress = (event) => onUpload?.(event.loaded, event.total);
    xhr.upload.onload = (event) => onUpload?.(event.loaded, event.total);
    const fine = () => xhr.status >= 200 && xhr.status < 300;
    xhr.onprogress = () => {
      try {
        if (fine()) onText?.(xhr.responseText);
      } catch (error) {
        end(reject, error);
        xhr.abort();
      }
    };
    xhr.onload = () => {
      if (fine()) return end(resolve, xhr.responseText);
      const problem = problemOf(xhr.status, xhr.getResponseHeader("content-type"), xhr.responseText, xhr.getResponseHeader("retry-after"));
      // Another call has been given a token meanwhile: there is nothing to ask the visitor.
      problem.stale = used !== token;
      end(reject, problem);
    };
    // A file that was changed or removed since it was chosen ends here, too.
    xhr.onerror = () => end(reject, new Problem(foreign ? "upload-failed" : "unreachable"));
    xhr.onabort = () => end(reject, signal?.reason ?? new Problem("unreachable"));
    xhr.send(body);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("unreadable-answer");
  }
}

/** The manifest, the engine, the limits. */
export const fetchModel = async () => parsed(await request({ method: "GET", url: "v1/model" }));

/** Lines of an answer that grows: calls `take` once with each that is complete. */
function lineReader(take) {
  let read = 0;
  return (text, ended) => {
    for (let end = text.indexOf("\n", read); end >= 0; end = text.indexOf("\n", read)) {
      const line = text.slice(read, end).trim();
      read = end + 1;
      if (line) take(parsed(line));
    }
    if (ended && text.slice(read).trim()) take(parsed(text.slice(read)));
  };
}

/**
 * Judges a recording.
 * @param {Blob|{s3: string, name: string}} what the audio, or where it was uploaded to
 * @param {{head: boolean, signal: AbortSignal, onUpload: Function, onStage: (line: object) => void}} options
 * @returns {Promise<object>} the report
 */
export async function classify(what, { head, signal, onUpload, onStage }) {
  let report = null;
  const read = lineReader((line) => {
    if (line.stage) onStage(line);
    else report = line;
  });
  const raw = what instanceof Blob;
  const text = await request({
    method: "POST",
    url: `v1/classify?spectrogram=true${head ? "&head=true" : ""}`,
    headers: { accept: "application/x-ndjson", "content-type": raw ? "application/octet-stream" : "application/json" },
    body: raw ? what : JSON.stringify(what),
    signal,
    onUpload: raw ? onUpload : undefined,
    onText: (so_far) => read(so_far, false),
  });
  read(text, true);
  if (!report) throw new Problem("broken-off");
  if (typeof report.kind === "string" && report.genre === undefined) throw new Problem(report.kind, { detail: report.detail, status: report.status });
  if (!Array.isArray(report.scores)) throw new Problem("unreadable-answer");
  return report;
}

/**
 * Sends a file that is too large for a call to where the server says, and gives back what to classify.
 * `POST /v1/uploads {"name", "bytes"}` answers `{"url", "s3"}` and, where the address wants them, `"headers"`; the file is PUT there.
 */
export async function upload(body, name, { signal, onUpload }) {
  const ask = { method: "POST", url: "v1/uploads", headers: { "content-type": "application/json" }, signal };
  const place = parsed(await request({ ...ask, body: JSON.stringify({ name, bytes: body.size }) }));
  if (typeof place.url !== "string" || typeof place.s3 !== "string") throw new Problem("unreadable-answer");
  try {
    await request({ method: "PUT", url: place.url, headers: place.headers ?? {}, body, foreign: true, signal, onUpload });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A bucket speaks XML about things that are none of a visitor's business.
    throw new Problem("upload-failed", { status: error.status });
  }
  return { s3: place.s3, name };
}
