/** Who waits to follow oneself, each with the two answers. */

import { api } from "../api.js";
import { made, pressable } from "../feed/made.js";
import { PROFILE } from "../people_texts.js";
import { showToast } from "../toast.js";
import { peopleList } from "./people_list.js";
import { personRow } from "./person_row.js";

/**
 * @param {import("./people_list.js").PeoplePage} first
 * @param {() => void} accepted told of each
 * @returns {HTMLElement} goes away with the last answer
 */
export function followRequests(first, accepted) {
  const heading = made("h2", "k-title", PROFILE.wantToFollow);
  heading.tabIndex = -1;
  const element = made("section", "k-requests", heading);
  const answer = async (user, verb, row) => {
    try {
      await api("POST", `/follow-requests/${user.id}/${verb}`);
      if (verb === "accept") accepted();
    } catch (problem) {
      showToast(problem.detail);
      if (problem.status !== 404) return; // otherwise nobody waits any more
    }
    row.remove();
    if (element.querySelector("li, button:not([hidden])")) heading.focus();
    else element.remove();
  };
  const row = (user) => {
    const button = (className, word, verb) => {
      const answering = pressable(className, word, () => answer(user, verb, answering.closest("li")));
      answering.append(made("span", "k-unseen", ` ${user.display_name}`));
      return answering;
    };
    const accept = button("k-button k-button--main", PROFILE.accept, "accept");
    return personRow(user, accept, button("k-button", PROFILE.reject, "reject"));
  };
  element.append(peopleList("/follow-requests", { first, row }));
  return element;
}
