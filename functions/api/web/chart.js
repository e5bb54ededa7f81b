/** The answer as one picture for an archive: always dark on white, whatever the page's scheme. */

import { download } from "./dom.js";
import { adviceOf, familyInk, familyName, genreName, headline, noticeText } from "./model.js";
import { frequencies, span, times, windowText } from "./spectrogram.js";
import { percent, t } from "./text.js";

const WIDTH = 1200;
const SCALE = 2;
const MARGIN = 48;
const [INK, MUTED, LINE] = ["#16181d", "#565e6b", "#e4e7ec"];
const FONT = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const PICTURE = { x: MARGIN + 56, y: 212, width: 420, height: 300 };
const BARS = { x: 600, y: 212, label: 190, wideLabel: 250, value: 72 };

/** A pen that writes and cuts what does not fit. */
function writer(context) {
  return (text, x, y, { size = 15, weight = 400, color = INK, align = "left", width = Infinity } = {}) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = color;
    context.textAlign = align;
    let shown = text;
    while (context.measureText(shown).width > width && shown.length > 1) shown = `${shown.slice(0, -2)}…`;
    context.fillText(shown, x, y);
  };
}

async function picture(report) {
  if (!report.spectrogram) return null;
  const image = new Image();
  image.src = report.spectrogram;
  await image.decode();
  return image;
}

function drawPicture(context, write, image, report) {
  const { x, y, width, height } = PICTURE;
  context.fillStyle = "#000000";
  context.fillRect(x, y, width, height);
  if (image) context.drawImage(image, x, y, width, height);
  for (const { hz, at } of frequencies()) write(hz >= 1000 ? `${hz / 1000}k` : String(hz), x - 8, y + height * (1 - at) + 5, { size: 13, color: MUTED, align: "right" });
  for (const { second, at } of times(span())) write(String(second), x + width * at, y + height + 20, { size: 13, color: MUTED, align: "center" });
  write(t("frequency_axis"), x - 56, y - 14, { size: 13, color: MUTED });
  write(t("time_axis"), x + width, y + height + 40, { size: 13, color: MUTED, align: "right" });
  write(windowText(report.audio, report.duration_s), x, y + height + 40, { size: 13, color: MUTED, width: width - 90 });
}

/** The bars; gives back where they end. */
function drawBars(context, write, scores) {
  const { x, y, value } = BARS;
  const dense = scores.length > 8;
  const [step, label] = dense ? [30, BARS.wideLabel] : [50, BARS.label];
  const track = WIDTH - MARGIN - x - label - value;
  scores.forEach((score, index) => {
    const top = y + index * step;
    write(genreName(score.genre), x, top + 17, { size: 16, weight: 500, width: label - (dense ? 120 : 12) });
    context.fillStyle = LINE;
    context.fillRect(x + label, top + 2, track, 20);
    context.fillStyle = familyInk(score.family);
    context.fillRect(x + label, top + 2, Math.max(2, track * score.probability), 20);
    write(percent(score.probability), WIDTH - MARGIN, top + 18, { size: 16, align: "right" });
    // The colour is not the only sign of the family.
    if (dense) write(familyName(score.family), x + label - 12, top + 17, { size: 12, color: MUTED, align: "right", width: 105 });
    else write(familyName(score.family), x, top + 36, { size: 13, color: MUTED, width: label - 12 });
  });
  let [left, bottom] = [x, y + scores.length * step + 22];
  for (const family of new Set(scores.map((score) => score.family))) {
    const name = familyName(family);
    context.font = `400 14px ${FONT}`;
    const wide = 24 + context.measureText(name).width + 20;
    if (left + wide > WIDTH - MARGIN) [left, bottom] = [x, bottom + 24];
    context.fillStyle = familyInk(family);
    context.fillRect(left, bottom - 12, 14, 14);
    write(name, left + 22, bottom, { size: 14, color: MUTED });
    left += wide;
  }
  return bottom;
}

/**
 * Draws a report.
 * @param {object} job
 * @param {number} count how many bars
 * @returns {Promise<Blob>}
 */
export async function chart(job, count) {
  const { report } = job;
  const scores = report.scores.slice(0, count);
  const image = await picture(report);
  const step = scores.length > 8 ? 30 : 50;
  const height = Math.max(PICTURE.y + PICTURE.height + 140, BARS.y + scores.length * step + 130);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH * SCALE, height * SCALE];
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, WIDTH, height);
  const write = writer(context);
  const wide = WIDTH - 2 * MARGIN;
  write(job.path, MARGIN, 62, { size: 17, color: MUTED, width: wide });
  write(headline(report, percent), MARGIN, 112, { size: 42, weight: 650, width: wide });
  write(`${t(`confidence.${report.confidence}`)} · ${adviceOf(report)}`, MARGIN, 146, { size: 16, color: MUTED, width: wide });
  drawPicture(context, write, image, report);
  drawBars(context, write, scores);
  const { model } = report;
  if (report.notice) write(noticeText(), MARGIN, height - 46, { size: 13, weight: 600, width: wide });
  write(`AcousticSense · ${model.id} (${model.precision}) · sha256 ${model.sha256.slice(0, 16)}… · ${report.engine}`, MARGIN, height - 24, { size: 13, color: MUTED, width: wide });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export async function saveChart(job, count) {
  download(`${job.name.replace(/\.[^.]*$/, "")}.png`, await chart(job, count));
}
