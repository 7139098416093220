/** The hash tree over an object's chunks, of the shape of RFC 9162: SHA-256, leaves under 0x00, nodes under 0x01. */

export const HASH = 32; // bytes
const AT_ONCE = 4096; // digests under way together: an answer from the browser's threads costs more than the hashing

/**
 * @param {Uint8Array[]} chunks
 * @returns {Promise<Uint8Array>} their leaves, one after another
 */
export function leavesOf(chunks) {
  const leaf = new Uint8Array(1 + Math.max(...chunks.map(({ length }) => length))); // its first byte is the 0x00
  return digests(chunks, (chunk) => {
    leaf.set(chunk, 1);
    return leaf.subarray(0, 1 + chunk.length);
  });
}

/**
 * @param {Uint8Array} leaves at least one, each of 32 bytes
 * @returns {Promise<Uint8Array>}
 */
export async function rootOf(leaves) {
  let level = leaves;
  while (level.length > HASH) level = await levelAbove(level);
  return level;
}

/** Pairs from the left; one that is over goes up as it is, which gives the trees of the RFC. */
async function levelAbove(level) {
  const pairs = Math.floor(level.length / (2 * HASH));
  const above = new Uint8Array(Math.ceil(level.length / (2 * HASH)) * HASH);
  for (let first = 0; first < pairs; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, pairs - first);
    const numbers = Array.from({ length: count }, (_, at) => first + at);
    above.set(await digests(numbers, nodeOver(level)), first * HASH);
  }
  const over = level.subarray(pairs * 2 * HASH);
  above.set(over, pairs * HASH);
  return above;
}

function nodeOver(level) {
  const node = Uint8Array.of(1, ...new Uint8Array(2 * HASH));
  return (pair) => {
    node.set(level.subarray(pair * 2 * HASH, (pair + 1) * 2 * HASH), 1);
    return node;
  };
}

/** `input` may give the same memory each time: the browser takes a copy before `digest` returns. */
async function digests(things, input) {
  const found = await Promise.all(things.map((thing) => crypto.subtle.digest("SHA-256", input(thing))));
  const whole = new Uint8Array(found.length * HASH);
  found.forEach((digest, at) => whole.set(new Uint8Array(digest), at * HASH));
  return whole;
}
