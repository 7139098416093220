/** What stands where posts would: a headline, a sentence and a button, where there are any. */

import { made } from "../made.js";

/**
 * @param {{headline: string, sentence?: string}} texts
 * @param {...HTMLElement} buttons
 * @returns {HTMLElement}
 */
export function wordsInstead({ headline, sentence = "" }, ...buttons) {
  const words = made("div", "k-empty-words", made("h2", "k-name", headline));
  if (sentence) words.append(made("p", "k-soft", sentence));
  const place = made("div", "k-empty", words);
  if (buttons.length) place.append(made("div", "k-buttons", ...buttons));
  return place;
}
