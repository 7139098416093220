/** Where one was in the feed, so that the way back from a post or a person leads there. */

import { keep, kept } from "../tab_shelf.js";

const SHELF = "feed-place";
const MOST_PAGES = 10; // loaded again at most; whoever was farther down begins where these end

/**
 * Keep it when the page is left.
 * @param {import("./column.js").Column} column
 * @param {AbortSignal} signal ends it
 */
export function keepPlace(column, signal) {
  history.scrollRestoration = "manual"; // the browser would scroll before the posts are there
  window.addEventListener("pagehide", () => keep(SHELF, column.first), { signal });
}

/**
 * Go there again when somebody comes back by the browser's own button.
 * @param {import("./column.js").Column} column
 * @param {import("./post_list.js").PostList} list
 */
export async function goBack(column, list) {
  const [navigation] = performance.getEntriesByType("navigation");
  const place = kept(SHELF);
  if (navigation?.type !== "back_forward" || !place) return;
  for (let pages = 0; !column.reveal(place) && !list.isWhole && pages < MOST_PAGES; pages += 1) await list.goOn();
}
