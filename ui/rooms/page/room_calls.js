/** The calls about a room as a whole, and the way every call from inside it is made. */

import { BASE, api } from "../../components/api.js";

/**
 * @typedef {{room_id: string, keep: "never" | "ask" | "always", created_at: string, expires_at: string,
 *   latest_expiry: string, bytes_stored: number, bytes_reserved: number, last_seq: number,
 *   limits: Record<string, number>, ice_servers: RTCIceServer[]}} RoomTold what the server says of a room
 */

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} method
 * @param {string} path below the room, such as `/entries`
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export function roomCall(keys, method, path, body, signal) {
  return api(method, `/rooms/${keys.roomId}${path}`, body, { signal, headers: memberOf(keys), credentials: "omit" });
}

/** What opens the room to a call; the server need not know who somebody is who is in it. */
export const memberOf = ({ auth }) => ({ Authorization: `Room ${auth}` });

/** @param {{roomId: string}} room @param {string} [path] @returns {string} */
export const roomAddress = ({ roomId }, path = "") => `${BASE}/rooms/${roomId}${path}`;

/**
 * Open a room as who is signed in.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} ownerHash
 * @param {{keep?: "never" | "ask" | "always", days?: number}} [wishes]
 * @returns {Promise<{room_id: string, expires_at: string, limits: Record<string, number>}>}
 * @throws {import("../../components/api.js").Problem}
 */
export function openRoom({ roomId, authHash }, ownerHash, wishes = {}) {
  return api("POST", "/rooms", { room_id: roomId, auth_hash: authHash, owner_hash: ownerHash, ...wishes });
}

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {AbortSignal} [signal]
 * @returns {Promise<RoomTold>}
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export const roomTold = (keys, signal) => roomCall(keys, "GET", "", undefined, signal);

/**
 * @param {{roomId: string}} room
 * @param {string | null} ownerToken null for the account that opened it
 * @param {{expires_at?: string, keep?: "never" | "ask" | "always"}} change
 * @returns {Promise<any>}
 * @throws {import("../../components/api.js").Problem}
 */
export const changeRoom = ({ roomId }, ownerToken, change) =>
  api("PATCH", `/rooms/${roomId}`, change, ownerOf(ownerToken));

/** End it now, also when the page is left. @param {{roomId: string}} room @param {string | null} ownerToken @returns {Promise<any>} */
export const closeRoom = ({ roomId }, ownerToken) =>
  api("DELETE", `/rooms/${roomId}`, undefined, { ...ownerOf(ownerToken), keepalive: true });

/** @param {string | null} token @returns {{headers?: Record<string, string>, credentials?: RequestCredentials}} */
export const ownerOf = (token) =>
  token === null ? {} : { headers: { Authorization: `RoomOwner ${token}` }, credentials: "omit" };
