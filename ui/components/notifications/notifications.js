/** The page of what one is told: it follows what the server says while it is open. */

import { emptyWords } from "../empty_words.js";
import { endless } from "../endless.js";
import { made, pressable } from "../made.js";
import { KeptRows } from "../kept_rows.js";
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
  const element = made("ul", "k-told-list");
  element.role = "list";
  const rows = new KeptRows(
    element,
    (told) => toldRow(told, () => tried(() => list.markRead(told.id))),
    (told) => ({ ...told, read: null }),
  );
  const quiet = emptyWords(ALL_QUIET);
  const end = endless({ isWhole: () => list.isWhole, goOn: () => list.goOn() });

  const show = () => {
    const hadFocus = element.contains(document.activeElement);
    rows.show(list.items).forEach((row, at) => showRead(row, list.items[at].read));
    readAll.hidden = !list.hasUnread;
    element.hidden = list.items.length === 0;
    quiet.hidden = list.items.length > 0 || !list.isWhole;
    if (hadFocus && !element.contains(document.activeElement)) heading.focus();
    end.look();
  };

  host.append(made("div", "k-told-head", heading, readAll), element, quiet, end.element);
  show();
  document.addEventListener("kamra:unread", () => list.lookAgain().catch(() => {}), { signal: over.signal });
  return {
    dispose: () => {
      over.abort();
      end.dispose();
    },
  };
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
