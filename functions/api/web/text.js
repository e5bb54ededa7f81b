/** The page's words in the visitor's language. */

import { en } from "./en.js";
import { zh } from "./zh.js";

const WORDS = { en, zh };
const REMEMBERED = "acousticsense.language";

/** @type {"en"|"zh"} */
export let language = preferred();

function preferred() {
  try {
    const chosen = localStorage.getItem(REMEMBERED);
    if (chosen in WORDS) return chosen;
  } catch {
    // Storage may be forbidden; the browser's language will do.
  }
  for (const wish of navigator.languages ?? [navigator.language]) {
    const known = wish.slice(0, 2).toLowerCase();
    if (known in WORDS) return known;
  }
  return "en";
}

/** Changes the language and remembers it. */
export function setLanguage(wanted) {
  language = wanted;
  try {
    localStorage.setItem(REMEMBERED, wanted);
  } catch {
    // It then holds until the page is closed.
  }
}

/**
 * A sentence or word with its `{places}` filled in; with `n` = 1 its singular, where it has one.
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 */
export function t(key, values = {}) {
  const words = WORDS[language];
  const text = (values.n === 1 && words[`${key}_one`]) || (words[key] ?? en[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Whether there are words for `key`. */
export const has = (key) => key in WORDS[language] || key in en;

/** Fills in every element that names its words: `data-t` for the text, `data-t-label` for `aria-label`. */
export function translate(root = document) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
}

const locale = () => (language === "zh" ? "zh-CN" : "en");

/** 0.624 → "62.4%". */
export function percent(probability) {
  return new Intl.NumberFormat(locale(), { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(probability);
}

/** 1234.5 → "1,234.5". */
export function number(value, digits = 0) {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** Bytes for people, in the units of file managers. */
export function size(bytes) {
  if (bytes < 1024) return t("bytes", { n: bytes });
  const [value, unit] = bytes < 2 ** 20 ? [bytes / 1024, "kB"] : [bytes / 2 ** 20, "MB"];
  return `${number(value, value < 10 ? 1 : 0)} ${unit}`;
}

/** The same rounded up, so that what is above a limit never reads like the limit. */
export const sizeUp = (bytes) => (bytes < 2 ** 20 ? size(bytes) : `${number(Math.ceil(bytes / 2 ** 20 * 10) / 10, 1)} MB`);

/** 83.4 → "1:23". */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Milliseconds as people read them. */
export function duration(ms) {
  return ms < 1000 ? `${number(ms, ms < 10 ? 1 : 0)} ms` : `${number(ms / 1000, 1)} s`;
}
