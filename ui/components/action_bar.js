/** The one action bar of every picture: the same order and words everywhere, absent what does not apply. */

import { icon } from "./icons.js";

const ACTIONS = [
  { key: "original", word: "Download original", icon: "download" },
  { key: "delete", word: "Delete", icon: "trash" },
];

/**
 * @param {{original?: string, delete?: () => void}} applies what can be done with this picture:
 *   a function to call, or an address to follow
 * @returns {HTMLElement}
 */
export function actionBar(applies) {
  const bar = document.createElement("div");
  bar.className = "k-actions";
  bar.setAttribute("role", "group");
  bar.ariaLabel = "What to do with this picture";
  bar.append(...ACTIONS.filter(({ key }) => applies[key]).map((action) => part(action, applies[action.key])));
  return bar;
}

function part({ key, word, icon: name }, does) {
  const made = document.createElement(typeof does === "string" ? "a" : "button");
  made.className = "k-action";
  made.dataset.action = key;
  if (typeof does === "string") {
    made.href = does;
    made.download = "";
  } else {
    made.type = "button";
    made.addEventListener("click", does);
  }
  const label = document.createElement("span");
  label.textContent = word;
  made.append(icon(name), label);
  return made;
}
