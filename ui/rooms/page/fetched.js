/** An object as the store has it, opened chunk by chunk while it comes. */

import { offline, problemOf } from "../../components/api.js";
import { same } from "./bytes.js";
import { SEALED_CHUNK, chunkCount, isLastChunk, objectKey, openChunk, sealedSize } from "./objects.js";
import { Refused } from "./refused.js";
import { memberOf, roomAddress } from "./room_calls.js";
import { HASH, leavesOf, rootOf } from "./tree.js";

/**
 * The chunks from `first` up to and without `end`, in their order.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./objects.js").ObjectName} object
 * @param {{first?: number, end?: number, signal?: AbortSignal}} [range] all that there are, if left out
 * @returns {AsyncGenerator<{index: number, chunk: Uint8Array}>}
 * @throws {import("../../components/api.js").Problem} `offline` also when it ends too early: go on behind the last that
 *   came; {Refused} `not_authentic`; AbortError
 */
export async function* fetchChunks(keys, object, range) {
  const { root, size } = object;
  const key = await objectKey(keys, root, size);
  for await (const { index, sealed } of fetchSealed(keys, object, range)) {
    yield { index, chunk: await openChunk(key, index, isLastChunk(index, size), sealed) };
  }
}

/**
 * The same chunks as the store has them, for who opens them in another place.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./objects.js").ObjectName} object
 * @param {{first?: number, end?: number, signal?: AbortSignal}} [range]
 * @returns {AsyncGenerator<{index: number, sealed: Uint8Array}>}
 * @throws {import("../../components/api.js").Problem} as `fetchChunks`; AbortError
 */
export async function* fetchSealed(keys, object, { first = 0, end = chunkCount(object.size), signal } = {}) {
  const bytes = { from: first * SEALED_CHUNK, to: Math.min(end * SEALED_CHUNK, sealedSize(object.size)) };
  const answer = await asked(keys, object.objectId, bytes, signal);
  let index = first;
  for await (const sealed of cut(answer.body, bytes.to - bytes.from, signal)) {
    yield { index, sealed };
    index += 1;
  }
}

/** The leaves of what arrives, from whichever source, to compare the whole with its name before it is saved. */
export class ArrivedLeaves {
  #object;
  #leaves;

  /** @param {import("./objects.js").ObjectName} object */
  constructor(object) {
    this.#object = object;
    this.#leaves = new Uint8Array(chunkCount(object.size) * HASH);
  }

  /** @param {number} index @param {Uint8Array} chunk */
  async add(index, chunk) {
    this.#leaves.set(await leavesOf([chunk]), index * HASH);
  }

  /** To be asked when every chunk was added. @throws {Refused} `wrong_root` */
  async demandRoot() {
    if (!same(await rootOf(this.#leaves), this.#object.root)) throw new Refused("wrong_root");
  }
}

async function asked(keys, objectId, { from, to }, signal) {
  const headers = { ...memberOf(keys), Range: `bytes=${from}-${to - 1}` };
  const how = { headers, credentials: "omit", cache: "no-store", signal };
  const answer = await fetch(roomAddress(keys, `/objects/${objectId}`), how).catch((error) => {
    throw error.name === "AbortError" ? error : offline();
  });
  if (!answer.ok) throw await problemOf(answer);
  if (answer.status !== 206 && from > 0) throw new Refused("not_authentic"); // other bytes than were asked for
  return answer;
}

/** The bytes of a stream in sealed chunks; `length` is how many there have to be. */
async function* cut(body, length, signal) {
  const reader = body.getReader();
  try {
    let chunk = new Uint8Array(Math.min(SEALED_CHUNK, length));
    let held = 0;
    for (let left = length; left > 0; ) {
      const piece = await next(reader, signal);
      for (let at = 0; at < piece.length && left > 0; ) {
        const some = piece.subarray(at, at + chunk.length - held);
        chunk.set(some, held);
        held += some.length;
        at += some.length;
        if (held < chunk.length) break;
        left -= held;
        yield chunk;
        chunk = new Uint8Array(Math.min(SEALED_CHUNK, left));
        held = 0;
      }
    }
  } finally {
    reader.cancel().catch(() => {}); // nothing more of it is wanted; one that broke is over already
  }
}

async function next(reader, signal) {
  const { value, done } = await reader.read().catch(() => ({ done: true }));
  signal?.throwIfAborted();
  if (done) throw offline(); // the line broke, or the server let go of it because the room is over
  return value;
}
