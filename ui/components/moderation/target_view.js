/** The person, post or comment that moderators look at, whoever else may see it. */

import { made } from "../made.js";
import { richText } from "../feed/rich_text.js";
import { DESK, takenDownFor } from "../moderation_texts.js";
import { personRow } from "../people/person_row.js";
import { ladder } from "../picture_links.js";

const ENOUGH = 640; // pixels of width to judge a picture by

/**
 * @typedef {import("../feed/person.js").User} User
 * @typedef {{kind: "user" | "post" | "comment", id: string, user: (User & {bio: string}) | null,
 *   post: import("../feed/post_list.js").Post | null, comment: import("../feed/post_list.js").Said | null,
 *   taken_down: {at: string, reason: string} | null}} Target as the API gives it to moderators
 */

/** @param {Target} target @returns {HTMLElement} */
export function targetView(target) {
  const { user, post, comment, taken_down: takenDown } = target;
  const whose = whoseIs(target);
  if (!whose) return made("p", "k-soft", DESK.gone);
  const people = made("ul", "k-desk-person", personRow(whose));
  people.role = "list";
  const parts = [people];
  if (user?.bio) parts.push(made("p", "", user.bio));
  if (post) parts.push(made("div", "k-desk-pictures", ...post.media.map((picture) => image(picture, whose))));
  const words = post?.caption ?? comment?.body;
  if (words) parts.push(made("p", "k-desk-words", richText(words)));
  if (takenDown) parts.push(made("p", "k-alarm", takenDownFor(takenDown.reason)));
  return made("div", "k-desk-target", ...parts);
}

/** @param {Target} target @returns {User | null} who is, or who wrote it; null once it is gone */
export function whoseIs({ user, post, comment }) {
  return user ?? post?.author ?? comment?.author ?? null;
}

function image(picture, { display_name: name }) {
  const copies = ladder(picture);
  const { url: src, width, height } = copies.find((copy) => copy.width >= ENOUGH) ?? copies.at(-1) ?? {};
  return Object.assign(made("img"), { src, width, height, alt: picture.alt || name, loading: "lazy", decoding: "async" });
}
