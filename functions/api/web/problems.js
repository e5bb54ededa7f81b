/** Everything that can go wrong, as sentences in the visitor's language. */

import { has, language, t } from "./text.js";

/** A failure with a stable word. */
export class Problem extends Error {
  /**
   * @param {string} kind the API's `kind`, or one of the page's own
   * @param {{detail?: string, status?: number, retryAfterS?: number, values?: object}} [more]
   */
  constructor(kind, more = {}) {
    super(kind);
    this.kind = kind;
    this.detail = more.detail ?? "";
    this.status = more.status ?? 0;
    this.retryAfterS = more.retryAfterS ?? null;
    this.values = more.values ?? {};
    /** True when the call was made with a token that has been replaced since. */
    this.stale = false;
  }
}

/** Our words for what something in front of the API answered, by status. */
const GATEWAY = {
  401: "unauthorized",
  403: "refused",
  404: "gone",
  408: "gateway-slow",
  413: "gateway-too-large",
  429: "gateway-busy",
  502: "unavailable",
  503: "unavailable",
  504: "timed-out",
};
const kindOf = (status) => GATEWAY[status] ?? "unexplained";

/** The short text in a gateway's JSON, `{"message": …}`; HTML and plain text are for developers, not for visitors. */
function messageIn(document) {
  const message = document?.message ?? document?.Message ?? document?.error;
  return typeof message === "string" ? message.slice(0, 300) : "";
}

/**
 * What an answer without success says, whether it comes from the API itself or from something in front of it.
 * @param {number} status
 * @param {string} contentType
 * @param {string} body
 * @param {string|null} retryAfter
 */
export function problemOf(status, contentType, body, retryAfter) {
  const seconds = Number.parseInt(retryAfter ?? "", 10);
  const more = { status, retryAfterS: Number.isFinite(seconds) ? seconds : null, values: { status } };
  if ((contentType ?? "").includes("json")) {
    try {
      const document = JSON.parse(body);
      if (typeof document?.kind === "string") return new Problem(document.kind, { ...more, detail: String(document.detail ?? document.title ?? "") });
      return new Problem(kindOf(status), { ...more, detail: messageIn(document) });
    } catch {
      // Not what it said it was; the status has to do.
    }
  }
  return new Problem(kindOf(status), more);
}

/** A lowercase fragment, as the API's details are, as a sentence. */
function asSentence(fragment) {
  const text = fragment.charAt(0).toUpperCase() + fragment.slice(1);
  return /[.!?\u3002\uff01\uff1f]$/.test(text) ? text : `${text}.`;
}

/**
 * What to tell: a sentence in the visitor's language, and the server's own words where they say more.
 * @param {Problem} problem
 * @returns {{text: string, detail: string}}
 */
export function explain(problem) {
  const key = `problem.${problem.kind}`;
  const detail = problem.detail ? asSentence(problem.detail) : "";
  // In English the API's own sentence is the more precise one.
  if (language === "en" && detail && kindOf(problem.status) !== problem.kind) return { text: detail, detail: "" };
  if (has(key)) return { text: t(key, problem.values), detail };
  return { text: t("problem.unexplained", { status: problem.status || "?" }), detail };
}

/** The same on one line. */
export function explainLine(problem) {
  const { text, detail } = explain(problem);
  return detail ? `${text} ${detail}` : text;
}
