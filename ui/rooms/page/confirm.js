/** What binds a data channel to the room: a MAC over both ends' certificates, so that nobody sits in between. */

import { fromHex, joined, utf8 } from "./bytes.js";
import { Refused } from "./refused.js";

const PLACE = utf8("kamra-room-1/confirm");
const ZERO = Uint8Array.of(0);
const FINGERPRINT = /^a=fingerprint:(\S+)\s+([0-9a-f]{2}(?::[0-9a-f]{2})*)\s*$/gim;
const SHA256 = 32;

/**
 * What one end sends first: 32 bytes.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {"offerer" | "answerer"} role the sender's
 * @param {Uint8Array} offerer the fingerprint of the one whose offer was the first to be answered
 * @param {Uint8Array} answerer
 * @returns {Promise<Uint8Array>}
 */
export async function confirmation(keys, role, offerer, answerer) {
  const said = words(keys, role, offerer, answerer);
  return new Uint8Array(await crypto.subtle.sign("HMAC", keys.confirm, said));
}

/**
 * Whether that is what the other end has to send.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {"offerer" | "answerer"} role the other end's
 * @param {Uint8Array} offerer
 * @param {Uint8Array} answerer
 * @param {BufferSource} sent
 * @returns {Promise<boolean>}
 */
export const isConfirmation = (keys, role, offerer, answerer, sent) =>
  crypto.subtle.verify("HMAC", keys.confirm, sent, words(keys, role, offerer, answerer));

/**
 * @param {string} sdp
 * @returns {Uint8Array} the certificate's SHA-256
 * @throws {Refused} `not_possible` when the description has none, or several that differ
 */
export function fingerprintOf(sdp) {
  const found = [...sdp.matchAll(FINGERPRINT)].filter(([, algorithm]) => algorithm.toLowerCase() === "sha-256");
  const [digits, ...others] = new Set(found.map(([, , told]) => told.replaceAll(":", "").toLowerCase()));
  if (others.length > 0 || digits?.length !== 2 * SHA256) throw new Refused("not_possible");
  return fromHex(digits);
}

/**
 * The description with the SHA-256 fingerprint alone: Chromium keeps one of several, and not always that one.
 * @param {string} sdp
 * @returns {string}
 */
export const withSha256Alone = (sdp) => sdp.replace(/^a=fingerprint:(?!sha-256\s).*\r?\n/gim, "");

function words({ room }, role, offerer, answerer) {
  return joined(PLACE, ZERO, room, utf8(role), ZERO, offerer, answerer);
}
