/** The page of what one is told: it follows what the server says while it is open. */

import { endless } from "../endless.js";
import { made, pressable } from "../feed/made.js";
import { ALL_QUIET, NOTIFICATIONS } from "../notification_texts.js";
import { showToast } from "../toast.js";
import { ToldList } from "./told_list.js";
import { showRead, toldRow } from "./told_row.js";

/**
 * @param {HTMLElement} host
 * @param {{items: import("./told_list.js").Told[], next_cursor: string | null}} first
 * @returns {{dispose: () => void}}
 */
export function mount(host, first) {
  const over = new AbortController();
  const list = new ToldList(first, () => show());
  const heading = made("h1", "k-title", NOTIFICATIONS.heading);
  heading.tabIndex = -1;
  const readAll = pressable("k-button", NOTIFICATIONS.readAll, async () => {
    if (await tried(() => list.markAllRead())) heading.focus();
  });
  const rows = made("ul", "k-told-list");
  rows.role = "list";
  const quiet = emptyWords(ALL_QUIET);
  const end = endless({ isWhole: () => list.isWhole, goOn: () => list.goOn() });
  /** @type {Map<string, {row: HTMLElement, as: string}>} */
  const shown = new Map();

  const rowOf = (told) => {
    const as = JSON.stringify({ ...told, read: null });
    const before = shown.get(told.id);
    const isSame = before && (before.as === as || before.row.contains(document.activeElement));
    if (!isSame) shown.set(told.id, { row: toldRow(told, () => tried(() => list.markRead(told.id))), as });
    const { row } = shown.get(told.id);
    showRead(row, told.read);
    return row;
  };
  const show = () => {
    const hadFocus = rows.contains(document.activeElement);
    const wanted = list.items.map(rowOf);
    const ids = new Set(list.items.map(({ id }) => id));
    for (const id of [...shown.keys()]) if (!ids.has(id)) shown.delete(id);
    putInOrder(rows, wanted);
    readAll.hidden = !list.hasUnread;
    rows.hidden = wanted.length === 0;
    quiet.hidden = wanted.length > 0 || !list.isWhole;
    if (hadFocus && !rows.contains(document.activeElement)) heading.focus();
    end.look();
  };

  host.append(made("div", "k-told-head", heading, readAll), rows, quiet, end.element);
  show();
  document.addEventListener("kamra:unread", () => list.lookAgain().catch(() => {}), { signal: over.signal });
  return {
    dispose: () => {
      over.abort();
      end.dispose();
    },
  };
}

/** Moves only what is not in its place, so that what has the focus keeps it. */
function putInOrder(parent, wanted) {
  for (const row of [...parent.children]) if (!wanted.includes(row)) row.remove();
  wanted.forEach((row, at) => {
    if (parent.children[at] !== row) parent.insertBefore(row, parent.children[at] ?? null);
  });
}

function emptyWords({ headline, sentence }) {
  const words = made("div", "k-empty-words", made("h2", "k-name", headline), made("p", "k-soft", sentence));
  return made("div", "k-empty", words);
}

async function tried(act) {
  try {
    await act();
    return true;
  } catch ({ detail }) {
    showToast(detail);
    return false;
  }
}
