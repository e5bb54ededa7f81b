/** Asks for an access token when the API wants one. One question, however many files wait for it. */

import { setToken } from "./api.js";
import { byId } from "./dom.js";
import { Problem } from "./problems.js";

/** @type {Promise<void>|null} */
let open = null;
/** Whether the server has been given a token that it then asked for again. */
let given = false;

/** Resolves when a token was given, rejects when the visitor declines. */
export function askToken() {
  open ??= ask().finally(() => {
    open = null;
  });
  return open;
}

function ask() {
  const [dialog, input] = [byId("token"), byId("token-value")];
  byId("token-wrong").hidden = !given;
  input.setAttribute("aria-invalid", String(given));
  input.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  input.focus();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      "close",
      () => {
        const value = input.value.trim();
        input.value = "";
        if (dialog.returnValue !== "send" || !value) return reject(new Problem("unauthorized", { status: 401 }));
        given = true;
        setToken(value);
        resolve();
      },
      { once: true },
    );
  });
}

/** The dialog's buttons. A form would be sent nowhere: the policy forbids all of them. */
export function listen() {
  const dialog = byId("token");
  byId("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (byId("token-value").value.trim()) dialog.close("send");
  });
  byId("token-cancel").addEventListener("click", () => dialog.close(""));
}
