/** A list of people over the page. */

import { made, pressable } from "../feed/made.js";
import { CLOSE } from "../texts.js";
import { peopleList } from "./people_list.js";

let opened = 0;

/** @param {string} title @param {string} path of a list of people in the API */
export function openPeople(title, path) {
  const heading = made("h2", "k-title", title);
  heading.id = `k-people-${(opened += 1)}`;
  const close = pressable("k-button", CLOSE, () => dialog.close());
  const dialog = made("dialog", "k-dialog k-people-dialog");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(made("div", "k-dialog-body", heading, peopleList(path), made("div", "k-dialog-actions", close)));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
