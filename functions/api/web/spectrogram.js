/** The picture that the model saw, with its axes, and the sound that it was made of. */

import { el, setText } from "./dom.js";
import { model } from "./model.js";
import { clock, number, t } from "./text.js";

/** Slaney's mel scale, as librosa has it: linear below 1 kHz, logarithmic above. */
const mel = (hz) => (hz < 1000 ? (3 * hz) / 200 : 15 + (27 * Math.log(hz / 1000)) / Math.log(6.4));
const ROUND_HZ = [0, 250, 500, 1000, 2000, 4000, 8000, 16000];

/** Frequencies to be marked, each with its height in the picture from 0 (below) to 1 (above). */
export function frequencies() {
  const { min_frequency_hz: low, max_frequency_hz: high } = model.manifest.front_end.mel;
  const height = (hz) => (mel(hz) - mel(low)) / (mel(high) - mel(low));
  return ROUND_HZ.filter((hz) => hz >= low && hz <= high).map((hz) => ({ hz, at: height(hz) }));
}

/** Seconds to be marked in a picture of `length` seconds, each with its place from 0 to 1. */
export function times(length) {
  const step = length > 20 ? 5 : length > 5 ? 2 : 1;
  const marks = [];
  for (let second = 0; second <= length + 1e-6; second += step) marks.push({ second, at: second / length });
  return marks;
}

/** Seconds that the picture spans. */
export const span = () => model.manifest.front_end.window_s;

/** "0.0-10.0 s of 3:45" */
export function windowText({ window }, durationS) {
  const [from, to] = [window.start_s, window.start_s + window.seconds].map((second) => number(second, 1));
  const part = durationS > 0 ? t("window_of", { from, to, total: clock(durationS) }) : t("window", { from, to });
  return window.looped ? `${part} ${t("looped")}` : part;
}

function axes() {
  const y = el("div", { class: "y-axis", "aria-hidden": "true" }, ...frequencies().map(({ hz, at }) => {
    const tick = el("span", { class: hz === 250 ? "minor" : "", text: hz >= 1000 ? `${hz / 1000}k` : String(hz) });
    tick.style.setProperty("--at", String(1 - at));
    return tick;
  }));
  const x = el("div", { class: "x-axis", "aria-hidden": "true" }, ...times(span()).map(({ second, at }) => {
    const tick = el("span", { text: String(second) });
    tick.style.setProperty("--at", String(at));
    return tick;
  }));
  return [y, x];
}

/**
 * A figure of one report.
 * @param {object} report
 * @param {File} file
 * @returns {{figure: HTMLElement, end: () => void}} `end` stops the sound and lets the file go
 */
export function spectrogram(report, file) {
  const { window } = report.audio;
  const url = URL.createObjectURL(file);
  const cursor = el("div", { class: "cursor", hidden: true });
  const picture = el("div", { class: "picture" });
  if (report.spectrogram) picture.append(el("img", { src: report.spectrogram, alt: t("picture_alt", { name: file.name }) }), cursor);
  const audio = el("audio", { controls: true, preload: "metadata", "aria-label": t("player", { name: file.name }) });
  const play = el("button", { type: "button", class: "quiet small", text: t("play_window") });
  const cannot = el("p", { class: "hint", hidden: true, text: t("cannot_play") });
  const caption = el("figcaption", { text: windowText(report.audio, report.duration_s) });

  let [stopAt, frame] = [Infinity, 0];
  const follow = () => {
    cancelAnimationFrame(frame);
    const at = audio.currentTime - window.start_s;
    cursor.hidden = !(at >= 0 && at <= Math.min(window.seconds, span()) && (audio.currentTime > 0 || !audio.paused));
    cursor.style.setProperty("--at", String(at / span()));
    if (audio.currentTime >= stopAt) {
      stopAt = Infinity;
      audio.pause();
    }
    if (!audio.paused) frame = requestAnimationFrame(follow);
  };
  for (const event of ["play", "pause", "seeked", "timeupdate"]) audio.addEventListener(event, follow);
  audio.addEventListener("loadedmetadata", () => {
    if (!(report.duration_s > 0) && Number.isFinite(audio.duration)) setText(caption, windowText(report.audio, audio.duration));
  });
  audio.addEventListener("error", () => {
    if (!audio.getAttribute("src")) return;
    audio.hidden = true;
    play.hidden = true;
    cannot.hidden = false;
  });
  play.addEventListener("click", () => {
    audio.currentTime = window.start_s;
    stopAt = window.start_s + window.seconds;
    audio.play().catch(() => {});
  });
  // With a pointer one can also point at the place; with the keyboard the player's own slider does the same.
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const second = ((event.clientX - box.left) / box.width) * span();
    audio.currentTime = window.start_s + (second % Math.max(window.seconds, 0.1));
    stopAt = Infinity;
  });
  audio.src = url;

  const figure = el(
    "figure",
    { class: "seen" },
    el("p", { class: "axis-title", text: t("frequency_axis") }),
    el("div", { class: "plot" }, ...axes(), picture),
    el("p", { class: "axis-title x", text: t("time_axis") }),
    el("div", { class: "player" }, play, audio, cannot),
    caption,
  );
  const end = () => {
    cancelAnimationFrame(frame);
    audio.pause();
    audio.removeAttribute("src");
    audio.load();
    URL.revokeObjectURL(url);
  };
  return { figure, end };
}
