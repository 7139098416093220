/** The way into a room: from a link, and perhaps a password, to its keys, or to why there is none. */

import { parseLink, roomKeys } from "../secret.js";
import { roomTold } from "../room_calls.js";

const BEGINS_A_KEY = /#?1p?\.[\w-]*$/;

/**
 * @typedef {{phase: "join" | "cut" | "password" | "unknown" | "limited" | "over", refused?: string, overAt?: number,
 *   retryAfter?: number}} Door why one stands before the room
 * @typedef {{phase: "open", keys: import("../secret.js").RoomKeys, told: import("../room_calls.js").RoomTold}} Entered
 */

/** @param {string} text @returns {"link_cut" | "not_a_link"} what is wrong with one that `parseLink` does not know */
export const faultOf = (text) => (BEGINS_A_KEY.test(text.trim()) ? "link_cut" : "not_a_link");

/**
 * @param {string} fragment what stands behind the address, `#` included; "" for none
 * @param {string | null} password
 * @returns {Promise<Door | Entered>}
 * @throws {import("../../../components/api.js").Problem} when the server cannot be asked now
 */
export async function wayIn(fragment, password = null) {
  if (fragment.length <= 1) return { phase: "join" };
  const link = parseLink(fragment);
  if (!link) return { phase: "cut" };
  if (link.hasPassword && password === null) return { phase: "password" };
  const keys = await roomKeys(link.secret, link.hasPassword ? password : null);
  try {
    return { phase: "open", keys, told: await roomTold(keys) };
  } catch (problem) {
    return doorFor(problem, link.hasPassword);
  }
}

/** @param {import("../../../components/api.js").Problem} problem @param {boolean} hasPassword @returns {Door} */
function doorFor(problem, hasPassword) {
  if (problem.status === 404) return { phase: "unknown" };
  if (problem.status === 410) return overDoor(problem);
  if (problem.status === 429) return { phase: "limited", retryAfter: problem.retryAfter ?? 60 };
  if (problem.status === 401) return hasPassword ? { phase: "password", refused: "password_wrong" } : { phase: "unknown" };
  throw problem;
}

/** @param {import("../../../components/api.js").Problem} problem that a room is over @returns {Door} */
export const overDoor = ({ facts }) => ({ phase: "over", overAt: facts.over_at ? Date.parse(facts.over_at) : undefined });
