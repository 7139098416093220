/** The sentences about people and their walls: part of the browser's half of the text catalogue. */

const number = (count) => count.toLocaleString("en");
const counted = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

export const PROFILE = {
  followsYou: "follows you",
  edit: "Edit profile",
  write: "Write a post",
  wantToFollow: "Waiting to follow you",
  accept: "Accept",
  reject: "Reject",
};

/** @param {number} count */
export const postsText = (count) => counted(count, "post", "posts");
/** @param {number} count */
export const followersText = (count) => counted(count, "follower", "followers");
/** @param {number} count */
export const followingText = (count) => `${number(count)} following`;

export const OWN_WALL = { headline: "Your wall is empty.", sentence: "Pictures you post stand here, whole, in rows." };
export const OTHERS_WALL = { headline: "No posts yet." };
/** @param {string} name @param {boolean} isRequested */
export const privateWall = (name, isRequested) => ({
  headline: "For followers only.",
  sentence: isRequested
    ? `You have asked to follow ${name}, who has not answered yet.`
    : `${name} decides who sees these posts. Ask to follow, and they answer.`,
});
/** @param {string} name */
export const blockedWall = (name) => ({
  headline: `You have blocked ${name}.`,
  sentence: "Neither of you sees anything of the other, anywhere on this Kamra.",
});

export const FOLLOW = { follow: "Follow", ask: "Ask to follow", following: "Following", requested: "Requested" };
/** What pressing the button does, where its word says how it stands. */
export const FOLLOW_HELP = { following: "Press to stop following", requested: "Press to take the request back" };

export const PERSON_MENU = {
  mute: "Mute",
  unmute: "Unmute",
  remove: "Remove as follower",
  block: "Block",
  unblock: "Unblock",
};
/** @param {string} name */
export const moreAbout = (name) => `More about ${name}`;
/** What is said once it is done, by the verb of the API. */
export const DONE = {
  mute: (name) => `Muted. Nothing from ${name} reaches your feed any more; they are not told.`,
  unmute: (name) => `You hear from ${name} again.`,
  "remove-follower": (name) => `${name} does not follow you any more. They are not told.`,
  unblock: (name) => `${name} is no longer blocked. Follows do not come back by themselves.`,
};

export const PEOPLE_LIST = {
  followers: "Followers",
  following: "Following",
  none: "Nobody yet.",
};

export const KEPT_AWAY = { blocked: "Blocked", muted: "Muted", nobody: "Nobody." };

/** @param {number} count */
export const several = (count) => `${number(count)} pictures`;

export const ONLY_YOU = "only you";

/** How a post of a grid is read out. @param {import("./post_grid/post_in_grid.js").GridPost} post */
export function tileName({ alt, author, created_at: time, pictures, visibility }) {
  const day = new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const facts = [day, pictures > 1 && several(pictures), visibility === "me" && ONLY_YOU].filter(Boolean);
  return [alt || `Post by ${author.display_name}`, ...facts].join(", ");
}

export const SEARCH = {
  title: "Search",
  label: "Search people, captions and #tags",
  people: "People",
  posts: "Posts",
  allPeople: "All people found",
  hint: "Names, words of captions, or a #tag.",
  explore: "See what everybody shows",
};
/** @param {string} query */
export const nothingFound = (query) => ({
  headline: "Nobody and nothing.",
  sentence: `No person, caption or tag matches “${query}”.`,
});
