/** What was written before the page was loaded anew, such as after a restart of the server: kept in the tab until it is sent. */

import { keep, kept } from "../tab_shelf.js";

const SHELF = "composer";

/**
 * @typedef {{post: string | null, caption: string, visibility: string, alts: [string, string][]}} Written
 *   `post` is the one that is changed; `alts` are descriptions by the pictures' ids
 */

/** @param {Written | null} written nothing once it is sent */
export function keepWritten(written) {
  keep(SHELF, written);
}

/** @param {string | null} post @returns {Written | null} nothing on a page that one has come to by another way */
export function writtenBefore(post) {
  const [visit] = performance.getEntriesByType("navigation");
  const written = visit?.type === "reload" ? kept(SHELF) : null;
  return written?.post === post ? written : null;
}
