/** The rooms that were opened in this browser: their secret, what makes one their owner, and what they are called. */

import { inStore } from "./database.js";

/**
 * @typedef {{roomId: string, secret: Uint8Array, hasPassword: boolean, ownerToken: string, title: string,
 *   expiresAt: number}} OwnRoom
 *   `secret` is R; `ownerToken` as `newOwnerToken` gave it; `title` "" for none; `expiresAt` in milliseconds since 1970.
 *   A password is remembered nowhere
 */

/**
 * Remember a room, or that it ends at another time or is called otherwise.
 * @param {OwnRoom} room
 */
export const remember = (room) => inStore("own", "readwrite", (store) => store.put(room));

/** @param {string} roomId @returns {Promise<OwnRoom | null>} null for another's, and for one that is over */
export async function ofRoom(roomId) {
  const room = await inStore("own", "readonly", (store) => store.get(roomId));
  return room && room.expiresAt > Date.now() ? room : null;
}

/** @returns {Promise<OwnRoom[]>} those that are not over, the one that ends first before the others */
export async function all() {
  const rooms = await inStore("own", "readonly", (store) => store.getAll());
  const now = Date.now();
  for (const { roomId, expiresAt } of rooms) if (expiresAt <= now) await forget(roomId);
  return rooms.filter(({ expiresAt }) => expiresAt > now).sort((one, other) => one.expiresAt - other.expiresAt);
}

/** It was closed. @param {string} roomId */
export const forget = (roomId) => inStore("own", "readwrite", (store) => store.delete(roomId));
