/** How files come in: dropped, chosen, pasted; alone, several, or in folders. */

import { byId } from "./dom.js";

/** What is taken out of a folder. Files that are chosen by hand are all tried: it is the content that counts. */
const AUDIO = /\.(mp3|wav|wave|flac|ogg|oga|m4a|mp4|m4b|aac|aif|aiff|aifc)$/i;
const MAX_DEPTH = 20;

/** @typedef {{file: File, path: string}} Incoming */

const promised = (call) => new Promise((resolve, reject) => call(resolve, reject));

/** All files below a dropped entry; what may not be read is passed over. */
async function* below(entry, depth = 0) {
  if (entry.isFile) {
    const file = await promised((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    if (file) yield { file, path: entry.fullPath.replace(/^\//, "") };
  } else if (entry.isDirectory && depth < MAX_DEPTH) {
    const reader = entry.createReader();
    for (;;) {
      // A reader gives a hundred at a time, and nothing at the end.
      const some = await promised((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
      if (some.length === 0) return;
      for (const child of some) yield* below(child, depth + 1);
    }
  }
}

const inOrder = (files) => files.sort((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));
const hidden = (path) => path.split("/").some((part) => part.startsWith("."));

/** Audio among the files of folders, and how many others there were. */
function sorted(files) {
  const audio = files.filter(({ path }) => AUDIO.test(path) && !hidden(path));
  return { files: inOrder(audio), left: files.filter(({ path }) => !hidden(path)).length - audio.length };
}

/** What a drop holds. Entries must be asked for before the event ends. */
async function dropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return { files: [...transfer.files].map((file) => ({ file, path: file.name })), left: 0 };
  const [alone, inFolders] = [[], []];
  for (const entry of entries) {
    for await (const found of below(entry)) (entry.isFile ? alone : inFolders).push(found);
  }
  const { files, left } = sorted(inFolders);
  return { files: [...alone, ...files], left };
}

/**
 * Listens to everything that files come in by.
 * @param {(found: {files: Incoming[], left: number}) => void} take `left` files of folders were no audio
 */
export function listen(take) {
  const zone = byId("drop");
  const [input, folder] = [byId("file"), byId("folder")];
  const chosen = (from, read) =>
    from.addEventListener("change", () => {
      take(read([...from.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }))));
      // The same file can be chosen again.
      from.value = "";
    });
  chosen(input, (files) => ({ files, left: 0 }));
  chosen(folder, sorted);
  byId("choose-folder").hidden = !("webkitdirectory" in folder);
  byId("choose").addEventListener("click", () => input.click());
  byId("choose-folder").addEventListener("click", () => folder.click());
  zone.addEventListener("click", (event) => {
    if (!event.target.closest("button, input")) input.click();
  });

  // The whole page is the target: a file that misses the zone must not make the browser leave.
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;
  const light = (on) => zone.classList.toggle("over", on);
  addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    light(true);
  });
  addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    light(depth > 0);
  });
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    light(false);
    take(await dropped(event.dataTransfer));
  });
  addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take({ files: files.map((file) => ({ file, path: file.name })), left: 0 });
  });
}
