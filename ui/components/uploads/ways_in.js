/** The ways files come into the page: the picker, dropping anywhere, pasting. */

import { UPLOADS } from "../picture_texts.js";
import { ACCEPT } from "./accepted_files.js";
import { listenToDrops, listenToPaste } from "./drops.js";

/**
 * @param {(files: File[]) => void} take
 * @param {AbortSignal} signal ends the listening
 * @param {string} [offer] the event by which the `+` asks for the picker
 * @returns {{choose: () => void}} `choose` opens the picker
 */
export function waysIn(take, signal, offer = "kamra:add-pictures") {
  listenToDrops(UPLOADS.letGo, (chosen) => take(chosen.map(({ file }) => file)), signal);
  listenToPaste(take, signal);
  const choose = () => picker(take).click();
  const chosen = (event) => {
    event.preventDefault(); // says that this page takes it
    choose();
  };
  document.addEventListener(offer, chosen, { signal });
  return { choose };
}

function picker(take) {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: ACCEPT });
  input.addEventListener("change", () => take([...input.files]));
  return input;
}
