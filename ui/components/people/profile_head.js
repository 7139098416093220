/** The head of a person's page: their face, who they are, how many follow, and what one can do. */

import { made, pressable } from "../made.js";
import { avatar } from "../feed/person.js";
import { richText } from "../feed/rich_text.js";
import { PEOPLE_LIST, PROFILE, followersText, followingText, postsText } from "../people_texts.js";
import { openPeople } from "./people_dialog.js";

/**
 * @param {import("./somebody.js").Somebody} somebody
 * @param {{isOwn: boolean, actions: HTMLElement[], renew: () => void}} options `renew` asks how many there are now
 * @returns {HTMLElement}
 */
export function profileHead(somebody, { isOwn, actions, renew }) {
  const { user } = somebody;
  const face = avatar(user);
  face.classList.add("k-face");
  const handle = made("p", "k-fact k-soft");
  const counts = made("p", "k-profile-counts k-fact k-soft");
  const words = made("div", "k-profile-words", made("h1", "k-name", user.display_name), handle);
  if (user.bio) words.append(made("p", "k-profile-bio", richText(user.bio)));
  words.append(counts);
  const show = () => {
    const { between } = somebody;
    handle.textContent = [`@${user.handle}`, ...(between.is_followed_by ? [PROFILE.followsYou] : [])].join(" · ");
    showCounts(counts, somebody, { isOwn, renew });
  };
  somebody.onChange(show);
  show();
  return made("header", "k-profile-head", face, words, made("div", "k-profile-actions", ...actions));
}

/** Numbers that lead to lists, where there is a list to see; the one that has the focus keeps it. */
function showCounts(place, { user, between, path }, { isOwn, renew }) {
  const focused = [...place.children].indexOf(document.activeElement);
  const isListed = isOwn || !user.is_private || between.is_following;
  const list = (text, title, name) =>
    isListed ? pressable("k-link k-fact", text, () => openPeople(title, `${path}/${name}`, renew)) : text;
  place.replaceChildren(
    postsText(user.posts),
    " · ",
    list(followersText(user.followers), PEOPLE_LIST.followers, "followers"),
    " · ",
    list(followingText(user.following), PEOPLE_LIST.following, "following"),
  );
  if (focused >= 0) place.children[focused].focus();
}
