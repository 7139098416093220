/** Files dropped anywhere on the page, and files pasted into it. */

import { droppedFiles } from "./dropped_files.js";

/**
 * @param {string} letGo shown while files are over the page
 * @param {(chosen: {file: File, path: string}[]) => void} take
 * @param {AbortSignal} signal ends the listening
 */
export function listenToDrops(letGo, take, signal) {
  const line = document.createElement("div");
  line.className = "k-drop";
  const words = document.createElement("p");
  words.className = "k-drop-words k-lead";
  words.textContent = letGo;
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

/**
 * @param {(files: File[]) => void} take
 * @param {AbortSignal} signal ends the listening
 */
export function listenToPaste(take, signal) {
  const pasted = (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || event.target.closest?.("input, textarea")) return;
    event.preventDefault();
    take(files);
  };
  document.addEventListener("paste", pasted, { signal });
}
