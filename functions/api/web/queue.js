/** The files and what becomes of them. Knows nothing of how they are shown: it tells with `change` events. */

import * as api from "./api.js";
import { sendingOf } from "./head.js";
import { largestBytes, model } from "./model.js";
import { Problem } from "./problems.js";
import { size, sizeUp } from "./text.js";

/** Files under way at once: while one is judged, the next is sent. */
const AT_ONCE = 2;
/** How often a file comes back by itself after the server was busy, and the wait where the server does not tell one, seconds. */
const RETURNS = 4;
const WAIT_S = 3;

export const STAGES = ["audio", "spectrogram", "inference", "probabilities"];

/**
 * @typedef {object} Job
 * @property {number} id
 * @property {File} file
 * @property {string} name what is shown: the last component
 * @property {string} path with its folders, where it came from one
 * @property {"waiting"|"sending"|"working"|"done"|"failed"|"cancelled"} state
 * @property {number} sent bytes
 * @property {number} toSend bytes
 * @property {boolean} head
 * @property {{s3: string, name: string}|null} uploaded where it lies, once it was too large for a call and has been sent elsewhere
 * @property {string[]} stages those that are complete
 * @property {object|null} report
 * @property {Problem|null} problem
 */

/** A name without marks that turn the direction of writing, which can make one file look like another. The API does the same. */
const plainName = (name) => name.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

export class Queue extends EventTarget {
  /** @type {Job[]} */
  jobs = [];
  #next = 1;
  #running = new Map();
  #askToken;
  #ready;

  /**
   * @param {() => Promise<void>} askToken resolves when there is a token, rejects when there will be none
   * @param {() => Promise<void>} ready resolves when the server has been asked for its model; files may come earlier
   */
  constructor(askToken, ready) {
    super();
    this.#askToken = askToken;
    this.#ready = ready;
  }

  #tell(job) {
    if (!this.jobs.includes(job)) return;
    this.dispatchEvent(new CustomEvent("change", { detail: job }));
  }

  /** @param {{file: File, path: string}[]} files */
  add(files) {
    const added = files.map(({ file, path }) => {
      const about = { id: this.#next, file, name: plainName(file.name), path: plainName(path || file.name) };
      this.#next += 1;
      return { ...about, state: "waiting", sent: 0, toSend: file.size, head: false, uploaded: null, stages: [], report: null, problem: null };
    });
    this.jobs.push(...added);
    for (const job of added) this.#tell(job);
    this.#go();
    return added;
  }

  get(id) {
    return this.jobs.find((job) => job.id === id);
  }

  is(...states) {
    return this.jobs.filter((job) => states.includes(job.state));
  }

  cancel(job) {
    const running = this.#running.get(job.id);
    if (running) running.abort(new Problem("cancelled"));
    else if (job.state === "waiting") this.#finish(job, "cancelled");
  }

  cancelAll() {
    for (const job of this.is("waiting", "sending", "working")) this.cancel(job);
  }

  retry(job) {
    if (job.state !== "failed" && job.state !== "cancelled") return;
    // Something may be wrong with what lies there: whoever asks again wants everything anew.
    Object.assign(job, { state: "waiting", sent: 0, uploaded: null, stages: [], problem: null });
    this.#tell(job);
    this.#go();
  }

  remove(job) {
    this.cancel(job);
    this.jobs = this.jobs.filter((kept) => kept !== job);
    this.dispatchEvent(new CustomEvent("remove", { detail: job }));
    this.#go();
  }

  #finish(job, state, problem = null) {
    Object.assign(job, { state, problem });
    this.#tell(job);
  }

  #go() {
    while (this.#running.size < AT_ONCE) {
      const job = this.jobs.find((candidate) => candidate.state === "waiting" && !this.#running.has(candidate.id));
      if (!job) return;
      const running = new AbortController();
      this.#running.set(job.id, running);
      this.#work(job, running.signal)
        .then((report) => {
          job.report = report;
          this.#finish(job, "done");
        })
        .catch((error) => this.#fail(job, error))
        .finally(() => {
          this.#running.delete(job.id);
          this.#go();
        });
    }
  }

  #fail(job, error) {
    if (error instanceof Problem && error.kind === "cancelled") return this.#finish(job, "cancelled");
    if (error instanceof Problem) {
      // Whoever declines to give a token is not asked again for each file that waits.
      if (error.kind === "unauthorized") this.is("waiting").forEach((waiting) => this.#finish(waiting, "failed", error));
      return this.#finish(job, "failed", error);
    }
    // The file was moved or changed since it was chosen, or is a folder in disguise.
    if (error instanceof DOMException) return this.#finish(job, "failed", new Problem("file-gone"));
    this.#finish(job, "failed", new Problem("page-broke"));
    throw error;
  }

  async #work(job, signal) {
    for (let round = 0; ; round += 1) {
      const before = job.uploaded;
      try {
        return await this.#once(job, signal);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) await (error.stale ? null : this.#askToken());
        // It has been cleared away since; what was only just sent would be missing again.
        else if (error.kind === "no-such-object" && before) job.uploaded = null;
        else if ((error.status === 429 || error.status === 503) && round < RETURNS) await pause(error.retryAfterS ?? WAIT_S * (round + 1), signal);
        else throw error;
        if (signal.aborted) throw signal.reason;
        Object.assign(job, { state: "sending", sent: 0, stages: [] });
        this.#tell(job);
      }
    }
  }

  async #once(job, signal) {
    const { file } = job;
    if (file.size === 0) throw new Problem("empty");
    await unlessCancelled(this.#ready(), signal);
    if (!model) throw new Problem("unreachable");
    Object.assign(job, { state: "sending", sent: 0 });
    this.#tell(job);
    const { body, head, durationS } = await sendingOf(file, model.limits.head_s ?? null);
    if (signal.aborted) throw signal.reason;
    Object.assign(job, { toSend: body.size, head });
    const onUpload = (sent, total) => {
      Object.assign(job, { sent, toSend: total || body.size });
      if (sent >= job.toSend) job.state = "working";
      this.#tell(job);
    };
    const what = await this.#way(body, job, { signal, onUpload });
    const onStage = ({ stage }) => {
      job.state = "working";
      if (STAGES.includes(stage) && !job.stages.includes(stage)) job.stages.push(stage);
      this.#tell(job);
    };
    const report = await api.classify(what, { head, signal, onUpload, onStage });
    // Stages that a gateway has held back are all complete now.
    job.stages = [...STAGES];
    return { ...report, name: job.path, duration_s: report.duration_s ?? (head ? durationS : null) };
  }

  /** The body itself where a call can carry it; otherwise it is uploaded first. Only what is sent counts, however large the file is. */
  async #way(body, job, options) {
    if (body.size > largestBytes()) {
      throw new Problem(job.head ? "head-too-large" : "file-too-large", { values: { size: sizeUp(body.size), limit: size(largestBytes()) } });
    }
    if (body.size <= model.limits.file_bytes) return body;
    if (job.uploaded) {
      Object.assign(job, { state: "working", sent: job.toSend });
      this.#tell(job);
    }
    job.uploaded ??= await api.upload(body, job.name, options);
    return job.uploaded;
  }
}

/** Waits for something that several files wait for: who cancels one of them need not. */
function unlessCancelled(promise, signal) {
  if (signal.aborted) throw signal.reason;
  const cancelled = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  return Promise.race([promise, cancelled]);
}

/** Waits, unless it is called off. */
function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(seconds, 60) * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
