/** Files on their way into the room: described, with their smaller pictures, in the order they were chosen. */

import { base64url } from "../bytes.js";
import { describe } from "../described.js";
import { add } from "../entries.js";
import { saysWhere, withoutLocation } from "../pieces/location.js";
import { smallPictures } from "../pieces/small_picture.js";

const AT_ONCE = 4;
const UNKNOWN_KIND = "application/octet-stream";

/**
 * @typedef {{file: import("../described.js").Described, preview: import("../described.js").Described | null,
 *   saysWhere: boolean, entry: Record<string, any>}} Prepared
 */

/** @typedef {{by: string, removeLocation: boolean}} Wishes who adds them, and whether they may say where they were taken */

/**
 * Each file when it and those before it are ready; a few are worked at together.
 * @param {import("../secret.js").RoomKeys} keys
 * @param {import("../state.js").Chosen[]} chosen
 * @param {Wishes} wishes
 * @returns {AsyncGenerator<{chosen: import("../state.js").Chosen, prepared: Prepared | null}>} null for what the device
 *   does not give out
 */
export async function* preparedInTurn(keys, chosen, wishes) {
  const begun = [];
  for (let at = 0; at < chosen.length; at += 1) {
    while (begun.length < Math.min(at + AT_ONCE, chosen.length)) {
      begun.push(prepare(keys, chosen[begun.length], wishes).catch(() => null));
    }
    yield { chosen: chosen[at], prepared: await begun[at] };
    begun[at] = null; // what was made is others' to hold
  }
}

/** @returns {Promise<Prepared>} */
async function prepare(keys, { file: asChosen, path }, { by, removeLocation }) {
  const file = removeLocation ? await withoutLocation(asChosen) : asChosen;
  const [described, small, located] = await Promise.all([describe(keys, file), smallPictures(file), saysWhere(file)]);
  const preview = small && (await describe(keys, small.preview));
  const facts = {
    name: asChosen.name,
    path: path || asChosen.name,
    mime: file.type || UNKNOWN_KIND,
    width: small?.width,
    height: small?.height,
    takenAt: small?.takenAt ?? undefined,
    thumb: small ? base64url(new Uint8Array(await small.thumb.arrayBuffer())) : undefined,
    preview: preview ?? undefined,
    by: by || undefined,
  };
  return { file: described, preview, saysWhere: located, entry: add(described, facts) };
}
