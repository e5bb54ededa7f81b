/** The page: puts the parts together. Each part says at its top what it is for. */

import { fetchModel } from "./api.js";
import { familyTag } from "./bars.js";
import { showBatch } from "./batch.js";
import { byId, el, say } from "./dom.js";
import * as exports from "./export.js";
import * as intake from "./intake.js";
import { byFamily, genreName, headline, largestBytes, model, noticeLanguage, noticeText, setModel } from "./model.js";
import { explainLine, Problem } from "./problems.js";
import { Queue } from "./queue.js";
import * as view from "./queue-view.js";
import { showResult } from "./result.js";
import { language, percent, setLanguage, size, t, translate } from "./text.js";
import * as token from "./token.js";

/** The question for the model that is under way, or was answered last. */
let asking = Promise.resolve();
const queue = new Queue(token.askToken, () => asking);
/** The job whose answer is shown. */
let selected = null;
/** What keeps the model from being known, where something does. */
let trouble = null;
let leftOut = 0;

const context = { queue, select, selected: () => selected };

function select(job, focus) {
  const before = selected;
  selected = job;
  if (before) queue.jobs.includes(before) && view.show(before, context);
  if (job) view.show(job, context);
  showResult(job);
  if (!job || !focus) return;
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  byId("headline").focus({ preventScroll: true });
  byId("result").scrollIntoView({ behavior: reduced ? "auto" : "smooth", block: "start" });
}

function frame() {
  byId("main").classList.toggle("empty", queue.jobs.length === 0);
  byId("intro").hidden = selected !== null;
  byId("left-out").hidden = leftOut === 0;
  byId("left-out").textContent = t("left_out", { n: leftOut });
  view.showTotal(queue);
}

/** Many files change within one frame of the screen; what shows all of them is drawn once. */
let drawing = 0;
function drawSoon() {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    frame();
    showBatch(queue, select);
  });
}

function announce(job) {
  const { jobs } = queue;
  if (queue.is("waiting", "sending", "working").length === 0 && jobs.length > 1) {
    return say(t("said_all", { n: jobs.length, done: queue.is("done").length, failed: queue.is("failed").length }));
  }
  if (job.state === "done") say(t("said_done", { name: job.name, headline: headline(job.report, percent), advice: t(`confidence.${job.report.confidence}`) }));
  if (job.state === "failed") say(t("said_failed", { name: job.name, reason: explainLine(job.problem) }));
  if (job.state === "cancelled") say(t("said_cancelled", { name: job.name }));
  const stage = job.stages.at(-1);
  // One file's stages can be followed by ear; those of many would drown each other.
  if (jobs.length === 1 && job.state === "working") say(stage ? t(`stage.${stage}`) : t("state.working"));
}

queue.addEventListener("change", ({ detail: job }) => {
  view.show(job, context);
  announce(job);
  // The first answer shows itself; later ones wait to be chosen.
  if (job.state === "done" && selected === null) select(job, false);
  else if (job.state === "done" && selected === job) showResult(job);
  if (job.state === "sending" || job.state === "working") view.showTotal(queue);
  else drawSoon();
});

queue.addEventListener("remove", ({ detail: job }) => {
  view.drop(job);
  if (selected === job) select(queue.is("done")[0] ?? null, false);
  drawSoon();
});

function take({ files, left }) {
  leftOut = left;
  if (files.length > 0) queue.add(files);
  else if (left > 0) say(t("left_out", { n: left }));
  drawSoon();
}

function showModel() {
  byId("offline").hidden = !trouble;
  byId("offline-text").textContent = trouble ? explainLine(trouble) : "";
  if (!model) return;
  const { manifest, engine, limits } = model;
  byId("notice").hidden = !noticeText();
  byId("notice-text").textContent = noticeText();
  byId("notice-text").lang = noticeLanguage();
  const track = limits.head_s === null;
  byId("intro-1").textContent = t(track ? "intro_1_track" : "intro_1");
  const accepted = { formats: limits.formats.replaceAll("-", "\u2011"), limit: size(largestBytes()) };
  byId("accepted").textContent = t(track ? "accepted_by_track" : "accepted_by", accepted);
  byId("about-model").textContent = t("about_model", { model: manifest.id, engine: `${engine.name} ${engine.version}` });
  byId("families").replaceChildren(...byFamily().flatMap(({ name, labels }) => [
    el("dt", null, familyTag(name)),
    el("dd", { text: labels.map(genreName).join(t("list_comma")) }),
  ]));
}

async function loadModel() {
  try {
    setModel(await fetchModel());
    trouble = null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 401) {
      const given = await token.askToken().then(() => true, () => false);
      if (given) return loadModel();
    }
    trouble = error;
  }
  showModel();
  for (const job of trouble ? [] : queue.is("failed").filter(({ problem }) => problem.kind === "unreachable")) queue.retry(job);
}

/** Everything in the language that is set. */
function redraw() {
  translate();
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  showModel();
  for (const job of queue.jobs) view.show(job, context);
  showResult(selected);
  frame();
  showBatch(queue, select);
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    setLanguage(button.dataset.language);
    redraw();
  });
}
byId("cancel-all").addEventListener("click", () => queue.cancelAll());
byId("retry-failed").addEventListener("click", () => queue.is("failed", "cancelled").forEach((job) => queue.retry(job)));
byId("clear").addEventListener("click", () => {
  [...queue.jobs].forEach((job) => queue.remove(job));
  leftOut = 0;
  byId("choose").focus();
  say(t("cleared"));
});
byId("offline-retry").addEventListener("click", async () => {
  asking = loadModel();
  await asking;
  // The button may have gone away under the visitor's finger.
  if (!trouble) byId("choose").focus();
});
exports.listen(queue);
token.listen();
intake.listen(take);
redraw();
asking = loadModel();
await asking;
document.documentElement.dataset.ready = "";
