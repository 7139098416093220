/** The dialog that says who likes a post. */

import { api } from "../api.js";
import { LIKERS } from "../feed_texts.js";
import { made, pressable } from "./made.js";
import { avatar } from "./person.js";

const MORE = 50;

/** @param {string} postId */
export function openLikers(postId) {
  const dialog = made("dialog", "k-dialog k-likers");
  const heading = made("h2", "k-title", LIKERS.heading);
  heading.id = "k-likers-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  const list = made("ul", "k-likers-list");
  list.role = "list";
  const said = made("p", "k-soft");
  said.role = "status";
  let cursor = "";
  const load = async () => {
    more.disabled = true;
    try {
      const page = await api("GET", `/posts/${postId}/likes?limit=${MORE}${cursor}`);
      list.append(...page.items.map(({ user }) => made("li", "", row(user))));
      more.hidden = page.next_cursor === null;
      cursor = `&cursor=${encodeURIComponent(page.next_cursor ?? "")}`;
      said.textContent = "";
    } catch (problem) {
      said.textContent = problem.detail;
    }
    more.disabled = false;
  };
  const more = pressable("k-button", LIKERS.more, load);
  more.hidden = true;
  const close = pressable("k-button", LIKERS.close, () => dialog.close());
  dialog.append(made("div", "k-dialog-body", heading, list, said, made("div", "k-dialog-actions", more, close)));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  load();
}

function row(user) {
  const words = made("span", "k-likers-words", made("strong", "", user.display_name), made("span", "k-fact k-soft", `@${user.handle}`));
  const link = made("a", "k-likers-row", avatar(user), words);
  link.href = `/@${user.handle}`;
  return link;
}
