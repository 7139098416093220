/** The store: sealed parts are sent there once, by whoever of the room gets to it, and compared at the end. */

import { api } from "../../components/api.js";
import { sendPiece } from "../../components/uploads/piece.js";
import { base64, hex, joined } from "./bytes.js";
import { sealRange } from "./described.js";
import { PART, PART_CHUNKS, chunkCount, partCount, sealedSize } from "./objects.js";
import { Refused } from "./refused.js";
import { memberOf, ownerOf, roomAddress, roomCall } from "./room_calls.js";

/**
 * @typedef {{isReady: boolean, parts: Map<number, string>, uploaderToken: string | null}} Reserved
 *   `parts` are those that are there, by number, each with its SHA-256 in hexadecimal; the token is that of who
 *   reserved it first, and lets them remove it
 */

/**
 * Have the room keep an object. Parts that are there are not sent again; it may be called again after any failure.
 * When it returns, every part at the server has been compared with this device's own.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./described.js").Described} object
 * @param {{signal: AbortSignal, progress?: (bytes: number) => void, reserved?: (place: Reserved) => void}} options
 *   `progress` is told how much of the ciphertext is there; `reserved` before a byte is sent
 * @throws {import("../../components/api.js").Problem}, AbortError, and {Refused} `file_changed`, `stored_otherwise`
 */
export async function keepObject(keys, object, { signal, progress = () => {}, reserved = () => {} }) {
  const place = await reserve(keys, object, signal);
  reserved(place);
  const digests = new Map();
  let next = sealedPart(object, 0);
  for (let n = 0; n < partCount(object.size); n += 1) {
    const part = await next;
    next = n + 1 < partCount(object.size) ? sealedPart(object, n + 1) : null; // sealed while this one is on its way
    next?.catch(() => {}); // nobody asks for it when this one fails
    signal.throwIfAborted();
    digests.set(n, hex(part.digest));
    if (!place.parts.has(n)) await putPart(keys, object.objectId, n, part, { signal, progress });
    else if (place.parts.get(n) !== digests.get(n)) throw new Refused("stored_otherwise");
    progress(n * PART + part.sealed.length);
  }
  const there = await (place.isReady ? partsOf : complete)(keys, object.objectId, signal);
  if ([...digests].some(([n, digest]) => there.get(n) !== digest)) throw new Refused("stored_otherwise");
}

/**
 * Ask for a place, before a byte is sent.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./objects.js").ObjectName} object
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reserved>}
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function reserve(keys, { objectId, size }, signal) {
  const told = await roomCall(keys, "POST", "/objects", { object_id: objectId, bytes: sealedSize(size) }, signal);
  return {
    isReady: told.state === "ready",
    parts: byNumber(told.parts ?? []),
    uploaderToken: told.uploader_token ?? null,
  };
}

/**
 * What is there of an object: the SHA-256 of each part in hexadecimal, by number.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} objectId
 * @param {AbortSignal} [signal]
 * @returns {Promise<Map<number, string>>}
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function partsOf(keys, objectId, signal) {
  return byNumber((await roomCall(keys, "GET", `/objects/${objectId}/parts`, undefined, signal)).parts);
}

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} objectId
 * @param {number} n from 0
 * @param {{sealed: Uint8Array, digest: Uint8Array}} part
 * @param {{signal: AbortSignal, progress?: (bytes: number) => void}} options
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function putPart(keys, objectId, n, { sealed, digest }, { signal, progress = () => {} }) {
  await sendPiece({
    method: "PUT",
    url: roomAddress(keys, `/objects/${objectId}/parts/${n}`),
    headers: { ...memberOf(keys), "Content-Digest": `sha-256=:${base64(digest)}:` },
    body: sealed.buffer,
    signal,
    progress: (sent) => progress(n * PART + sent),
  });
}

/**
 * All parts are there: the room may have it.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} objectId
 * @param {AbortSignal} [signal]
 * @returns {Promise<Map<number, string>>} the SHA-256 of each part in hexadecimal, by number
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function complete(keys, objectId, signal) {
  return byNumber((await roomCall(keys, "POST", `/objects/${objectId}/complete`, undefined, signal)).parts);
}

/**
 * Have the bytes of an object removed.
 * @param {{roomId: string}} room
 * @param {string} objectId
 * @param {{uploaderToken: string} | {ownerToken: string | null}} right
 * @throws {import("../../components/api.js").Problem}
 */
export async function removeKept({ roomId }, objectId, right) {
  const uploader = { headers: { Authorization: `Uploader ${right.uploaderToken}` }, credentials: "omit" };
  const options = "uploaderToken" in right ? uploader : ownerOf(right.ownerToken);
  await api("DELETE", `/rooms/${roomId}/objects/${objectId}`, undefined, options);
}

/** @returns {Promise<{sealed: Uint8Array, digest: Uint8Array}>} */
async function sealedPart(object, n) {
  const first = n * PART_CHUNKS;
  const chunks = await sealRange(object, first, Math.min(first + PART_CHUNKS, chunkCount(object.size)));
  const sealed = joined(...chunks);
  return { sealed, digest: new Uint8Array(await crypto.subtle.digest("SHA-256", sealed)) };
}

const byNumber = (parts) => new Map(parts.map(({ n, sha256 }) => [n, sha256]));
