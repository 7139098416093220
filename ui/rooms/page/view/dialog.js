/** The browser's own dialog with a heading and buttons; the focus returns to where it was. */

import { made, pressable } from "../../../components/made.js";
import { CLOSE } from "../words.js";

let dialogs = 0;

/**
 * @param {string} heading
 * @param {(Node | string)[]} content
 * @param {{className?: string, actions?: Node[], closed?: () => void, closeWord?: string}} [options] `actions` stand after *Close*
 * @returns {HTMLDialogElement} opened
 */
export function openDialog(heading, content, { className = "", actions = [], closed = () => {}, closeWord = CLOSE } = {}) {
  const title = made("h2", "k-title", heading);
  title.id = `k-dialog-${(dialogs += 1)}`;
  Object.assign(title, { tabIndex: -1, autofocus: true }); // else a field would take the focus, and a phone its keyboard out
  const dialog = made("dialog", `k-dialog ${className}`);
  dialog.setAttribute("aria-labelledby", title.id);
  const close = pressable("k-button", closeWord, () => dialog.close());
  dialog.append(made("div", "k-dialog-body", title, ...content, made("div", "k-dialog-actions", close, ...actions)));
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
  });
  (document.querySelector("dialog:modal") ?? document.body).append(dialog);
  dialog.showModal();
  return dialog;
}
