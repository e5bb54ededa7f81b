/** What the server says about its model: labels, families and colours come from here and from nowhere else. */

import { paint } from "./colors.js";
import { language, t } from "./text.js";

/**
 * @typedef {object} Limits
 * @property {number} file_bytes the most that a call carries
 * @property {number|null} upload_bytes the most that can be uploaded for a call; null where nothing can
 * @property {string} formats
 * @property {number|null} head_s seconds from the beginning that are looked at; null for the whole recording
 */

/** @type {null|{manifest: object, model: object, engine: object, limits: Limits}} */
export let model = null;

export function setModel(told) {
  model = told;
  paint(told.manifest.families);
}

/** The most that can be sent of one file, one way or the other. */
export const largestBytes = () => Math.max(model.limits.file_bytes, model.limits.upload_bytes ?? 0);

const families = () => model?.manifest.families ?? [];

/** A label in the visitor's language; reports name labels by their English name. */
export function genreName(genre) {
  const label = model?.manifest.labels.find((known) => known.name === genre);
  return (language === "zh" && label?.name_zh) || genre.replaceAll("_", " ");
}

/** What the model says of itself, in the visitor's language where the manifest has it; "" where it says nothing. */
export function noticeText() {
  const { notice = "", notice_zh = "" } = model?.manifest ?? {};
  return (language === "zh" && notice_zh) || notice;
}

/** The language of {@link noticeText}. */
export const noticeLanguage = () => (language === "zh" && model?.manifest.notice_zh ? "zh-CN" : "en");

/** A family in the visitor's language, by the name that reports use. */
export function familyName(family) {
  const known = families().find((candidate) => candidate.name === family);
  return (language === "zh" && known?.name_zh) || family;
}

/** A CSS value: the family's colour, fit for the page's background in light and in dark. */
export function familyColor(family) {
  const index = families().findIndex((known) => known.name === family);
  return index < 0 ? "var(--muted)" : `var(--family-${index})`;
}

/** The manifest's own colour, for pictures on white. */
export function familyInk(family) {
  return families().find((known) => known.name === family)?.color ?? "#565e6b";
}

/** Families with the labels that belong to them, in the manifest's order. */
export function byFamily() {
  return families().map((family) => ({
    name: family.name,
    labels: model.manifest.labels.filter((label) => label.family === family.id).map((label) => label.name),
  }));
}

/** The family of a label, by its name. */
export function familyOf(genre) {
  const label = model?.manifest.labels.find((known) => known.name === genre);
  return families().find((family) => family.id === label?.family)?.name ?? "";
}

/** What to make of an answer, in the visitor's language. */
export function adviceOf(report) {
  if (language === "en" && report.advice) return report.advice;
  return t(report.silent ? "advice.silent" : `advice.${report.confidence}`);
}

/** "Jazz (62.4%)" */
export const headline = (report, percent) => `${genreName(report.genre)} (${percent(report.probability)})`;
