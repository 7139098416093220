/** What an open room does with what happens between its pages. */

import { Bitmap } from "../bitmap.js";
import { chunkCount } from "../objects.js";

/** What happens between this page and others. @type {Record<string, (room: import("./room.js").Room, event: any) => void>} */
export const HAPPENED = {
  met: (room, { peer }) => {
    room.met.add(peer);
    room.people.seen(peer);
    room.direct.tell(peer, { type: "head", ...room.manifest.head });
    room.changed();
  },
  parted: (room, { peer }) => {
    room.met.delete(peer);
    room.having.delete(peer);
    room.changed();
  },
  tampered: (room) => room.trouble({ kind: "tampering" }),
  heard: async (room, { peer, message: { type, seq, hash } }) => {
    if (type !== "head") return;
    if (seq > room.manifest.head.seq) await room.catchUp();
    if (room.manifest.against({ seq, hash })) room.trouble({ kind: "lists-differ", name: room.people.nameOf(peer) });
  },
  fetched: (room, { objectId }) => room.getting.fetched(objectId),
  stopped: (room, { objectId, error }) => room.getting.stopped(objectId, error),
  unserved: (room, { objectId, error }) => error.code === "file_changed" && room.sending.hasChanged(objectId),
  progress: (room, { peer, objectId, chunks }) => {
    if (!room.progress.has(peer)) room.progress.set(peer, new Map());
    room.progress.get(peer).set(objectId, chunks);
    room.changed();
  },
  has: (room, { peer, objectId, bitmap }) => {
    if (!room.having.has(peer)) room.having.set(peer, new Set());
    room.having.get(peer)[bitmap ? "add" : "delete"](objectId);
    const file = room.manifest.view.files.get(objectId);
    if (!file) return;
    const count = chunkCount(file.size);
    try {
      HAPPENED.progress(room, { peer, objectId, chunks: new Bitmap(count, bitmap).held });
    } catch {
      // what it told is no bitmap, and says nothing
    }
  },
  slow: (room, { peer, way, isSlow }) => {
    if (way === "out") room.slow[isSlow ? "add" : "delete"](peer);
    else if (isSlow && room.told.keep !== "never") room.getting.askStore();
  },
};
