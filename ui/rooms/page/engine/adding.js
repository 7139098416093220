/** Files on their way into the room: described, with their smaller pictures, in the order they were chosen. */

import { base64url } from "../bytes.js";
import { describe } from "../described.js";
import { add } from "../entries.js";
import { smallPictures } from "./small_picture.js";

const AT_ONCE = 3;
const UNKNOWN_KIND = "application/octet-stream";

/**
 * @typedef {{file: import("../described.js").Described, preview: import("../described.js").Described | null,
 *   previewBlob: Blob | null, entry: Record<string, any>}} Prepared
 */

/**
 * Each file when it and those before it are ready; a few are worked at together.
 * @param {import("../secret.js").RoomKeys} keys
 * @param {import("../state.js").Chosen[]} chosen
 * @param {string} by
 * @returns {AsyncGenerator<{chosen: import("../state.js").Chosen, prepared: Prepared | null}>} null for what the device
 *   does not give out
 */
export async function* preparedInTurn(keys, chosen, by) {
  const begun = [];
  for (let at = 0; at < chosen.length; at += 1) {
    while (begun.length < Math.min(at + AT_ONCE, chosen.length)) {
      begun.push(prepare(keys, chosen[begun.length], by).catch(() => null));
    }
    yield { chosen: chosen[at], prepared: await begun[at] };
    begun[at] = null; // what was made is others' to hold
  }
}

/** @returns {Promise<Prepared>} */
async function prepare(keys, { file, path }, by) {
  const [described, small] = await Promise.all([describe(keys, file), smallPictures(file)]);
  const preview = small && (await describe(keys, small.preview));
  const facts = {
    name: file.name,
    path: path || file.name,
    mime: file.type || UNKNOWN_KIND,
    width: small?.width,
    height: small?.height,
    thumb: small ? base64url(new Uint8Array(await small.thumb.arrayBuffer())) : undefined,
    preview: preview ?? undefined,
    by: by || undefined,
  };
  return { file: described, preview, previewBlob: small?.preview ?? null, entry: add(described, facts) };
}
