/** My rooms: those that are open, and the way to open another. */

import { NEW_ROOM, waiting } from "../../rooms/page/engine/hand_over.js";
import { openInvite } from "../../rooms/page/view/invite.js";
import { DOORS } from "../../rooms/page/door_words.js";
import { emptyWords } from "../empty_words.js";
import { icon } from "../icons.js";
import { made, pressable } from "../made.js";
import { NO_ROOMS, OPENED, ROOMS } from "../rooms_texts.js";
import { linkTo } from "./open_own_room.js";
import { openOpening } from "./opening_dialog.js";
import { RoomList } from "./room_list.js";

const OFFER = "kamra:open-room"; // of the `+`
const QR = { qr: async (text) => (await import("../../rooms/page/pieces/qr.js")).qrModules(text) };

/**
 * @param {HTMLElement} host
 * @param {{items: import("./room_row.js").ToldRoom[], days: number, wants: "" | "open" | "send"}} first `days` is how
 *   long a room may be there; `wants` what one came here for: `send` takes along what was handed over
 * @returns {{dispose: () => void}}
 */
export function mount(host, { items, days, wants }) {
  const over = new AbortController();
  const opened = (told) => {
    list.look();
    showLink(told.room, told);
  };
  const open = (count = 0) => openOpening({ mostDays: days, count, opened });
  const title = made("h1", "k-title", ROOMS.title);
  const head = made("header", "k-rooms-head", title, openButton(open));
  const empty = made("div", "", emptyWords(NO_ROOMS));
  empty.firstChild.append(made("div", "k-buttons", openButton(open)));
  const drawn = (count) => {
    title.classList.toggle("k-unseen", !count); // on an empty page its words are the largest
    head.toggleAttribute("data-empty", !count);
    list.element.hidden = !count;
    empty.hidden = count > 0;
  };
  const list = new RoomList({ link: (own) => showLink(own), drawn });
  host.classList.add("k-rooms");
  host.append(...(window.isSecureContext ? [] : [insecureWords()]), head, list.element, empty);
  drawn(items.length);
  list.show(items);
  const asked = (event) => {
    event.preventDefault(); // says that this page takes it
    if (window.isSecureContext) open();
  };
  document.addEventListener(OFFER, asked, { signal: over.signal });
  if (wants) history.replaceState(history.state, "", location.pathname); // else a reload would ask again
  if (wants && window.isSecureContext) (wants === "send" ? waiting(NEW_ROOM) : Promise.resolve(0)).then(open);
  return {
    dispose: () => {
      over.abort();
      list.dispose();
    },
  };
}

/** @param {import("./open_own_room.js").OwnRoom} own @param {import("./open_own_room.js").Opened | null} [told] when it is new */
function showLink(own, told = null) {
  const link = linkTo(own);
  const goIn = Object.assign(made("a", "k-button", ROOMS.goIn), { href: link });
  const news = told && !told.isRemembered ? OPENED.forgotten : told && !told.isTitled ? OPENED.untold : "";
  const heading = told ? OPENED.heading : own.title || ROOMS.untitled;
  openInvite({ link, title: own.title, expiresAt: own.expiresAt }, QR, { heading, news, next: [goIn] });
}

function openButton(open) {
  const button = pressable("k-button k-button--main", "", () => open());
  button.append(icon("plus"), made("span", "", ROOMS.open));
  button.hidden = !window.isSecureContext;
  return button;
}

function insecureWords() {
  const link = Object.assign(made("a", "", DOORS.insecureLink), { href: "/help#https" });
  return made("p", "k-notice k-rooms-insecure", icon("lock"), made("span", "", `${DOORS.insecure} `, link, DOORS.insecureAfter));
}
