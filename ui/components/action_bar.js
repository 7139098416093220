/** The one action bar of every picture: the same order and words everywhere, absent what does not apply. */

import { icon } from "./icons.js";

const ACTIONS = [
  { key: "post", word: "Post", wordForMany: "Post", icon: "post" },
  { key: "send", word: "Send", wordForMany: "Send", icon: "send" },
  { key: "smaller", word: "Make smaller", wordForMany: "Make smaller", icon: "smaller" },
  { key: "original", word: "Download original", wordForMany: "Download originals", icon: "download" },
  { key: "delete", word: "Delete", wordForMany: "Delete", icon: "trash" },
];

const MOST_IN_STUDIO = 50; // as many as its page takes (`ui/pages/studio.py`)
const MOST_IN_POST = 10; // `domain/posts/rules.py`

/**
 * @param {{post?: string, send?: () => void, smaller?: string, original?: string | (() => void), delete?: () => void}} applies what can be done with these pictures:
 *   a function to call, or an address to follow
 * @param {number} [count] how many pictures they are
 * @returns {HTMLElement}
 */
export function actionBar(applies, count = 1) {
  const bar = document.createElement("div");
  bar.className = "k-actions";
  bar.setAttribute("role", "group");
  bar.ariaLabel = count === 1 ? "What to do with this picture" : "What to do with these pictures";
  const possible = ACTIONS.filter(({ key }) => applies[key]);
  bar.append(...possible.map((action) => part(action, applies[action.key], count)));
  return bar;
}

function part({ key, word, wordForMany, icon: name }, does, count) {
  const made = document.createElement(typeof does === "string" ? "a" : "button");
  made.className = "k-flat k-action";
  made.dataset.action = key;
  if (typeof does === "string") {
    made.href = does;
    if (key === "original") made.download = "";
  } else {
    made.type = "button";
    made.addEventListener("click", does);
  }
  const label = document.createElement("span");
  label.textContent = count === 1 ? word : wordForMany;
  made.title = label.textContent;
  made.append(icon(name), label);
  return made;
}

/**
 * The way from pictures of the library into the studio.
 * @param {{id: string, status: string}[]} pictures
 * @returns {string | undefined} nothing when they cannot be made smaller, or not all at once
 */
export function smallerAddress(pictures) {
  return addressFor("/studio", pictures, MOST_IN_STUDIO);
}

/**
 * The way from pictures of the library into a new post.
 * @param {{id: string, status: string}[]} pictures
 * @returns {string | undefined} nothing when they cannot be posted, or not in one post
 */
export function postAddress(pictures) {
  return addressFor("/compose", pictures, MOST_IN_POST);
}

/**
 * The way from pictures of the library into a room; only originals go there, so it does not matter how far the rest is.
 * @param {{id: string, status: string}[]} pictures
 * @returns {(() => Promise<void>) | undefined} nothing while one of them is still on its way to the library
 */
export function sendCall(pictures) {
  if (pictures.some(({ status }) => status === "pending")) return undefined;
  return () => sendThese(pictures.map(({ id }) => ({ mediaId: id })));
}

/** @param {import("../rooms/page/engine/hand_over.js").Handed[]} these */
export async function sendThese(these) {
  const { send } = await import("./rooms/send.js");
  await send(these);
}

function addressFor(page, pictures, most) {
  if (pictures.length > most || pictures.some(({ status }) => status !== "completed")) return undefined;
  return `${page}?media=${pictures.map(({ id }) => id).join(",")}`;
}
