/** The page of one person: who they are, who waits to follow, and the grid of their posts. */

import { api } from "../api.js";
import { made, pressable } from "../made.js";
import { OTHERS_WALL, OWN_WALL, PERSON_MENU, PROFILE, blockedWall, privateWall } from "../people_texts.js";
import { PostGrid } from "../post_grid/post_grid.js";
import { wordsInstead } from "../post_grid/words_instead.js";
import { followButton } from "./follow_button.js";
import { followRequests } from "./follow_requests.js";
import { act, personMenu } from "./person_menu.js";
import { profileHead } from "./profile_head.js";
import { Somebody } from "./somebody.js";

/**
 * @param {HTMLElement} host
 * @param {{user: import("./somebody.js").Person, between: import("./somebody.js").Between, is_own: boolean,
 *   posts: {items: object[], next_cursor: string | null}, requests: import("./people_list.js").PeoplePage}} first
 * @returns {{dispose: () => void}}
 */
export function mount(host, { user, between, is_own: isOwn, posts, requests }) {
  const somebody = new Somebody(user, between);
  const place = made("div", "k-wall-posts");
  const instead = () => insteadOfPosts(somebody, isOwn, () => unblock());
  const grid = new PostGrid(place, { path: `${somebody.path}/posts`, first: posts, instead });

  const renewCounts = async () => somebody.change({ user: await api("GET", somebody.path).catch(() => ({})) });
  /** What one may see of them has changed. */
  const renew = () => Promise.all([renewCounts(), grid.renew()]);
  const unblock = async () => {
    if (await act(somebody, "unblock")) renew();
  };
  const forgetPosts = () => {
    grid.clear();
    place.querySelector("button").focus(); // the way back; what was pressed is away
  };
  const actions = isOwn
    ? [linkButton(PROFILE.edit, "/settings", "k-button")]
    : [followButton(somebody, renew), personMenu(somebody, (verb) => verb === "block" && forgetPosts())];
  const head = profileHead(somebody, { isOwn, actions, renew: renewCounts });
  somebody.onChange(() => {
    head.toggleAttribute("data-blocked", somebody.between.is_blocking);
    grid.show();
  });

  host.classList.add("k-wall");
  host.append(head);
  const waiting = requests.items.length ? followRequests(requests, renewCounts) : null;
  if (waiting) host.append(waiting.element);
  host.append(place);
  return {
    dispose: () => {
      waiting?.dispose();
      grid.dispose();
    },
  };
}

function insteadOfPosts({ user, between }, isOwn, unblock) {
  if (isOwn) return wordsInstead(OWN_WALL, linkButton(PROFILE.write, "/compose", "k-button k-button--main"));
  if (between.is_blocking) {
    return wordsInstead(blockedWall(user.display_name), pressable("k-button", PERSON_MENU.unblock, unblock));
  }
  if (!user.is_private || between.is_following) return wordsInstead(OTHERS_WALL);
  return wordsInstead(privateWall(user.display_name, between.is_requested));
}

function linkButton(word, href, className) {
  const link = made("a", className, word);
  link.href = href;
  return link;
}
