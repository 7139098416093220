/** Originals of a room into the library of who is signed in, byte for byte. */

import { hashFile } from "../../../components/uploads/hash_file.js";
import { sendFile } from "../../../components/uploads/send_file.js";
import { harmlessName } from "./harmless_name.js";
import { originalOf } from "./saving.js";

const nobodyAsks = () => {};

/**
 * One after another, so that no more than one is on its way twice.
 * @param {import("./room.js").Room} room
 * @param {string[]} ids
 * @param {AbortSignal} signal
 * @throws {import("../../../components/api.js").Problem} for a file that the library does not take
 */
export async function intoLibrary(room, ids, signal) {
  for (const id of ids) {
    const shared = room.manifest.view.files.get(id);
    if (!shared) continue;
    const blob = await originalOf(room, shared);
    const file = new File([blob], harmlessName(shared.name ?? ""), { type: shared.mime ?? "" });
    const sha256 = await hashFile(file, signal);
    await sendFile({ file, sha256, ticket: null, signal, announced: nobodyAsks, starts: nobodyAsks, progress: nobodyAsks });
  }
}
