/** One comment: who, what, when, and what one can do with it. */

import { COMMENTS, inReplyTo } from "../feed_texts.js";
import { REPORT } from "../moderation_texts.js";
import { ago } from "./ago.js";
import { made, pressable } from "../made.js";
import { nameLink } from "./person.js";
import { richText } from "./rich_text.js";

/**
 * @param {import("./post_list.js").Said} comment
 * @param {{answered: import("./post_list.js").Said | undefined, reply: () => void, remove: (() => void) | null,
 *   report: (() => void) | null}} how
 *   `answered` is the comment it answers where that is known; `remove` when one may delete it, `report` when somebody
 *   else wrote it
 * @returns {HTMLLIElement}
 */
export function commentRow(comment, { answered, reply, remove, report }) {
  const { author, body } = comment;
  const text = made("p", "k-comment-text", nameLink(author, "k-post-name"), " ");
  if (answered) text.append(made("span", "k-soft", inReplyTo(answered.author.display_name)), " ");
  text.append(richText(body));
  const facts = made("div", "k-comment-facts k-small k-soft", ago(comment.created_at));
  facts.append(named(pressable("k-comment-act", COMMENTS.reply, reply), author));
  if (remove) facts.append(named(pressable("k-comment-act", COMMENTS.delete, remove), author));
  if (report) facts.append(named(pressable("k-comment-act", REPORT.send, report), author));
  const row = made("li", comment.reply_to ? "k-comment k-comment--answer" : "k-comment", text, facts);
  row.dataset.id = comment.id;
  if (answered) row.dataset.answers = answered.id;
  return row;
}

/** The word alone says too little to who hears it among others. */
function named(button, author) {
  button.ariaLabel = `${button.textContent}: ${author.display_name}`;
  return button;
}
