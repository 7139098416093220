/** The files in what was dropped, those in folders included. */

import { isLeftBehind } from "./left_behind.js";

/**
 * @param {DataTransfer} dropped must be read during the event: browsers empty it afterwards
 * @returns {Promise<{file: File, path: string}[]>} in the order of their names within each folder; `path` has the folders
 */
export function droppedFiles(dropped) {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = [...dropped.files].map((file) => ({ file, path: file.name }));
  return entries.some((entry) => entry.isDirectory) ? filesOf(entries) : Promise.resolve(files);
}

async function filesOf(entries) {
  const found = [];
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))) {
    if (isLeftBehind(entry.name)) continue;
    if (entry.isDirectory) found.push(...(await filesOf(await childrenOf(entry))));
    else found.push({ file: await fileOf(entry), path: entry.fullPath.slice(1) });
  }
  return found;
}

function fileOf(entry) {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives up to a hundred entries at a time, until it gives none. */
async function childrenOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    all.push(...some);
  }
}
