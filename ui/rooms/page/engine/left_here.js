/** What an earlier load of this page left on disk: what is saved goes, what was coming goes on. */

import { forgetRooms, keptIn, openPlace } from "../pieces/keeping.js";

/**
 * @param {import("./room.js").Room} room
 * @param {import("./saving.js").Batch} batch
 */
export async function goOn({ keys, manifest, visit }, batch) {
  const wanted = [];
  for (const id of await keptIn(keys.roomId)) {
    const file = manifest.view.files.get(id);
    if (!file) continue; // a preview, or what was removed; it goes with the room
    if (visit.saved.has(id)) await (await openPlace(keys.roomId, file)).remove();
    else wanted.push(id);
  }
  if (wanted.length > 0) await batch.fetch(wanted);
}

/** Of rooms that are over nothing stays. @param {string[]} lasting ids of the others */
export const leaveOld = (lasting) => forgetRooms(lasting).catch(() => {}); // a browser that keeps nothing has nothing to forget
