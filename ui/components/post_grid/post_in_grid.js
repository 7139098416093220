/** A post as the grid shows it: its first picture, and what is said about the rest. */

/** @typedef {import("../feed/post_list.js").Post} Post */
/**
 * @typedef {import("../picture_links.js").Picture & {author: import("../feed/person.js").User, pictures: number,
 *   visibility: "public" | "followers" | "me"}} GridPost
 *   with the id and the time of the post; `pictures` is how many it has
 */

/**
 * @param {Post & {pictures?: number}} post as the API gives it, or as it came with the page with its first picture alone
 * @returns {GridPost}
 */
export function inGrid(post) {
  const { author, created_at, visibility } = post;
  const facts = { id: post.id, name: "", status: "completed", pictures: post.pictures ?? post.media.length };
  return { ...post.media[0], ...facts, author, created_at, visibility };
}
