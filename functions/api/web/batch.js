/** All files together: how many of each genre, and a table to sort and filter. */

import { familyTag } from "./bars.js";
import { byId, el, say, setText } from "./dom.js";
import { byFamily, familyColor, familyName, genreName } from "./model.js";
import { clock, language, percent, t } from "./text.js";

const CONFIDENCES = ["confident", "contested", "atypical"];
const order = { key: "file", down: false };
const filter = { genre: "", confidence: "" };

const COLUMNS = [
  { key: "file", value: (job) => job.path },
  { key: "genre", value: (job) => genreName(job.report.genre) },
  { key: "probability", value: (job) => job.report.probability, number: true },
  { key: "confidence_column", value: (job) => -CONFIDENCES.indexOf(job.report.confidence) },
  { key: "family", value: (job) => familyName(job.report.scores[0].family) },
  { key: "length", value: (job) => job.report.duration_s ?? -1, number: true },
];

function compare(a, b) {
  if (typeof a === "number") return a - b;
  return a.localeCompare(b, language === "zh" ? "zh-CN" : "en", { numeric: true });
}

/** A bar per family, made of its genres, each as long as it has files. */
function summary(jobs) {
  const count = (genre) => jobs.filter((job) => job.report.genre === genre).length;
  const families = byFamily().map(({ name, labels }) => {
    const genres = labels.map((label) => ({ label, n: count(label) })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
    return { name, genres, n: genres.reduce((sum, genre) => sum + genre.n, 0) };
  }).filter(({ n }) => n > 0);
  const most = Math.max(...families.map((family) => family.n));
  return el("ul", { class: "stacks" }, ...families.map((family) => {
    const stack = el("span", { class: "stack", "aria-hidden": "true" }, ...family.genres.map(({ n }) => {
      const part = el("span");
      part.style.setProperty("--color", familyColor(family.name));
      part.style.setProperty("--share", String(n / most));
      return part;
    }));
    const words = family.genres.map(({ label, n }) => `${genreName(label)} ${n}`).join(" · ");
    return el(
      "li",
      null,
      el("span", { class: "stack-name" }, familyTag(family.name)),
      el("span", { class: "stack-count", text: String(family.n) }),
      stack,
      el("span", { class: "stack-words", text: words }),
    );
  }));
}

function select(id, words, options, chosen, change) {
  const made = el("select", { id, onchange: (event) => change(event.target.value) }, ...options.map(([value, text]) => el("option", { value, text, selected: value === chosen })));
  return el("span", { class: "filter" }, el("label", { for: id, text: words }), made);
}

/** Column headings that sort. */
function heading(column, redraw) {
  const sorted = order.key === column.key;
  const sort = () => {
    Object.assign(order, sorted ? { down: !order.down } : { key: column.key, down: column.key === "probability" });
    redraw();
    byId(`sort-${column.key}`).focus();
    say(t(order.down ? "sorted_down" : "sorted_up", { column: t(column.key) }));
  };
  const mark = el("span", { class: "sort-mark", "aria-hidden": "true", text: sorted ? (order.down ? "↓" : "↑") : "" });
  return el(
    "th",
    { scope: "col", class: column.number ? "number" : "", "aria-sort": sorted ? (order.down ? "descending" : "ascending") : "none" },
    el("button", { type: "button", id: `sort-${column.key}`, class: "sort", onclick: sort }, t(column.key), mark),
  );
}

function line(job, open) {
  const { report } = job;
  return el(
    "tr",
    null,
    el("th", { scope: "row" }, el("button", { type: "button", class: "link", id: `open-${job.id}`, dir: "auto", text: job.path, onclick: () => open(job, true) })),
    el("td", { text: genreName(report.genre) }),
    el("td", { class: "number", text: percent(report.probability) }),
    el("td", null, el("span", { class: `badge ${report.confidence}`, text: t(`confidence.${report.confidence}`) })),
    el("td", null, familyTag(report.scores[0].family)),
    el("td", { class: "number", text: report.duration_s > 0 ? clock(report.duration_s) : "–" }),
  );
}

/**
 * Shows the batch, where there is one: at least two files.
 * @param {import("./queue.js").Queue} queue
 * @param {(job: object, focus: boolean) => void} open
 */
export function showBatch(queue, open) {
  const section = byId("batch");
  const done = queue.is("done");
  section.hidden = queue.jobs.length < 2 || done.length === 0;
  if (section.hidden) return section.replaceChildren();
  const redraw = () => showBatch(queue, open);
  const wanted = done.filter(({ report }) => (!filter.genre || report.genre === filter.genre) && (!filter.confidence || report.confidence === filter.confidence));
  const column = COLUMNS.find(({ key }) => key === order.key);
  wanted.sort((a, b) => (order.down ? -1 : 1) * compare(column.value(a), column.value(b)));

  const shown = t("shown", { shown: wanted.length, n: done.length });
  const table = el(
    "table",
    null,
    el("caption", { class: "visually-hidden", text: t("batch_caption") }),
    el("thead", null, el("tr", null, ...COLUMNS.map((each) => heading(each, redraw)))),
    el("tbody", null, ...wanted.map((job) => line(job, open))),
  );
  const wide = el("div", { class: "wide", role: "region", "aria-label": t("batch_caption"), tabindex: "0" }, table);
  if (section.querySelector(".filters")?.contains(document.activeElement)) {
    // A list that is open stays open while files finish.
    section.querySelector(".stacks").replaceWith(summary(done));
    section.querySelector(".wide").replaceWith(wide);
    return setText(byId("shown"), shown);
  }

  const seen = new Set(done.map(({ report }) => report.genre));
  // What was chosen stays to be chosen, also when no file is left that it fits.
  const genres = byFamily().flatMap(({ labels }) => labels).filter((label) => seen.has(label) || label === filter.genre);
  const change = (key) => (value) => {
    filter[key] = value;
    redraw();
    say(byId("shown").textContent);
  };
  const any = ["", t("any")];
  const filters = el(
    "div",
    { class: "filters" },
    select("filter-genre", t("genre"), [any, ...genres.map((genre) => [genre, genreName(genre)])], filter.genre, change("genre")),
    select("filter-confidence", t("confidence_column"), [any, ...CONFIDENCES.map((word) => [word, t(`confidence.${word}`)])], filter.confidence, change("confidence")),
    el("p", { id: "shown", class: "hint", text: shown }),
  );
  // Files finish while somebody is at work here: what had the focus keeps it.
  const focused = section.contains(document.activeElement) ? document.activeElement.id : "";
  section.replaceChildren(
    el("h2", { id: "batch-title", text: t("batch_title") }),
    summary(done),
    filters,
    wide,
  );
  if (focused) byId(focused)?.focus();
}
