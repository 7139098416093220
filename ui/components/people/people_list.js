/** People one below the other, page by page. */

import { api } from "../api.js";
import { made, pressable } from "../feed/made.js";
import { PEOPLE_LIST } from "../people_texts.js";
import { personRow } from "./person_row.js";

const MORE = 50;

/** @typedef {import("../feed/person.js").User} User */
/** @typedef {{items: ({user: User} | User)[], next_cursor: string | null}} PeoplePage of users, or of rows that hold one */

/**
 * @param {string} path of a list of people in the API; `?` in it is fine
 * @param {{first?: PeoplePage | null, row?: (user: User) => HTMLElement, none?: string}} [options]
 *   `first` is the page that is here already; `row` makes a list item of somebody
 * @returns {HTMLElement}
 */
export function peopleList(path, { first = null, row = (user) => personRow(user), none = PEOPLE_LIST.none } = {}) {
  const list = made("ul", "k-people-list");
  list.setAttribute("role", "list");
  const said = made("p", "k-soft");
  said.setAttribute("role", "status");
  const more = pressable("k-button k-button--quiet", PEOPLE_LIST.more, () => load());
  let cursor = null;
  const show = ({ items, next_cursor: next }) => {
    list.append(...items.map((one) => row(one.user ?? one)));
    cursor = next;
    more.hidden = next === null;
    more.textContent = PEOPLE_LIST.more;
    said.textContent = list.childElementCount || next ? "" : none;
  };
  const load = async () => {
    const asked = new URLSearchParams({ limit: String(MORE), ...(cursor && { cursor }) });
    more.disabled = true;
    try {
      show(await api("GET", `${path}${path.includes("?") ? "&" : "?"}${asked}`));
    } catch ({ detail }) {
      said.textContent = `${PEOPLE_LIST.failed} ${detail}`;
      more.textContent = PEOPLE_LIST.again;
      more.hidden = false;
    }
    more.disabled = false;
  };
  more.hidden = true;
  if (first) show(first);
  else load();
  return made("div", "k-people", list, said, more);
}
