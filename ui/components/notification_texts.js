/** What notifications say: part of the browser's half of the text catalogue. */

const number = (count) => count.toLocaleString("en");

export const NOTIFICATIONS = {
  heading: "Notifications",
  readAll: "Mark all as read",
  read: "Mark as read",
  unread: "New",
  somebody: "Somebody",
  and: " and ",
  waiting: "Follow requests",
};

export const ALL_QUIET = { headline: "All quiet.", sentence: "Likes, comments and new followers show up here." };

/** @param {number} count */
export const andOthers = (count) => ` and ${number(count)} ${count === 1 ? "other" : "others"}`;

const DID = {
  followed: ({ count }) => (count === 1 ? " follows you" : " follow you"),
  liked: (told) => ` liked ${yours(told)}`,
  commented: (told) => ` commented on ${yours(told)}`,
  mentioned: ({ comment }) => (comment ? " mentioned you in a comment" : " mentioned you in a post"),
};

/** What people did, to come after their names. @param {import("./notifications/told_list.js").Told} told */
export const didWhat = (told) => DID[told.kind](told);

const yours = ({ post }) => (post?.media.length === 1 ? "your picture" : "your post");

const THINGS = { post: "your post", comment: "your comment", user: "your account" };

/** @param {import("./notifications/told_list.js").Told} told of an act of moderators */
export function moderatorsDid({ kind, text, target }) {
  const thing = THINGS[target.kind];
  if (kind === "taken_down") return `A moderator took down ${thing}. Nobody sees it now.`;
  if (text !== "upheld") return `A moderator looked again at ${thing}. It stays as it was decided.`;
  return target.kind === "user"
    ? "A moderator agreed with your appeal and let you in again."
    : `A moderator agreed with your appeal: ${thing} is there again.`;
}

/** @param {string} text a moderator's */
export const reasonGiven = (text) => `Their reason: ${text}`;

export const APPEAL = {
  appeal: "Appeal",
  label: "Why should it come back?",
  send: "Send",
  sent: "Sent. A moderator will look at it again, and you will be told.",
};
