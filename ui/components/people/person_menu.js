/** What one can do about somebody besides following them: mute, remove them as a follower, block, report. */

import { api } from "../api.js";
import { made, pressable } from "../made.js";
import { icon } from "../icons.js";
import { menu } from "../library/menu.js";
import { REPORT } from "../moderation_texts.js";
import { DONE, PERSON_MENU, moreAbout } from "../people_texts.js";
import { openReport } from "../report.js";
import { showToast } from "../toast.js";

// What each verb of the API changes between the two.
const CHANGES = {
  mute: { is_muting: true },
  unmute: { is_muting: false },
  "remove-follower": { is_followed_by: false },
  block: { is_blocking: true, is_following: false, is_followed_by: false, is_requested: false },
  unblock: { is_blocking: false },
};

/**
 * @param {import("./somebody.js").Somebody} somebody
 * @param {(verb: keyof typeof CHANGES) => void} done told when the server has taken it
 * @returns {HTMLElement}
 */
export function personMenu(somebody, done) {
  const name = moreAbout(somebody.user.display_name);
  const { button, panel } = menu({ className: "k-person-menu", label: name, onOpen: () => panel.replaceChildren(...items()) });
  button.className = "k-flat k-person-more";
  button.replaceChildren(icon("more"));
  button.ariaLabel = name;
  const item = (word, verb) =>
    pressable("k-menu-item", word, async () => {
      panel.hidePopover();
      if (await act(somebody, verb)) done(verb);
    });
  const report = () =>
    pressable("k-menu-item", REPORT.send, () => {
      panel.hidePopover();
      openReport({ kind: "user", id: somebody.user.id, name: somebody.user.display_name });
    });
  const items = () => {
    const { is_muting: isMuting, is_followed_by: isFollowedBy } = somebody.between;
    const shown = [isMuting ? item(PERSON_MENU.unmute, "unmute") : item(PERSON_MENU.mute, "mute")];
    if (isFollowedBy) shown.push(item(PERSON_MENU.remove, "remove-follower"));
    return [...shown, item(PERSON_MENU.block, "block"), report()];
  };
  return made("div", "k-person-menu-place", button, panel);
}

/**
 * @param {import("./somebody.js").Somebody} somebody
 * @param {keyof typeof CHANGES} verb of the API
 * @returns {Promise<boolean>} whether the server took it
 */
export async function act(somebody, verb) {
  try {
    await api("POST", `${somebody.path}/${verb}`);
  } catch ({ detail }) {
    showToast(detail);
    return false;
  }
  somebody.change({ between: CHANGES[verb] });
  if (DONE[verb]) showToast(DONE[verb](somebody.user.display_name));
  return true;
}
