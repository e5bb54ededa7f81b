// The page: one recording in, its report out. Names and server text only ever become text, never HTML.

const byId = (id) => document.getElementById(id);
const percent = (probability) => `${(100 * probability).toFixed(1)}%`;

const state = { model: null, running: null };

/** An element with a class and a text. */
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function say(text) {
  byId("live").textContent = text;
}

function fail(sentence) {
  byId("error").textContent = sentence;
  byId("error").hidden = false;
  for (const item of byId("stages").children) item.classList.remove("now");
  say("");
}

/** A message of the API, which is a lowercase fragment, as a sentence. */
function sentence(problem) {
  const text = problem.detail || problem.title || "";
  if (!text) return "The server answered with an error that it did not explain.";
  const upper = text[0].toUpperCase() + text.slice(1);
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}

/** What an answer that is no success says, whether it comes from the server itself or from something in front of it. */
async function explain(response) {
  if ((response.headers.get("content-type") || "").includes("json")) {
    try {
      return sentence(await response.json());
    } catch {
      // Not what it said it was; the status has to do.
    }
  }
  if (response.status === 413) return "The file is too large for this server.";
  if (response.status === 429 || response.status >= 502) return "The server is busy or cannot be reached just now. Try again in a moment.";
  return `The server answered with status ${response.status}.`;
}

/** Marks `stage` and all before it as done, and the next as being worked on. */
function mark(stage) {
  const items = [...byId("stages").children];
  const reached = items.findIndex((item) => item.dataset.stage === stage);
  items.forEach((item, index) => {
    item.classList.toggle("done", index <= reached);
    item.classList.toggle("now", index === reached + 1);
  });
  if (reached >= 0) say(items[reached].textContent);
}

/** The lines of a body as they arrive, each parsed. */
async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? "";
    const parts = rest.split("\n");
    rest = done ? "" : parts.pop();
    for (const part of parts) if (part.trim()) yield JSON.parse(part);
    if (done) return;
  }
}

async function classify(file) {
  state.running?.abort();
  const running = new AbortController();
  state.running = running;
  for (const id of ["error", "result"]) byId(id).hidden = true;
  byId("work").hidden = false;
  byId("work-title").textContent = file.name;
  mark("");
  const limit = state.model?.limits.file_bytes ?? Infinity;
  if (file.size > limit) return fail(`This file is too large: ${Math.ceil(file.size / 2 ** 20)} MB. Files may have up to ${Math.floor(limit / 2 ** 20)} MB.`);
  if (file.size === 0) return fail("This file is empty (0 bytes).");
  try {
    const response = await fetch("v1/classify?spectrogram=true", {
      method: "POST",
      headers: { accept: "application/x-ndjson", "content-type": "application/octet-stream" },
      body: file,
      signal: running.signal,
    });
    mark("upload");
    if (!response.ok) {
      const reason = await explain(response);
      // A newer file has taken over.
      return running.signal.aborted ? undefined : fail(reason);
    }
    let answer;
    for await (const line of lines(response)) {
      if (line.stage) mark(line.stage);
      else answer = line;
    }
    if (!answer) fail("The answer broke off. Try again.");
    else if (answer.genre === undefined) fail(sentence(answer));
    else show(answer, file.name);
  } catch (error) {
    // A newer file has taken over.
    if (running.signal.aborted) return;
    fail(error instanceof TypeError ? "The server cannot be reached. Is it still running?" : "The answer cannot be read. Try again.");
  }
}

/** The colour of a family, by the name that reports use. */
function colorOf(family) {
  return state.model?.manifest.families.find((known) => known.name === family)?.color ?? "#6b7280";
}

function show(report, name) {
  const { audio } = report;
  const headline = `${report.genre} (${percent(report.probability)})`;
  byId("headline").textContent = headline;
  byId("confidence").textContent = report.confidence;
  byId("advice").textContent = report.advice;
  byId("spectrogram").src = report.spectrogram;
  byId("spectrogram").alt = `Mel spectrogram of ${name}: what the network sees`;
  const window = `${audio.window.seconds.toFixed(1)} s from ${audio.window.start_s.toFixed(1)} s${audio.window.looped ? ", repeated to fill the window" : ""}`;
  const vote = report.vote ? ` ${report.vote.windows} of ${report.vote.of} windows say ${report.vote.genre}.` : "";
  byId("caption").textContent = `What the network sees: ${window}.${vote} Time runs to the right, pitch upwards; brighter is louder.`;

  byId("bars").replaceChildren(...report.scores.slice(0, 5).map((score) => {
    const item = element("li");
    const track = element("span", "track");
    const fill = element("div", "fill");
    fill.style.width = `${100 * score.probability}%`;
    fill.style.backgroundColor = colorOf(score.family);
    track.append(fill);
    item.append(element("span", "", score.genre), track, element("span", "number", percent(score.probability)));
    // Colour is never the only sign.
    item.append(element("span", "visually-hidden", score.family));
    item.title = score.family;
    return item;
  }));
  byId("legend").replaceChildren(...(state.model?.manifest.families ?? []).map((family) => {
    const item = element("li");
    const swatch = element("span", "swatch");
    swatch.style.backgroundColor = family.color;
    item.append(swatch, family.name);
    return item;
  }));
  byId("scores").replaceChildren(...report.scores.map((score) => {
    const row = element("tr");
    const genre = element("th", "", score.genre);
    genre.scope = "row";
    row.append(genre, element("td", "number", percent(score.probability)), element("td", "", score.family));
    return row;
  }));

  const times = report.timings_ms;
  const timing = times ? `; ${Math.round(times.total)} ms (decoding ${Math.round(times.decode)}, spectrogram ${Math.round(times.spectrogram)}, network ${Math.round(times.inference)})` : "";
  byId("facts").textContent = `${audio.codec}, ${audio.sample_rate_hz} Hz, ${audio.channels} channel${audio.channels === 1 ? "" : "s"}; ${report.engine}${timing}`;
  if (report.notice) notice(report.notice);
  byId("error").hidden = true;
  byId("result").hidden = false;
  byId("headline").focus();
  say(`${headline}, ${report.confidence}. ${report.advice}`);
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = false;
}

async function describe() {
  try {
    const response = await fetch("v1/model");
    if (!response.ok) return fail(await explain(response));
    state.model = await response.json();
  } catch {
    return fail("The server cannot be reached. Is it still running?");
  }
  const { manifest, model, engine, limits } = state.model;
  if (manifest.notice) notice(manifest.notice);
  byId("formats").textContent = `${limits.formats}; up to ${Math.floor(limits.file_bytes / 2 ** 20)} MB. 10 to 30 seconds of music are enough.`;
  byId("model").textContent = `Model ${model.id} (${model.precision}, sha256 ${model.sha256.slice(0, 12)}…) on ${engine.name} ${engine.version}, ${engine.device}.`;
}

function listen() {
  const drop = byId("drop");
  byId("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) classify(file);
    // Choosing the same file again shall work, too.
    event.target.value = "";
  });
  // A file that misses the zone must not replace the page.
  for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  for (const type of ["dragleave", "drop"]) drop.addEventListener(type, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    const { files } = event.dataTransfer;
    if (files.length > 1) return fail("One file at a time, please. The API takes several in one request.");
    if (files.length === 1) classify(files[0]);
  });
}

listen();
await describe();
