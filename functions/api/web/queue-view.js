/** The list of files: a row each, with its stages, its progress and what can be done about it. */

import { byId, el, setText } from "./dom.js";
import { headline } from "./model.js";
import { explain } from "./problems.js";
import { STAGES } from "./queue.js";
import { percent, size, t } from "./text.js";

/** @type {Map<number, Record<string, HTMLElement>>} */
const rows = new Map();

/** What stands behind a name. */
function stateText(job) {
  if (job.state === "done") return headline(job.report, percent);
  if (job.state === "sending" && job.toSend > 0) return t("state.sending", { percent: Math.floor((100 * job.sent) / job.toSend) });
  return t(`state.${job.state}`);
}

function makeRow(job, { queue, select }) {
  const row = { item: el("li", { class: "job" }) };
  row.name = el("button", { type: "button", class: "job-name", onclick: () => select(job, true) }, el("span", { dir: "auto", text: job.name }));
  if (job.path !== job.name) row.name.title = job.path;
  row.state = el("span", { class: "job-state" });
  row.cancel = el("button", { type: "button", class: "icon", onclick: () => queue.cancel(job) });
  row.retry = el("button", { type: "button", class: "quiet", onclick: () => queue.retry(job) });
  row.remove = el("button", { type: "button", class: "icon", onclick: () => queue.remove(job) });
  for (const button of [row.cancel, row.remove]) button.append(cross());
  row.progress = el("progress", { max: "1", value: "0" });
  row.stages = el("ol", { class: "stages" }, ...STAGES.map((stage) => el("li", { "data-stage": stage })));
  row.problem = el("p", { class: "job-problem" });
  row.item.append(
    el("div", { class: "job-line" }, row.name, row.state, el("span", { class: "job-actions" }, row.retry, row.cancel, row.remove)),
    row.progress,
    row.stages,
    row.problem,
  );
  rows.set(job.id, row);
  byId("jobs").append(row.item);
  return row;
}

function cross() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M4 4l8 8M12 4l-8 8");
  svg.append(path);
  return svg;
}

function showStages(row, job) {
  const busy = job.state === "working";
  const next = STAGES.findIndex((stage) => !job.stages.includes(stage));
  [...row.stages.children].forEach((item, index) => {
    const [done, now] = [job.stages.includes(STAGES[index]), busy && index === next];
    item.className = done ? "done" : now ? "now" : "";
    // What is complete is said, not only shown; a name alone must not sound as if it were.
    const mark = t(done ? "stage_done" : now ? "stage_now" : "stage_later");
    const words = [t(`stage_name.${STAGES[index]}`), `, ${mark}`];
    if (item.dataset.words === words.join("")) return;
    item.dataset.words = words.join("");
    item.replaceChildren(words[0], el("span", { class: "visually-hidden", text: words[1] }));
  });
}

/** Shows a job as it now is. */
export function show(job, context) {
  const row = rows.get(job.id) ?? makeRow(job, context);
  const [busy, ended] = [["waiting", "sending", "working"].includes(job.state), ["failed", "cancelled"].includes(job.state)];
  row.item.dataset.state = job.state;
  row.name.disabled = job.state !== "done";
  row.name.toggleAttribute("aria-current", false);
  if (context.selected() === job) row.name.setAttribute("aria-current", "true");
  setText(row.state, stateText(job));
  // Who used a button that now goes away shall not be thrown to the top of the page.
  const focused = document.activeElement;
  const moves = (focused === row.cancel && !busy) || (focused === row.retry && !ended);
  row.cancel.hidden = !busy;
  row.retry.hidden = !ended;
  row.remove.hidden = busy;
  if (moves) (busy ? row.cancel : ended ? row.retry : row.name).focus();
  row.cancel.setAttribute("aria-label", t("cancel_file", { name: job.name }));
  row.remove.setAttribute("aria-label", t("remove_file", { name: job.name }));
  setText(row.retry, t("try_again"));
  row.retry.setAttribute("aria-label", `${t("try_again")}: ${job.name}`);
  row.progress.hidden = job.state !== "sending";
  row.progress.value = job.toSend > 0 ? job.sent / job.toSend : 0;
  row.progress.setAttribute("aria-label", t("upload_of", { name: job.name, size: size(job.toSend) }));
  row.stages.hidden = job.state !== "sending" && job.state !== "working";
  row.stages.setAttribute("aria-label", t("stages_of", { name: job.name }));
  showStages(row, job);
  row.problem.hidden = !job.problem;
  if (!job.problem) return row.problem.replaceChildren();
  const { text, detail } = explain(job.problem);
  // The server's own words are English whatever the page's language.
  row.problem.replaceChildren(text, detail ? el("span", { class: "server-words", lang: "en", text: ` ${detail}` }) : "");
}

/** Takes a row away; the focus goes to its neighbour. */
export function drop(job) {
  const row = rows.get(job.id);
  if (!row) return;
  const neighbour = row.item.nextElementSibling ?? row.item.previousElementSibling;
  const had = row.item.contains(document.activeElement);
  row.item.remove();
  rows.delete(job.id);
  if (had) (neighbour?.querySelector("button:not([hidden]):not(:disabled)") ?? byId("choose")).focus();
}

/** What stands above the rows: how far all of it is. */
export function showTotal(queue) {
  const { jobs } = queue;
  const [done, failed, cancelled] = ["done", "failed", "cancelled"].map((state) => queue.is(state).length);
  const [ended, open] = [done + failed + cancelled, jobs.length - done - failed - cancelled];
  byId("queue").hidden = jobs.length === 0;
  const parts = [open > 0 ? t("total_open", { done: ended, n: jobs.length }) : t("total_done", { n: done })];
  if (failed > 0) parts.push(t("total_failed", { n: failed }));
  if (cancelled > 0) parts.push(t("total_cancelled", { n: cancelled }));
  setText(byId("total-text"), parts.join(" · "));
  const bar = byId("total");
  bar.hidden = open === 0;
  bar.max = Math.max(1, jobs.length);
  // A file under way counts by its stages, sending being one of five.
  const share = (job) => (job.toSend > 0 ? job.sent / job.toSend / 5 : 0) + job.stages.length / 5;
  bar.value = ended + queue.is("sending", "working").reduce((sum, job) => sum + share(job), 0);
  const focused = document.activeElement;
  byId("cancel-all").hidden = open < 2;
  byId("retry-failed").hidden = failed + cancelled < 2;
  byId("clear").hidden = open > 0;
  byId("exports").hidden = done === 0;
  if (focused instanceof HTMLElement && focused.hidden) byId("choose").focus();
}
