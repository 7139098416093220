/** Where films of phones say where they were taken: QuickTime's and MP4's boxes of their own, and a list of keys and values. */

import { boxesIn } from "./boxes.js";

const OF_ITS_OWN = new Set(["\xa9xyz", "loci"]); // ISO 6709 as text, and 3GPP TS 26.244
const KEY = /location/i; // such as com.apple.quicktime.location.ISO6709
const HEAD = 8; // of a box: its length and name

/**
 * @param {import("./file_window.js").FileWindow} file
 * @param {import("./boxes.js").Box} moov
 * @returns {Promise<import("./facts_places.js").Place[]>}
 */
export async function filmPlaces(file, moov) {
  const found = [];
  for (const box of await boxesIn(file, moov.at, moov.end)) {
    if (box.name === "meta") found.push(...(await keyedPlaces(file, box)));
    if (box.name !== "udta") continue;
    for (const { name, at, end } of await boxesIn(file, box.at, box.end)) {
      if (OF_ITS_OWN.has(name)) found.push({ kind: "box", start: at - HEAD, length: end - at + HEAD });
    }
  }
  return found;
}

/** Values stand in the order of their keys, counted from 1. */
async function keyedPlaces(file, { at, end }) {
  const isQuickTime = (await file.text(at + 4, 4)) === "hdlr"; // elsewhere a version stands before its boxes
  const inside = await boxesIn(file, isQuickTime ? at : at + 4, end);
  const [keys, list] = ["keys", "ilst"].map((wanted) => inside.find(({ name }) => name === wanted));
  if (!keys || !list) return [];
  const names = [];
  for (const key of await boxesIn(file, keys.at + 8, keys.end)) names.push(await file.text(key.at, key.end - key.at));
  const found = [];
  for (const item of await boxesIn(file, list.at, list.end)) {
    const number = (await file.view(item.at - 4, 4))?.getUint32(0) ?? 0;
    if (!KEY.test(names[number - 1] ?? "")) continue;
    for (const { name, at: start, end: last } of await boxesIn(file, item.at, item.end)) {
      if (name === "data") found.push({ kind: "value", start: start + 8, length: last - start - 8 }); // behind kind and language
    }
  }
  return found;
}
