/** Deflate (RFC 1950, as `CompressionStream` writes it) for what is not packed yet: BMP, TIFF, some DNG, texts. */

const SAMPLE = 128 * 1024; // bytes at three places of a file
const GAIN = 0.05; // that makes coding worth its time
const TOGETHER = 4 * 1024 * 1024; // bytes from memory made one Blob, which a browser can lay on disk

/** @type {import("./coders.js").Coder} */
export const deflate = {
  name: "deflate",

  async isWorth(blob) {
    const last = Math.max(0, blob.size - SAMPLE);
    const places = [...new Set([0, Math.floor(last / 2), last])];
    const sizes = await Promise.all(places.map((at) => packedSize(blob.slice(at, at + SAMPLE))));
    const plain = places.length * Math.min(SAMPLE, blob.size);
    return sizes.reduce((sum, size) => sum + size, 0) <= plain * (1 - GAIN);
  },

  encode: (blob) => collected(blob.stream().pipeThrough(new CompressionStream("deflate")), blob.size),

  async decode(blob, size) {
    const stream = blob.stream().pipeThrough(new DecompressionStream("deflate"));
    const whole = await collected(stream, size).catch((error) => {
      if (error instanceof TypeError) return null; // it is not deflated, or has no end
      throw error;
    });
    return whole?.size === size ? whole : null;
  },
};

const packedSize = async (blob) =>
  (await new Response(blob.stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer()).byteLength;

/** @returns {Promise<Blob | null>} null when it is longer than `most` bytes, of which not many more are read */
async function collected(stream, most) {
  const blobs = [];
  let [pieces, held, whole] = [[], 0, 0];
  const settle = () => {
    if (held > 0) blobs.push(new Blob(pieces));
    [pieces, held] = [[], 0];
  };
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    whole += value.length;
    if (whole > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
    held += value.length;
    if (held >= TOGETHER) settle();
  }
  settle();
  return new Blob(blobs);
}
