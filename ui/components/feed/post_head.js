/** The line above a post: who, when, whom it is shown, and its menu. */

import { POST } from "../feed_texts.js";
import { ago } from "./ago.js";
import { made } from "../made.js";
import { avatar, nameLink } from "./person.js";

/**
 * @param {import("./post_list.js").Card} card
 * @param {{id: string, isOwn: boolean, menu: HTMLElement}} options `id` for the heading that names the post
 * @returns {HTMLElement}
 */
export function postHead(card, { id, isOwn, menu }) {
  const { author } = card;
  const face = made("a", "k-post-face", avatar(author));
  face.href = `/@${author.handle}`;
  face.tabIndex = -1; // the name beside it leads to the same
  face.ariaHidden = "true";
  const name = nameLink(author, "k-post-name");
  name.id = id;
  const when = made("a", "k-post-when k-small k-soft", ago(card.created_at));
  when.href = `/p/${card.id}`;
  const facts = [card.edited_at && POST.edited, isOwn && card.visibility === "me" && POST.visibility.me].filter(Boolean);
  const more = made("span", "k-small k-soft k-post-facts", facts.map((fact) => `· ${fact}`).join(" "));
  return made("header", "k-post-head", face, name, when, ...(facts.length ? [more] : []), menu);
}
