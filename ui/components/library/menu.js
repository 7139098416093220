/** A quiet button that opens a small panel below itself. */

import { icon } from "../icons.js";

const MARGIN = 16; // CSS pixels between the panel and the window's edge
let made = 0;

/**
 * @param {{className: string, label: string, onOpen?: () => void}} options `label` is what the panel is called
 * @returns {{button: HTMLButtonElement, panel: HTMLElement, say: (word: string, label: string) => void}}
 *   `say` writes the button's word, and the longer name by which it is read out
 */
export function menu({ className, label, onOpen }) {
  const panel = document.createElement("div");
  panel.className = `k-menu ${className}`;
  panel.id = `k-library-menu-${(made += 1)}`;
  panel.popover = "auto";
  panel.setAttribute("role", "group");
  panel.ariaLabel = label;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "k-library-control";
  button.setAttribute("popovertarget", panel.id);
  const word = document.createElement("span");
  button.append(word, icon("left"));
  panel.addEventListener("beforetoggle", ({ newState }) => {
    button.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "open") onOpen?.();
  });
  panel.addEventListener("toggle", ({ newState }) => newState === "open" && below(button, panel));
  window.addEventListener("scroll", () => panel.matches(":popover-open") && panel.hidePopover(), { passive: true });
  const say = (shown, read) => {
    word.textContent = shown;
    button.ariaLabel = read;
  };
  return { button, panel, say };
}

/**
 * Put an open panel below its button, inside the window.
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 * @param {{isAtEnd?: boolean}} [options] whether they end at the same edge instead of beginning there
 */
export function below(button, panel, { isAtEnd = false } = {}) {
  const { left, right, bottom } = button.getBoundingClientRect();
  const wanted = isAtEnd ? right - panel.offsetWidth : left;
  const most = window.innerWidth - panel.offsetWidth - MARGIN;
  Object.assign(panel.style, { inset: `${bottom}px auto auto ${Math.max(MARGIN, Math.min(wanted, most))}px` });
  panel.style.maxHeight = `${window.innerHeight - bottom - MARGIN}px`;
}
