/** Codes bytes as they come, headers above all: each bit from the byte's upper bits and the one, two or three bytes before. */

const { bit, contexts, encoding, weightSets } = await import(`./coder.js${new URL(import.meta.url).search}`);

const HASHED = 1 << 17;
const byOne = contexts(1 << 16);
const byTwo = contexts(HASHED);
const byThree = contexts(HASHED);
const weights = weightSets(256);

/**
 * @param {Uint8Array} bytes what is coded, or a place for what is decoded
 */
export function codeBytes(bytes) {
  let before = 0;
  for (let n = 0; n < bytes.length; n++) {
    const one = byOne + ((before & 255) << 8);
    const two = Math.imul(before & 0xffff, 0x9e3779b1) >>> 7;
    const three = Math.imul(before & 0xffffff, 0x85ebca6b) >>> 7;
    const given = encoding ? bytes[n] : 0;
    let node = 1;
    for (let place = 7; place >= 0; place--) {
      const step = Math.imul(node, 0x2c1b3c6d) >>> 9;
      const b = byTwo + ((two ^ step) & (HASHED - 1));
      const c = byThree + ((three ^ step) & (HASHED - 1));
      node = (node << 1) | bit((given >> place) & 1, one + node, b, c, weights + node);
    }
    if (!encoding) bytes[n] = node & 255;
    before = (before << 8) | (node & 255);
  }
}
