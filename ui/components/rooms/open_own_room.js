/** Opening a room: its secret is made here, the server is told what it may know, and this browser remembers the rest. */

import { title as titleEntry } from "../../rooms/page/entries.js";
import { say } from "../../rooms/page/entry_list.js";
import { remember } from "../../rooms/page/engine/own_rooms.js";
import { Manifest } from "../../rooms/page/manifest.js";
import { openRoom } from "../../rooms/page/room_calls.js";
import { linkOf, newOwnerToken, newSecret, roomKeys } from "../../rooms/page/secret.js";
import { newPeer } from "../../rooms/page/signalling.js";

/**
 * @typedef {import("../../rooms/page/engine/own_rooms.js").OwnRoom} OwnRoom
 * @typedef {{title: string, days: number, keep: "always" | "never", password: string}} Wishes "" for no title, no password
 * @typedef {{room: OwnRoom, isRemembered: boolean, isTitled: boolean}} Opened what did not work does not close it again
 */

/**
 * @param {Wishes} wishes
 * @returns {Promise<Opened>}
 * @throws {import("../api.js").Problem} when the server opens none
 */
export async function openOwnRoom({ title, days, keep, password }) {
  const secret = newSecret();
  const hasPassword = password !== "";
  const [keys, owner] = await Promise.all([roomKeys(secret, hasPassword ? password : null), newOwnerToken()]);
  const { expires_at: end } = await openRoom(keys, owner.hash, { keep, days });
  const { roomId } = keys;
  const room = { roomId, secret, hasPassword, ownerToken: owner.token, title, expiresAt: Date.parse(end) };
  const isRemembered = await didIt(remember(room));
  const isTitled = !title || (await didIt(say(keys, new Manifest(keys, newPeer()), [titleEntry(title)])));
  return { room, isRemembered, isTitled };
}

/** @param {OwnRoom} room @returns {string} the link that opens it */
export const linkTo = ({ secret, hasPassword }) => linkOf(location.origin, secret, hasPassword);

const didIt = (doing) => doing.then(() => true, () => false);
