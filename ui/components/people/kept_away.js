/** Whom one has blocked and whom one has muted, each with the way back. */

import { made, pressable } from "../made.js";
import { KEPT_AWAY, PERSON_MENU } from "../people_texts.js";
import { PeopleList } from "./people_list.js";
import { act } from "./person_menu.js";
import { personRow } from "./person_row.js";
import { Somebody } from "./somebody.js";

/** @param {HTMLElement} host @returns {{dispose: () => void}} */
export function mount(host) {
  const parts = [
    keptAway({ heading: KEPT_AWAY.blocked, path: "/blocks", verb: "unblock" }),
    keptAway({ heading: KEPT_AWAY.muted, path: "/mutes", verb: "unmute" }),
  ];
  host.classList.add("k-kept-away");
  host.append(...parts.map(({ element }) => element));
  return { dispose: () => parts.forEach(({ list }) => list.dispose()) };
}

function keptAway({ heading: words, path, verb }) {
  const heading = made("h3", "k-kept-away-heading", words);
  heading.tabIndex = -1;
  const rowOf = (user) => {
    const button = pressable("k-button", PERSON_MENU[verb], async () => {
      if (!(await act(new Somebody(user, {}), verb))) return;
      list.remove(row);
      heading.focus();
    });
    button.append(made("span", "k-unseen", ` ${user.display_name}`));
    const row = personRow(user, button);
    if (verb === "unblock") row.querySelector("a").removeAttribute("href"); // there is nothing for who blocks them
    return row;
  };
  const list = new PeopleList(path, { rows: (users) => users.map(rowOf), none: KEPT_AWAY.nobody });
  return { element: made("div", "", heading, list.element), list };
}
