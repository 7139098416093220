/** News that is only true once the page is left: the next page of the tab says it. */

import { keep, kept } from "./tab_shelf.js";

const SHELF = "next-page";

/** @param {string} text */
export function sayOnNextPage(text) {
  keep(SHELF, text);
}

/** What the page before wanted said, once. @returns {string | null} */
export function saidBefore() {
  const text = kept(SHELF);
  if (text) keep(SHELF, null);
  return text;
}
