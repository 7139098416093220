/**
 * Where the chunks of objects lie until all of them are here: on disk, so that a reload or a killed tab loses little.
 *
 * For the engine: `openPlace: (object) => openPlace(roomId, object)` in place of `new MemoryPlace(size)`; what comes
 * back has the same methods, and is a MemoryPlace where the browser has no disk for pages or another tab works at the
 * same object. What `blob()` gave stays readable until `remove()`; `forgetRooms` is called at the start with the rooms
 * that are not over. A map on disk says which chunks were written; a power cut can make it say too much, which the root
 * of the whole shows: `remove()` then, and fetch it again.
 */

import { Bitmap } from "../bitmap.js";
import { MemoryPlace } from "../engine/chunk_place.js";
import { CHUNK, chunkCount } from "../objects.js";
import { ask } from "./keeping_calls.js";

const FOLDER = "kamra-rooms";
const READ = 64; // chunks at a time

/**
 * @param {string} roomId
 * @param {import("../objects.js").ObjectName} object
 * @returns {Promise<DiskPlace | MemoryPlace>}
 * @throws {DOMException} `QuotaExceededError` when this device has no space for it
 */
export async function openPlace(roomId, { objectId, size }) {
  try {
    const place = [FOLDER, roomId, objectId];
    const { told } = await ask({ task: "open", place, count: chunkCount(size) });
    const held = new Bitmap(chunkCount(size), told);
    await demandSpace(size - held.held * CHUNK).catch(async (error) => {
      await ask({ task: "close", place });
      throw error;
    });
    return new DiskPlace(place, size, held);
  } catch (error) {
    if (error.name === "QuotaExceededError") throw error;
    return new MemoryPlace(size);
  }
}

/** @param {string} roomId @returns {Promise<string[]>} the objects of which something lies here, by id */
export async function keptIn(roomId) {
  const folder = await roomsFolder().then((rooms) => rooms.getDirectoryHandle(roomId)).catch(() => null);
  const names = folder ? await namesIn(folder) : [];
  return names.filter((name) => !name.includes("."));
}

/** Leave nothing of rooms that are over. @param {Iterable<string>} lasting ids of the others */
export async function forgetRooms(lasting) {
  const rooms = await roomsFolder().catch(() => null);
  const stay = new Set(lasting);
  for (const id of rooms ? await namesIn(rooms) : []) {
    if (!stay.has(id)) await rooms.removeEntry(id, { recursive: true }).catch(() => {}); // another tab is in it
  }
}

export class DiskPlace {
  /** @type {Bitmap} whoever puts chunks adds them here */
  held;
  /** Whether a reload finds what is here. */
  isLasting = true;
  #place;
  #size;

  /** @param {string[]} place folders and name @param {number} size @param {Bitmap} held */
  constructor(place, size, held) {
    this.#place = place;
    this.#size = size;
    this.held = held;
  }

  /**
   * Resolves when the chunk is taken; it is on disk a moment later.
   * @param {number} index
   * @param {Uint8Array} chunk
   * @throws {DOMException} `QuotaExceededError`; what is on disk stays
   */
  put(index, chunk) {
    return ask({ task: "put", place: this.#place, index, chunk });
  }

  /** What was here before, to be read before anything is put. @returns {AsyncGenerator<{index: number, chunk: Uint8Array}>} */
  async *before() {
    const indices = Array.from({ length: this.held.count }, (_, index) => index).filter((index) => this.held.has(index));
    for (let at = 0; at < indices.length; ) {
      const first = indices[at];
      let end = first;
      while (indices[at] === end && end - first < READ) [at, end] = [at + 1, end + 1];
      const range = { from: first * CHUNK, to: Math.min(end * CHUNK, this.#size) };
      const { bytes } = await ask({ task: "read", place: this.#place, ...range });
      for (let index = first; index < end; index += 1) {
        yield { index, chunk: bytes.subarray((index - first) * CHUNK, (index - first + 1) * CHUNK) };
      }
    }
  }

  /** @returns {Promise<Blob>} all of it, read from disk when it is read */
  async blob() {
    await ask({ task: "close", place: this.#place });
    const [, roomId, objectId] = this.#place;
    const folder = await (await roomsFolder()).getDirectoryHandle(roomId);
    return (await folder.getFileHandle(objectId)).getFile();
  }

  /** What lies here is needed no more. */
  async remove() {
    await ask({ task: "remove", place: this.#place });
  }
}

const roomsFolder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);

async function namesIn(folder) {
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function demandSpace(bytes) {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate().catch(() => ({}));
  if (usage + bytes > quota) throw new DOMException("", "QuotaExceededError");
}
