/** *Send*: into which room pictures go, of those that are open here, or into a new one. */

import { NEW_ROOM, put } from "../../rooms/page/engine/hand_over.js";
import { openDialog } from "../../rooms/page/view/dialog.js";
import { goneIn } from "../../rooms/page/view/moments.js";
import { DOORS } from "../../rooms/page/door_words.js";
import { made, pressable } from "../made.js";
import { ROOMS, SENDING } from "../rooms_texts.js";
import { CANCEL } from "../texts.js";
import { showToast } from "../toast.js";
import { linkTo } from "./open_own_room.js";
import { openRooms, roomsHere } from "./room_list.js";

const OPEN_NEW = "/rooms?open=send";

/** @param {import("../../rooms/page/engine/hand_over.js").Handed[]} pictures */
export async function send(pictures) {
  if (!window.isSecureContext) return showToast(DOORS.insecure);
  try {
    const rooms = await enterable();
    if (rooms.length) choose(rooms, pictures);
    else await go(NEW_ROOM, OPEN_NEW, pictures);
  } catch (problem) {
    showToast(problem.detail ?? SENDING.failed);
  }
}

/** Those of who is signed in whose key this browser has. */
async function enterable() {
  const [told, here] = await Promise.all([openRooms(), roomsHere()]);
  return told.map(({ room_id: id }) => here.get(id)).filter(Boolean);
}

function choose(rooms, pictures) {
  const list = made("ul", "k-send-rooms");
  list.role = "list";
  const add = (word, fact, roomId, address) => {
    const button = pressable("k-send-room", "", () => go(roomId, address, pictures).catch(() => showToast(SENDING.failed)));
    button.append(made("span", "k-send-name", word), made("span", "k-fact k-soft", fact));
    list.append(made("li", "", button));
  };
  for (const room of rooms) add(room.title || ROOMS.untitled, goneIn(room.expiresAt), room.roomId, linkTo(room));
  add(SENDING.fresh, "", NEW_ROOM, OPEN_NEW);
  const dialog = openDialog(SENDING.heading, [made("p", "k-soft", SENDING.lead(pictures.length)), list], { closeWord: CANCEL });
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the viewer below has keys of its own
}

async function go(roomId, address, pictures) {
  await put(roomId, pictures);
  location.assign(address);
}
