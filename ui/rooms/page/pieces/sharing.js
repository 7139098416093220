/**
 * Originals into the photos of an iPhone or iPad: only the share sheet leads there, a portion at each press.
 *
 * For the engine: where `hasShareSheet()`, `saving.step` is "get" until the originals are here, then "photos" with
 * `next = portionOf(files)`, and the press calls `shareFiles(files.slice(0, next))`; what `mayBeShared` says no to goes
 * the way of `saving.js`.
 */

import { harmlessName, uniqueName } from "../engine/harmless_name.js";

const MOST = 20; // files
const MOST_BYTES = 300_000_000; // the sheet holds all of it in memory; one larger file goes alone

/** @typedef {{name: string, mime: string, blob: Blob}} Original */

/** @returns {boolean} whether pictures reach this device's photos only through the share sheet */
export function hasShareSheet() {
  const { userAgent, maxTouchPoints } = navigator;
  const isHandheld = /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1);
  return isHandheld && Boolean(navigator.canShare);
}

/** @param {Original} file @returns {boolean} whether the share sheet takes this kind */
export const mayBeShared = (file) => navigator.canShare({ files: [asFile(file, new Set())] });

/** @param {{blob: Blob}[]} files in their order @returns {number} how many of them go at the next press */
export function portionOf(files) {
  let bytes = 0;
  const end = files.slice(0, MOST).findIndex(({ blob }, at) => (bytes += blob.size) > MOST_BYTES && at > 0);
  return end < 0 ? Math.min(files.length, MOST) : end;
}

/**
 * To be called in the press itself, with nothing awaited before.
 * @param {Original[]} files
 * @throws {DOMException} AbortError when the sheet was closed: none of them counts as saved
 */
export async function shareFiles(files) {
  const taken = new Set();
  await navigator.share({ files: files.map((file) => asFile(file, taken)) });
}

const asFile = ({ name, mime, blob }, taken) => new File([blob], uniqueName(harmlessName(name), taken), { type: mime });
