/** What the server hears of the post that is written, and what keeps it from being sent. */

import { api } from "../api.js";
import { CAPTION, PICTURES } from "../composer_texts.js";
import { isBeingMade } from "../picture_links.js";

/**
 * @param {{pictures: import("./post_pictures.js").PostPictures, caption: {isTooLong: boolean}, isComing: boolean}} written
 *   `isComing` while files are still being sent
 * @returns {string} a sentence, or nothing
 */
export function whyNot({ pictures: { pictures }, caption, isComing }) {
  if (isComing || pictures.some(isBeingMade)) return PICTURES.coming;
  if (!pictures.length) return PICTURES.none;
  if (pictures.some(({ status }) => status === "failed")) return PICTURES.unread;
  return caption.isTooLong ? CAPTION.tooLong : "";
}

/**
 * @param {{pictures: import("./post_pictures.js").PostPictures, caption: string, visibility: string,
 *   post: string | null}} written `post` is the id of the one to change
 * @returns {Promise<{id: string}>}
 * @throws {import("../api.js").Problem}
 */
export async function sendPost({ pictures, caption, visibility, post }) {
  // With a post an empty description means "leave it", so one that was taken away is taken from its picture first.
  const emptied = pictures.rewritten.filter((one) => !pictures.altOf(one).trim());
  for (const { id } of emptied) await api("PATCH", `/media/${id}`, { alt: "" });
  const alt = pictures.pictures.map((one) => pictures.altOf(one).trim() || null);
  const said = { caption: caption.trim() || null, alt, visibility };
  if (post) return api("PATCH", `/posts/${post}`, said);
  return api("POST", "/posts", { ...said, media_ids: pictures.pictures.map(({ id }) => id) });
}
