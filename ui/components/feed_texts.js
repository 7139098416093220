/** The sentences of posts: part of the browser's half of the text catalogue. */

const number = (count) => count.toLocaleString("en");

export const FEED = {
  label: "Posts",
  end: "You have seen everything.",
  failed: "The next posts did not come.",
  again: "Try again",
};

/** @param {number} count @param {boolean} isMore whether there are more than that */
export const newPosts = (count, isMore) =>
  count === 1 && !isMore ? "1 new post" : `${number(count)}${isMore ? " or more" : ""} new posts`;

export const QUIET = {
  headline: "Quiet in here.",
  sentence: "Post your first picture, or invite someone whose pictures you want to see.",
  write: "Write a post",
  invite: "Invite someone",
};

export const GONE = { headline: "Nothing here any more.", sentence: "This post was deleted, or it is not for you to see." };

export const POST = {
  like: "Like",
  comment: "Comment",
  menu: "More about this post",
  more: "More",
  edited: "edited",
  edit: "Edit",
  delete: "Delete",
  send: "Send",
  copyLink: "Copy link",
  linkCopied: "Link copied.",
  linkNotCopied: "The link could not be copied. It is the address of this post's own page.",
  visibility: { me: "only you", followers: "followers", public: "everybody" },
};

/** @param {string} name */
export const postBy = (name) => `Post by ${name}`;

export const PICTURES = {
  carousel: "carousel",
  previous: "Previous picture",
  next: "Next picture",
};

/** @param {number} count */
export const pictures = (count) => `${count} pictures. The arrow keys lead from one to the next.`;

/** @param {number} place from 1 @param {number} count */
export const pictureOf = (place, count) => `Picture ${place} of ${count}`;

/** What stands for a picture that nobody described. @param {string} name @param {number} place @param {number} count */
export const undescribed = (name, place, count) =>
  count === 1 ? `Picture by ${name}` : `Picture ${place} of ${count} by ${name}`;

/**
 * @param {{like_count: number, liked_by_me: boolean, liked_by: {display_name: string} | null}} post
 *   `liked_by` is somebody else who likes it
 */
export function likesText({ like_count: count, liked_by_me: byMe, liked_by: somebody }) {
  const others = count - (byMe ? 1 : 0);
  if (count <= 0) return "";
  if (others <= 0) return "You like this";
  if (!somebody) return count === 1 ? "1 person likes this" : `${number(count)} people like this`;
  const name = somebody.display_name;
  if (count === 1) return `${name} likes this`;
  if (count === 2) return byMe ? `${name} and you like this` : `${name} and 1 other like this`;
  return `${name} and ${number(count - 1)} others like this`;
}

/** The heading over the people who like a post. */
export const LIKES = "Likes";

export const COMMENTS = {
  label: "Comments",
  write: "Write a comment",
  send: "Send",
  cancel: "Cancel",
  reply: "Reply",
  delete: "Delete",
  deleted: "Deleted.",
  more: "More comments",
  reload: "Try again",
};

/** @param {number} count */
export const seeAll = (count) => (count === 1 ? "See the comment" : `See all ${number(count)} comments`);

/** @param {string} name */
export const replyTo = (name) => `Reply to ${name}`;

/** @param {string} name */
export const inReplyTo = (name) => `to ${name}`;
