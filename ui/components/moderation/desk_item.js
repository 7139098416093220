/** One thing on the moderators' desk: what is said about it, the thing itself, and what one can do. */

import { ago } from "../feed/ago.js";
import { made, pressable } from "../made.js";
import { showToast } from "../toast.js";
import { targetView } from "./target_view.js";

/**
 * @typedef {{words: string, quote: string | null, moment: string, target: import("./target_view.js").Target}} Facts
 * @typedef {{word: string, look?: string, act?: () => Promise<void>,
 *   ask?: (away: () => void) => {element: HTMLElement, focus: () => void}}} Choice
 *   something to do at once, or a form that asks more first
 */

/** @param {Facts} facts @param {Choice[]} choices @returns {HTMLLIElement} */
export function deskItem({ words, quote, moment, target }, choices) {
  const heading = made("h2", "k-desk-about", words, " ", made("span", "k-small k-soft", ago(moment)));
  const doing = made("div", "k-desk-doing");
  const buttons = made("div", "k-buttons", ...choices.map((choice) => button(choice, doing, () => buttons)));
  doing.append(buttons);
  const said = quote ? [made("blockquote", "k-desk-quote", quote)] : [];
  return made("li", "k-desk-item", heading, ...said, targetView(target), doing);
}

function button({ word, look = "", act, ask }, doing, buttons) {
  const pressed = pressable(`k-button ${look}`, word, async () => {
    if (ask) {
      const form = ask(() => {
        doing.replaceChildren(buttons());
        pressed.focus();
      });
      doing.replaceChildren(form.element);
      form.focus();
      return;
    }
    pressed.disabled = true;
    try {
      await act();
    } catch ({ detail }) {
      showToast(detail);
    }
    pressed.disabled = false;
  });
  return pressed;
}
