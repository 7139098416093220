/** Codes and decodes one file after another, off the page, and gives nothing out that was not compared. */

import { joined, same } from "../bytes.js";
import { CHUNK, PART_CHUNKS, chunkCount } from "../objects.js";
import { leavesOf, rootOf } from "../tree.js";
import { CODERS } from "./coders.js";

const tasks = { code, decode };

onmessage = async ({ data: { task, ...more } }) => {
  try {
    postMessage({ answer: await tasks[task](more) });
  } catch ({ name, message }) {
    postMessage({ failed: { name, message } });
  }
};

/** @returns {Promise<{coding: string, blob: Blob, original: import("./coding.js").Original} | null>} */
async function code({ blob }) {
  for (const { name, isWorth, encode, decode: back } of CODERS) {
    const packed = (await isWorth(blob)) ? await encode(blob) : null;
    if (!packed || packed.size >= blob.size) continue;
    const original = { root: await rootIn(blob), size: blob.size };
    const again = await back(packed, blob.size);
    if (again && same(await rootIn(again), original.root)) return { coding: name, blob: packed, original };
  }
  return null;
}

/** @returns {Promise<Blob | null>} null when it is not the original */
async function decode({ blob, coding, original: { root, size } }) {
  const coder = CODERS.find(({ name }) => name === coding);
  const whole = await coder.decode(blob, size);
  return whole && same(await rootIn(whole), root) ? whole : null;
}

async function rootIn(blob) {
  const leaves = [];
  for (let first = 0; first < chunkCount(blob.size); first += PART_CHUNKS) {
    const bytes = new Uint8Array(await blob.slice(first * CHUNK, (first + PART_CHUNKS) * CHUNK).arrayBuffer());
    const count = chunkCount(bytes.length);
    leaves.push(await leavesOf(Array.from({ length: count }, (_, at) => bytes.subarray(at * CHUNK, (at + 1) * CHUNK))));
  }
  return rootOf(joined(...leaves));
}
