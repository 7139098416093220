/** Who waits to follow oneself, each with the two answers. */

import { api } from "../api.js";
import { made, pressable } from "../made.js";
import { PROFILE } from "../people_texts.js";
import { showToast } from "../toast.js";
import { PeopleList } from "./people_list.js";
import { personRow } from "./person_row.js";

/**
 * @param {import("./people_list.js").PeoplePage} first
 * @param {() => void} accepted told of each
 * @returns {{element: HTMLElement, dispose: () => void}} `element` goes away with the last answer
 */
export function followRequests(first, accepted) {
  const heading = made("h2", "k-title", PROFILE.wantToFollow);
  heading.tabIndex = -1;
  const answer = async (user, verb, row) => {
    try {
      await api("POST", `/follow-requests/${user.id}/${verb}`);
      if (verb === "accept") accepted();
    } catch (problem) {
      showToast(problem.detail);
      if (problem.status !== 404) return; // otherwise nobody waits any more
    }
    list.remove(row);
    if (list.isWhole && !element.querySelector("li")) element.remove();
    else heading.focus();
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
  const list = new PeopleList("/follow-requests", { first, rows: (users) => users.map(row) });
  const element = made("section", "k-requests", heading, list.element);
  return { element, dispose: () => list.dispose() };
}
