/** The manifest at the server: what is new there is taken, and what somebody says is put behind it. */

import { roomCall } from "./room_calls.js";

const MOST_AT_ONCE = 100;
const MOST_LETTERS = 500_000; // of JSON; a call may have a megabyte, and sealing makes a third more of it

/**
 * Take everything that the server shows and that is not known yet.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./manifest.js").Manifest} manifest
 * @param {AbortSignal} [signal]
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function catchUp(keys, manifest, signal) {
  for (let isBehind = true; isBehind; ) {
    const { seq } = manifest.head;
    const told = await roomCall(keys, "GET", `/entries?after=${seq}`, undefined, signal);
    await manifest.take(told.entries);
    isBehind = manifest.head.seq > seq && manifest.head.seq < told.last_seq;
  }
}

/**
 * Say something in the room: behind what others say meanwhile, and all of it in its order.
 * @param {import("./secret.js").RoomKeys} keys
 * @param {import("./manifest.js").Manifest} manifest
 * @param {Record<string, any>[]} contents made by `entries.js`
 * @param {AbortSignal} [signal]
 * @throws {import("../../components/api.js").Problem} and AbortError
 */
export async function say(keys, manifest, contents, signal) {
  for (let said = 0; said < contents.length; ) {
    const some = whatFits(contents, said);
    if (await isAppended(keys, manifest, some, signal)) said += some.length;
    else await catchUp(keys, manifest, signal);
  }
}

async function isAppended(keys, manifest, contents, signal) {
  const { seq, sealed } = await manifest.sealNext(contents);
  try {
    await roomCall(keys, "POST", "/entries", { seq, sealed }, signal);
  } catch (problem) {
    if (problem.code === "entry_taken") return false;
    throw problem;
  }
  const at = new Date().toISOString(); // who loads the page anew is told the server's
  await manifest.take(sealed.map((one, behind) => ({ seq: seq + behind, sealed: one, at })));
  return true;
}

function whatFits(contents, first) {
  let end = first;
  for (let letters = 0; end < contents.length && end < first + MOST_AT_ONCE; end += 1) {
    letters += JSON.stringify(contents[end]).length;
    if (end > first && letters > MOST_LETTERS) break;
  }
  return contents.slice(first, end);
}
