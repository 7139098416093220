/** The button that follows somebody, and says how it stands. */

import { made, pressable } from "../made.js";
import { FOLLOW, FOLLOW_HELP } from "../people_texts.js";
import { Following } from "./following.js";

/**
 * @param {import("./somebody.js").Somebody} somebody
 * @param {() => void} [done] told when the server has taken it
 * @returns {HTMLButtonElement}
 */
export function followButton(somebody, done) {
  const following = new Following(somebody, done);
  const button = pressable("k-button k-follow", "", () => following.turn());
  const show = () => {
    const { user, between } = somebody;
    const state = between.is_following ? "following" : between.is_requested ? "requested" : null;
    const word = state ? FOLLOW[state] : user.is_private ? FOLLOW.ask : FOLLOW.follow;
    button.classList.toggle("k-button--main", !state);
    button.title = state ? FOLLOW_HELP[state] : "";
    button.replaceChildren(word, made("span", "k-unseen", ` ${user.display_name}`));
  };
  somebody.onChange(show);
  show();
  return button;
}
