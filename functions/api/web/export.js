/** All results as files. */

import { byId, download } from "./dom.js";
import { model } from "./model.js";
import { explainLine } from "./problems.js";

/** As the API's own `text/csv` has them, in front of one column per label. */
const COLUMNS = [
  "name", "genre", "probability", "confidence", "family", "silent", "codec", "sample_rate_hz", "channels", "duration_s",
  "window_start_s", "window_s", "looped", "model", "model_sha256", "precision", "engine",
];

/** Text that no spreadsheet takes for a formula. */
const plain = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A cell of RFC 4180. */
function cell(value) {
  const text = typeof value === "string" ? plain(value) : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function row(job, labels) {
  const { report } = job;
  if (!report) return [job.path, ...Array(COLUMNS.length - 1 + labels.length).fill("")];
  const { audio } = report;
  const shares = new Map(report.scores.map((score) => [score.genre, score.probability]));
  return [
    job.path, report.genre, report.probability, report.confidence, report.scores[0]?.family ?? "", report.silent,
    audio.codec, audio.sample_rate_hz, audio.channels, report.duration_s === null ? "" : Number(report.duration_s.toFixed(3)),
    audio.window.start_s, audio.window.seconds, audio.window.looped,
    report.model.id, report.model.sha256, report.model.precision, report.engine,
    ...labels.map((label) => shares.get(label)),
  ];
}

/** Jobs that have come to an end worth telling. */
const ended = (jobs) => jobs.filter((job) => job.report || job.problem);

/** A table with a row per file; with several files also a column for the reasons of those that could not be judged. */
export function csv(jobs) {
  const labels = model.manifest.labels.map((label) => label.name);
  const told = ended(jobs);
  const several = told.length > 1;
  const line = (cells) => `${cells.map(cell).join(",")}\r\n`;
  const rows = told.map((job) => [...row(job, labels), ...(several ? [job.problem ? explainLine(job.problem) : ""] : [])]);
  // The mark in front tells Excel that what follows is UTF-8.
  return `\uFEFF${line([...COLUMNS, ...labels, ...(several ? ["error"] : [])])}${rows.map(line).join("")}`;
}

/** The reports as the API gives them, without their pictures. */
export function json(jobs) {
  const results = ended(jobs).map((job) => {
    if (job.problem) return { name: job.path, kind: job.problem.kind, status: job.problem.status || undefined, detail: explainLine(job.problem) };
    const { spectrogram, ...report } = job.report;
    return report;
  });
  return `${JSON.stringify({ results }, null, 2)}\n`;
}

/** The two buttons below the list. */
export function listen(queue) {
  byId("save-csv").addEventListener("click", () => download("acousticsense.csv", new Blob([csv(queue.jobs)], { type: "text/csv;charset=utf-8" })));
  byId("save-json").addEventListener("click", () => download("acousticsense.json", new Blob([json(queue.jobs)], { type: "application/json" })));
}
