/** The ways files come into a room: the picker, a whole folder, dropping anywhere, pasting. Any kind of file. */

import { made } from "../../../components/made.js";
import { listenToDrops, listenToPaste } from "../../../components/uploads/drops.js";
import { ADD } from "../words.js";

/**
 * @param {(chosen: import("../state.js").Chosen[]) => void} take
 * @param {AbortSignal} signal ends the listening
 * @returns {{files: () => void, folder: () => void}} each opens a picker
 */
export function waysIn(take, signal) {
  listenToDrops(ADD.letGo, take, signal);
  listenToPaste((files) => take(files.map((file) => ({ file, path: file.name }))), signal);
  return { files: () => picker(take, {}).click(), folder: () => picker(take, { webkitdirectory: true }).click() };
}

/** Without `accept`: with it iOS turns HEIC into JPEG. */
function picker(take, options) {
  const input = Object.assign(made("input"), { type: "file", multiple: true, ...options });
  input.addEventListener("change", () => {
    take([...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
  });
  return input;
}
