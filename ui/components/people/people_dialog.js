/** A list of people over the page. */

import { made, pressable } from "../made.js";
import { CLOSE } from "../texts.js";
import { PeopleList } from "./people_list.js";

let opened = 0;

/**
 * @param {string} title
 * @param {string} path of a list of people in the API
 * @param {() => void} [closed] told when somebody has looked, and may have followed whom they saw
 */
export function openPeople(title, path, closed = () => {}) {
  const heading = made("h2", "k-title", title);
  heading.id = `k-people-${(opened += 1)}`;
  const list = new PeopleList(path);
  const close = pressable("k-button", CLOSE, () => dialog.close());
  const dialog = made("dialog", "k-dialog k-people-dialog");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(made("div", "k-dialog-body", heading, list.element, made("div", "k-dialog-actions", close)));
  dialog.addEventListener("close", () => {
    list.dispose();
    dialog.remove();
    closed();
  });
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
