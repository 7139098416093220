/** What people do in an open room. */

import { note, pick, remove } from "../entries.js";
import { changeRoom, closeRoom } from "../room_calls.js";
import { removeKept } from "../store.js";
import { forget, remember } from "./own_rooms.js";
import { rememberName } from "./visit.js";

/** @typedef {import("./room.js").Room} Room */

/** @param {Room} room @param {string[]} ids */
export async function removeFiles(room, ids) {
  await room.begun;
  const { manifest, visit, sending, own } = room;
  const objects = ids.flatMap((id) => [id, manifest.view.files.get(id)?.preview?.objectId].filter(Boolean));
  await room.say(ids.map((id) => remove(id)));
  for (const id of objects) {
    sending.withdraw(id);
    visit.sent.delete(id);
    const token = visit.uploaders.get(id);
    const right = own ? { ownerToken: own.ownerToken } : token ? { uploaderToken: token } : null;
    if (right) await removeKept(room.keys, id, right).catch(ignoreAbsent);
  }
  visit.keep();
  room.changed();
}

/** @param {Room} room @param {string} id @param {boolean} on */
export const pickFile = (room, id, on) => room.say([pick(id, room.myName, on)]);

/** @param {Room} room @param {string | null} id @param {string} text */
export const writeNote = (room, id, text) => room.say([note(text, room.myName || undefined, id ?? undefined)]);

/** @param {Room} room @param {string} name */
export async function setName(room, name) {
  room.myName = name;
  rememberName(name);
  room.changed();
  await room.hello();
}

/** @param {Room} room @param {{expires_at?: string, keep?: "always" | "never"}} change */
export async function change(room, change) {
  await changeRoom(room.keys, room.own.ownerToken, change);
  await room.refresh();
  room.own.expiresAt = Date.parse(room.told.latest_expiry); // a shortening can be undone until then
  await remember(room.own).catch(() => {}); // the server knows it all the same
}

/** @param {Room} room */
export async function closeForAll(room) {
  await closeRoom(room.keys, room.own.ownerToken);
  await forget(room.keys.roomId).catch(() => {}); // it is over for everybody all the same
  room.ended();
}

function ignoreAbsent(problem) {
  if (problem.status !== 404 && problem.status !== 409) throw problem;
}
