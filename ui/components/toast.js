/** Short news at the foot of the window, read out by screen readers, with an optional way back. */

import { CLOSE, UNDO } from "./texts.js";
import { icon } from "./icons.js";

/**
 * @typedef {{close: () => void}} Toast
 * @param {string} text
 * @param {{undo?: () => void, seconds?: number, onEnd?: () => void}} [options]
 *   `undo` adds the button; `onEnd` is called once when it goes away without having been undone
 * @returns {Toast}
 */
export function showToast(text, { undo, seconds = undo ? 8 : 5, onEnd } = {}) {
  const toast = document.createElement("div");
  toast.className = "k-toast";
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(words);

  let ended = false;
  const end = (after) => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    toast.remove();
    after?.();
  };
  if (undo) toast.append(pressable("k-toast-undo", UNDO, () => end(undo)));
  const closing = pressable("k-toast-close", "", () => end(onEnd));
  closing.ariaLabel = CLOSE;
  closing.append(icon("close"));
  toast.append(closing);

  const timer = setTimeout(() => end(onEnd), seconds * 1000);
  region().append(toast);
  return { close: () => end(onEnd) };
}

function pressable(className, label, onPress) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = label;
  button.addEventListener("click", onPress);
  return button;
}

/** The live region; inside the open dialog where there is one, because all else is inert then. */
function region() {
  const open = [...document.querySelectorAll("dialog:modal")].at(-1);
  const host = open ?? document.body;
  const found = [...host.children].find((child) => child.classList.contains("k-toasts"));
  if (found) return found;
  const made = document.createElement("div");
  made.className = "k-toasts";
  made.setAttribute("role", "status");
  host.append(made);
  return made;
}
