/** Probabilities as bars and as a table. */

import { copy, el, say } from "./dom.js";
import { familyColor, familyName, genreName } from "./model.js";
import { percent, t } from "./text.js";

/** A square in a family's colour: decoration beside its name. */
export function swatch(family) {
  const made = el("span", { class: "swatch", "aria-hidden": "true" });
  made.style.setProperty("--color", familyColor(family));
  return made;
}

/** A family with its colour. */
export const familyTag = (family) => el("span", { class: "family" }, swatch(family), familyName(family));

/** One bar per score; the family stands in words below the genre. */
export function bars(scores) {
  return el("ol", { class: "bars" }, ...scores.map((score) => {
    const fill = el("span", { class: "fill" });
    fill.style.setProperty("--color", familyColor(score.family));
    fill.style.setProperty("--share", String(score.probability));
    return el(
      "li",
      null,
      el("span", { class: "bar-label" }, el("span", { text: genreName(score.genre) }), el("small", { text: familyName(score.family) })),
      el("span", { class: "track", "aria-hidden": "true" }, fill),
      el("span", { class: "bar-value", text: percent(score.probability) }),
    );
  }));
}

/** The families that occur among `scores`, with their colours. */
export function legend(scores) {
  const families = [...new Set(scores.map((score) => score.family))];
  return el("ul", { class: "legend", "aria-label": t("families") }, ...families.map((family) => el("li", null, familyTag(family))));
}

/** Cells as spreadsheets paste them: one per tab, never a formula, never a second line. */
export function tabbed(cells) {
  const plain = (cell) => {
    const text = String(cell).replace(/[\t\r\n]+/g, " ");
    return typeof cell === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  return cells.map(plain).join("\t");
}

const line = (score) => tabbed([genreName(score.genre), score.probability, familyName(score.family)]);
const heading = () => tabbed([t("genre"), t("probability"), t("family")]);

/** A button that copies and says so. */
export function copyButton(label, spoken, text, className = "quiet") {
  const button = el("button", { type: "button", class: className, text: label, "aria-label": spoken });
  let back = 0;
  button.addEventListener("click", async () => {
    const done = await copy(text());
    const words = done ? t("copied") : t("copy_failed");
    button.textContent = words;
    say(words);
    clearTimeout(back);
    back = setTimeout(() => {
      button.textContent = label;
    }, 1500);
  });
  return button;
}

/** Genre, probability, family; each row and all of them to be copied. */
export function table(shown, all, caption) {
  const rows = shown.map((score) => el(
    "tr",
    null,
    el("th", { scope: "row", text: genreName(score.genre) }),
    el("td", { class: "number", text: percent(score.probability) }),
    el("td", null, familyTag(score.family)),
    el("td", { class: "act" }, copyButton(t("copy"), t("copy_row", { genre: genreName(score.genre) }), () => line(score), "quiet small")),
  ));
  const head = el(
    "tr",
    null,
    el("th", { scope: "col", text: t("genre") }),
    el("th", { scope: "col", class: "number", text: t("probability") }),
    el("th", { scope: "col", text: t("family") }),
    el("td", { class: "act" }, copyButton(t("copy_all"), t("copy_all_long", { n: all.length }), () => [heading(), ...all.map(line)].join("\n"), "quiet small")),
  );
  return el("table", null, el("caption", { class: "visually-hidden", text: caption }), el("thead", null, head), el("tbody", null, ...rows));
}
