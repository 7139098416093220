/** After a download that was refused: which of the chosen pictures are not in the library any more. */

import { api } from "../api.js";

const PAGE = 200;

/**
 * The library is read page by page until all are found, because asking for each by itself may be thousands of calls.
 * @param {readonly import("../picture_links.js").Picture[]} pictures
 * @returns {Promise<import("../picture_links.js").Picture[]>} in the same order
 * @throws {import("../api.js").Problem}
 */
export async function vanished(pictures) {
  const missing = new Set(pictures.map(({ id }) => id));
  let cursor = null;
  do {
    const asked = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await api("GET", `/media?${asked}`);
    for (const { id } of page.items) missing.delete(id);
    cursor = page.next_cursor;
  } while (cursor && missing.size);
  return pictures.filter(({ id }) => missing.has(id));
}
