/** What a page without anything on it says. */

import { made } from "./made.js";

/** @param {{headline: string, sentence: string}} texts @returns {HTMLElement} */
export function emptyWords({ headline, sentence }) {
  const words = made("div", "k-empty-words", made("h2", "k-name", headline), made("p", "k-soft", sentence));
  return made("div", "k-empty", words);
}
