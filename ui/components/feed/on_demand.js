/** Dialogs over posts that few ever open: what they take is loaded when somebody does. */

import { LIKES } from "../feed_texts.js";
import { OFFLINE } from "../texts.js";
import { showToast } from "../toast.js";

/** Say who likes a post. @param {string} postId */
export function openLikers(postId) {
  return loaded(import("../people/people_dialog.js"), ({ openPeople }) => openPeople(LIKES, `/posts/${postId}/likes`));
}

/** @param {{kind: "post" | "comment", id: string, name: string}} what `name` is whose it is */
export function report(what) {
  return loaded(import("../report.js"), ({ openReport }) => openReport(what));
}

async function loaded(module, then) {
  let parts;
  try {
    parts = await module;
  } catch {
    showToast(OFFLINE);
    return;
  }
  then(parts);
}
