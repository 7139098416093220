/** What stands where posts will be. */

import { made } from "../made.js";

/**
 * @param {typeof import("../feed_texts.js").QUIET} texts
 * @param {boolean} mayInvite
 * @returns {HTMLElement}
 */
export function emptyFeed({ headline, sentence, write, invite }, mayInvite) {
  const buttons = made("div", "k-buttons", link("k-button k-button--main", write, "/compose"));
  if (mayInvite) buttons.append(link("k-button", invite, "/people"));
  return made("div", "k-empty", words(headline, sentence), buttons);
}

/** @param {{headline: string, sentence: string}} texts @returns {HTMLElement} */
export function gonePost({ headline, sentence }) {
  return made("div", "k-empty", words(headline, sentence));
}

function words(headline, sentence) {
  return made("div", "k-empty-words", made("h2", "k-name", headline), made("p", "k-soft", sentence));
}

function link(className, word, href) {
  const element = made("a", className, word);
  element.href = href;
  return element;
}
