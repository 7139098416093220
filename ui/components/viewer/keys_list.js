/** The list of the viewer's keys, over the picture. */

import { CLOSE } from "../texts.js";
import { KEYS, VIEWER } from "../picture_texts.js";

/**
 * @param {HTMLElement} host where to show it; the focus returns to where it was when it is closed
 * @param {string[][]} [keys] each with what it does
 */
export function showKeys(host, keys = KEYS) {
  const list = document.createElement("dl");
  list.className = "k-keys";
  for (const [key, words] of keys) {
    const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
    term.append(...key.split(" ").map(keyCap));
    meaning.textContent = words;
    list.append(term, meaning);
  }
  const dialog = document.createElement("dialog");
  dialog.className = "k-dialog k-viewer-keys";
  dialog.ariaLabel = VIEWER.keys;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "k-button";
  close.textContent = CLOSE;
  close.addEventListener("click", () => dialog.close());
  dialog.append(list, close);
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the viewer's own keys rest meanwhile
    if (event.key === "?") dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  host.append(dialog);
  dialog.showModal();
}

function keyCap(key) {
  const cap = document.createElement("kbd");
  cap.textContent = key;
  return cap;
}
