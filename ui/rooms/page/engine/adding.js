/** Files that somebody adds: shared as soon as each is prepared, and kept meanwhile. */

import { preparedInTurn } from "./preparing.js";

/** @typedef {import("./room.js").Room} Room */

/**
 * @param {Room} room
 * @param {import("../state.js").Chosen[]} chosen
 * @param {{removeLocation: boolean}} options
 */
export async function addFiles(room, chosen, { removeLocation }) {
  let left = chosen.length;
  room.preparing += left;
  room.changed();
  await room.begun;
  try {
    for await (const one of preparedInTurn(room.keys, chosen, { by: room.myName, removeLocation })) {
      if (one.prepared) await share(room, one.prepared);
      else room.trouble({ kind: "file-changed", name: one.chosen.file.name });
      room.preparing -= 1;
      left -= 1;
      room.changed();
    }
  } finally {
    room.preparing -= left;
    room.changed();
  }
}

/** One that is in the room already is not added again, but can be had from here. */
async function share(room, { file, preview, saysWhere, entry }) {
  const { manifest, visit, sending } = room;
  const known = manifest.view.files.get(file.objectId);
  const isNew = !known && !visit.sent.has(file.objectId);
  if (isNew) visit.sent.set(file.objectId, { name: entry.name, bytes: file.size, isDone: false });
  visit.keep();
  if (saysWhere) room.located.add(file.objectId);
  sending.changedFiles.delete(file.objectId);
  if (preview && (!known || known.preview?.objectId === preview.objectId)) sending.offer(preview, false);
  sending.offer(file, true);
  if (isNew) await room.say([entry]);
  sending.keep();
}
