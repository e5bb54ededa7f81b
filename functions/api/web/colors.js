/** Family colours that can be read on the page's background, light or dark, whatever colours a manifest brings. */

/** WCAG 2.2, 1.4.3: text of any size. */
const ENOUGH = 4.5;

function channels(color) {
  const hex = /^#([0-9a-f]{6})$/i.exec(color.trim())?.[1];
  return hex ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : null;
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** `color`, moved towards white or black until it stands out from `ground`. */
export function readable(color, ground) {
  const [from, behind] = [channels(color), channels(ground)];
  if (!from || !behind) return color;
  const towards = luminance(behind) < 0.18 ? 255 : 0;
  let mixed = from;
  for (let share = 0; share <= 1 && contrast(mixed, behind) < ENOUGH; share += 0.02) {
    mixed = from.map((value) => Math.round(value + (towards - value) * share));
  }
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

let painted = [];

/** Sets `--family-<index>` for the scheme that is shown. */
export function paint(families) {
  painted = families;
  const root = document.documentElement;
  const ground = getComputedStyle(root).getPropertyValue("--surface");
  families.forEach((family, index) => root.style.setProperty(`--family-${index}`, readable(family.color, ground)));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(painted));
