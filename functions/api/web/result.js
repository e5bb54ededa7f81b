/** The answer for one file. */

import { bars, legend, table } from "./bars.js";
import { saveChart } from "./chart.js";
import { byId, el } from "./dom.js";
import { adviceOf, genreName, headline, model } from "./model.js";
import { spectrogram } from "./spectrogram.js";
import { clock, duration, number, percent, size, t } from "./text.js";

const FIRST = 5;
/** Marks that differ in shape, so that the colour is not the only sign. */
const MARKS = { confident: "●", contested: "◐", atypical: "○" };

let all = false;
let end = () => {};

function verdict(report) {
  const badge = el("span", { class: `badge ${report.confidence}` }, el("span", { "aria-hidden": "true", text: MARKS[report.confidence] ?? "" }), " ", t(`confidence.${report.confidence}`));
  return el("p", { class: "verdict" }, badge, " ", adviceOf(report));
}

/** Bars and table, for the first five or for all. */
function scores(report, path) {
  const box = el("div", { class: "scores" });
  const fill = () => {
    const shown = all ? report.scores : report.scores.slice(0, FIRST);
    const option = (wanted, words) => el("button", {
      type: "button",
      text: words,
      "aria-pressed": String(all === wanted),
      onclick: () => {
        all = wanted;
        fill();
        box.querySelector("[aria-pressed=true]").focus();
      },
    });
    const choice = el("div", { class: "segmented", role: "group", "aria-label": t("how_many") }, option(false, t("top_five")), option(true, t("all_genres", { n: report.scores.length })));
    box.replaceChildren(
      el("div", { class: "section-head" }, el("h3", { text: t("probabilities") }), choice),
      bars(shown),
      legend(shown),
      el("div", { class: "table" }, table(shown, report.scores, t("table_caption", { name: path }))),
    );
  };
  fill();
  return box;
}

/** What a model that judges a whole track says of its windows. */
function windows(report) {
  if (!Array.isArray(report.windows) || report.windows.length === 0) return null;
  const { vote } = report;
  const words = [t("windows", { n: report.windows.length }), vote && t("vote", { genre: genreName(vote.genre), n: vote.windows, of: vote.of })];
  const rows = report.windows.map((window) => el(
    "tr",
    null,
    el("th", { scope: "row", class: "number", text: `${clock(window.start_s)}–${clock(window.start_s + window.seconds)}` }),
    el("td", { text: genreName(window.genre) }),
    el("td", { class: "number", text: percent(window.probability) }),
  ));
  const head = el("tr", null, ...["window_time", "genre", "probability"].map((key) => el("th", { scope: "col", class: key === "genre" ? "" : "number", text: t(key) })));
  return el(
    "details",
    { class: "windows" },
    el("summary", { text: words.filter(Boolean).join(t("clause")) }),
    el("table", null, el("thead", null, head), el("tbody", null, ...rows)),
  );
}

/** Names and values as a list of pairs. */
function pairs(list) {
  const known = list.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", { class: "facts" }, ...known.map(([name, value]) => el("div", null, el("dt", { text: name }), el("dd", { text: value }))));
}

function facts(job) {
  const { report } = job;
  const { audio, timings_ms: ms } = report;
  const time = (value) => (typeof value === "number" ? duration(value) : null);
  return el(
    "div",
    { class: "about" },
    el("h3", { text: t("how_long") }),
    pairs([
      [t("stage.audio"), time(ms?.decode)],
      [t("stage.spectrogram"), time(ms?.spectrogram)],
      [t("stage.inference"), time(ms?.inference)],
      [t("timing_total"), time(ms?.total)],
      [t("sent"), job.toSend < job.file.size ? t("sent_part", { part: size(job.toSend), whole: size(job.file.size) }) : size(job.file.size)],
    ]),
    el("h3", { text: t("what_was_heard") }),
    pairs([
      [t("codec"), audio.codec],
      [t("sample_rate"), `${number(audio.sample_rate_hz)} Hz`],
      [t("channels"), number(audio.channels)],
      [t("length"), report.duration_s > 0 ? clock(report.duration_s) : null],
      [t("model"), `${report.model.id} (${report.model.precision}, sha256 ${report.model.sha256.slice(0, 12)}…)`],
      [t("engine"), report.engine],
    ]),
  );
}

/** Shows the answer of a finished job, or nothing. */
export function showResult(job) {
  end();
  end = () => {};
  const section = byId("result");
  section.hidden = !job?.report || !model;
  if (section.hidden) return section.replaceChildren();
  const { report } = job;
  const seen = spectrogram(report, job.file);
  end = seen.end;
  section.replaceChildren(
    el(
      "div",
      { class: "result-head" },
      el("p", { class: "file-name", dir: "auto", text: job.path }),
      el("h2", { id: "headline", tabindex: "-1", text: headline(report, percent) }),
      verdict(report),
    ),
    el(
      "div",
      { class: "picture-side" },
      el("h3", { text: t("what_the_model_saw") }),
      seen.figure,
      windows(report),
      el("p", { class: "actions" }, el("button", { type: "button", class: "quiet", text: t("save_chart"), onclick: () => saveChart(job, all ? report.scores.length : FIRST) })),
    ),
    scores(report, job.path),
    facts(job),
  );
}
