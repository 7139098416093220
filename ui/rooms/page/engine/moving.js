/** What moves bytes in an open room: between pages, from the store, and to it. */

import { Direct } from "../direct/direct.js";
import { openPlace } from "../pieces/keeping.js";
import { Getting } from "./getting.js";
import { HAPPENED } from "./happened.js";
import { Sending } from "./sending.js";

/**
 * @param {import("./room.js").Room} room
 * @param {(to: string, signal: {connection: string}) => Promise<void>} send
 * @param {(id: string) => boolean} isForStore whether the store is to have it now
 * @returns {{direct: Direct, getting: Getting, sending: Sending}}
 */
export function movingIn(room, send, isForStore) {
  const { keys, me, told, visit } = room;
  const changed = () => room.changed();
  const direct = new Direct({
    keys,
    me,
    send,
    rtc: { iceServers: told.ice_servers },
    sealedRange: async (id, first, end) => room.sending.sealedRange(id, first, end),
    arrived: (...chunk) => room.getting.arrived(...chunk),
    happened: (event) => HAPPENED[event.type]?.(room, event),
  });
  const getting = new Getting({ keys, direct, openPlace: (object) => openPlace(keys.roomId, object), changed });
  const reserved = (id, token) => {
    visit.uploaders.set(id, token);
    visit.keep();
  };
  const on = { changed, isWanted: isForStore, kept: (id) => room.safe(id), reserved };
  return { direct, getting, sending: new Sending({ keys, direct, on }) };
}
