/** The ways files come into the page: the picker, dropping anywhere, pasting. */

import { UPLOADS } from "../picture_texts.js";
import { ACCEPT } from "./accepted_files.js";
import { droppedFiles } from "./dropped_files.js";

/**
 * @param {(files: File[]) => void} take
 * @param {AbortSignal} signal ends the listening
 * @param {string} [offer] the event by which the `+` asks for the picker
 * @returns {{choose: () => void}} `choose` opens the picker
 */
export function waysIn(take, signal, offer = "kamra:add-pictures") {
  listenToDrops(take, signal);
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

function listenToDrops(take, signal) {
  const line = document.createElement("div");
  line.className = "k-drop";
  const words = document.createElement("p");
  words.className = "k-drop-words k-lead";
  words.textContent = UPLOADS.letGo;
  line.append(words);
  let depth = 0; // enter and leave come for every element under the pointer
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  const show = (by) => {
    depth = Math.max(0, depth + by);
    if (!depth) return line.remove();
    (document.querySelector("dialog:modal") ?? document.body).append(line);
  };
  const on = (name, does) => {
    window.addEventListener(name, (event) => holdsFiles(event) && does(event), { signal });
  };
  on("dragenter", () => show(1));
  on("dragleave", () => show(-1));
  on("dragover", (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  on("drop", async (event) => {
    event.preventDefault();
    show(-depth);
    take(await droppedFiles(event.dataTransfer));
  });
}

function listenToPaste(take, signal) {
  const pasted = (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || event.target.closest?.("input, textarea")) return;
    event.preventDefault();
    take(files);
  };
  document.addEventListener("paste", pasted, { signal });
}
