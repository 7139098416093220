/** Which chunks a source is asked for next, and how many: its part of the speed, never more than a crash may cost. */

import { SEALED_CHUNK } from "../objects.js";

const ASKED = 768 * 1024; // bytes of one object that may be on their way; what a crash costs …
const ASKED_PART = 0.01; // … is that and one part in a hundred, so that a long file may fill a long line
const LEAST = 2; // chunks that even a slow source is asked for
const NEWCOMER = 0.1; // of the fastest source's speed, for one that has not shown any

/**
 * @typedef {{objectId: string, slot: number, held: import("../bitmap.js").Bitmap,
 *   asked: Map<number, {supply: import("./supply.js").Supply, isHere: boolean}>, window: number, from: number}} Fetch
 *   `asked` are the chunks on their way or being kept, `window` how many these may be; before `from` none is missing
 */

/** @param {number} count chunks of the object @returns {number} how many of them may be on their way */
export const windowOf = (count) => Math.floor(ASKED / SEALED_CHUNK + ASKED_PART * count);

/**
 * How many chunks more a source may be asked for; none until it is worth a message.
 * @param {Fetch} fetch
 * @param {import("./supply.js").Supply} supply
 * @param {Iterable<import("./supply.js").Supply>} supplies it is one of them
 * @param {number} now ms
 */
export function roomFor({ objectId, asked, window }, supply, supplies, now) {
  const having = [...supplies].filter((one) => one.knows(objectId) && !one.isResting(now));
  const fastest = Math.max(1, ...having.map((one) => one.rate(now)));
  const weight = (one) => Math.max(one.rate(now), fastest * NEWCOMER);
  const part = weight(supply) / having.reduce((sum, one) => sum + weight(one), 0);
  const most = Math.max(LEAST, Math.floor(window * part));
  let its = 0;
  for (const one of asked.values()) if (one.supply === supply) its += 1;
  const room = Math.min(most - its, window - asked.size);
  return its === 0 || room >= most / 4 ? Math.max(0, room) : 0;
}

/**
 * The next chunks that nobody was asked for and the source has.
 * @param {Fetch} fetch
 * @param {import("./supply.js").Supply} supply
 * @param {number} most
 * @returns {number[]}
 */
export function pick(fetch, supply, most) {
  const { held, asked } = fetch;
  while (fetch.from < held.count && (held.has(fetch.from) || asked.has(fetch.from))) fetch.from += 1;
  const has = supply.bitmapOf(fetch.objectId, held.count);
  const picked = [];
  for (let index = fetch.from; index < held.count && picked.length < most; index += 1) {
    if (!held.has(index) && !asked.has(index) && (!has || has.has(index))) picked.push(index);
  }
  return picked;
}

/** @param {number[]} indices ascending @returns {[number, number][]} from the first up to and without the end */
export function asRanges(indices) {
  const ranges = [];
  for (const index of indices) {
    if (ranges.at(-1)?.[1] === index) ranges.at(-1)[1] += 1;
    else ranges.push([index, index + 1]);
  }
  return ranges;
}
