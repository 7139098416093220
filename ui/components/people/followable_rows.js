/** People in a list, whom one can follow there. */

import { api } from "../api.js";
import { followButton } from "./follow_button.js";
import { personRow } from "./person_row.js";
import { Somebody } from "./somebody.js";

/**
 * @param {import("./somebody.js").Person[]} users
 * @returns {HTMLLIElement[]} their buttons come as soon as it is known what stands between
 */
export function followableRows(users) {
  const rows = new Map(users.map((user) => [user.id, { user, row: personRow(user) }]));
  addButtons(rows);
  return [...rows.values()].map(({ row }) => row);
}

async function addButtons(rows) {
  const me = document.querySelector("[data-k-person]")?.dataset.kPerson;
  const others = [...rows.values()].filter(({ user }) => user.handle !== me).map(({ user }) => user.id);
  if (!others.length) return;
  const told = await api("GET", `/relationships?users=${others.join(",")}`).catch(() => null);
  for (const { user_id: id, ...between } of told?.items ?? []) {
    const { user, row } = rows.get(id);
    row.append(followButton(new Somebody(user, between)));
  }
}
