/** Small helpers. Whatever comes from outside becomes text: there is no way from here to HTML. */

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

/**
 * An element with attributes and children; strings among them become text.
 * @param {string} tag
 * @param {object|null} attributes properties by name (`class`, `text`, `on<event>`), all others as attributes; null and false are left out
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "text") made.textContent = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Sets a text only when it differs, so that screen readers hear changes alone. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

let speaking = 0;

/** Says something through the live region; what comes within a moment replaces what has not been said yet. */
export function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    byId("live").textContent = text;
  }, 150);
}

/** Puts a text on the clipboard. Pages that come without TLS from another machine have no clipboard API, only the old way. */
export async function copy(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed; the old way may be.
    }
  }
  const before = document.activeElement;
  const area = el("textarea", { class: "visually-hidden", "aria-hidden": "true" });
  area.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus();
  return done;
}

/** Hands a file to the visitor. */
export function download(name, blob) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
