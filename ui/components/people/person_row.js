/** Somebody in a list: face, name and handle, which lead to them, and what one can do. */

import { made } from "../made.js";
import { avatar } from "../feed/person.js";

/**
 * @param {import("../feed/person.js").User} user
 * @param {...HTMLElement} actions
 * @returns {HTMLLIElement}
 */
export function personRow(user, ...actions) {
  const names = made(
    "span",
    "k-person-names",
    made("strong", "", user.display_name),
    made("span", "k-fact k-soft", `@${user.handle}`),
  );
  const link = made("a", "k-person", avatar(user), names);
  link.href = `/@${user.handle}`;
  return made("li", "k-person-row", link, ...(actions.length ? [made("span", "k-person-actions", ...actions)] : []));
}
