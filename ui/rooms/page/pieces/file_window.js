/** A file looked into here and there: a stretch of it at a time is in memory. */

const STRETCH = 65_536; // bytes
const MOST = 16_777_216; // bytes at once; what claims to be longer is not what it claims to be

export class FileWindow {
  /** @type {number} */
  size;
  #blob;
  #start = 0;
  #bytes = new Uint8Array(0);

  /** @param {Blob} blob */
  constructor(blob) {
    this.#blob = blob;
    this.size = blob.size;
  }

  /**
   * @param {number} start
   * @param {number} length
   * @returns {Promise<DataView | null>} null when the file has not that many bytes there
   */
  async view(start, length) {
    if (start < 0 || length < 0 || length > MOST || start + length > this.size) return null;
    if (start < this.#start || start + length > this.#start + this.#bytes.length) {
      const end = Math.min(this.size, start + Math.max(length, STRETCH));
      this.#bytes = new Uint8Array(await this.#blob.slice(start, end).arrayBuffer());
      this.#start = start;
    }
    return new DataView(this.#bytes.buffer, start - this.#start, length);
  }

  /** @param {number} start @param {number} length @returns {Promise<string>} a character for each byte; "" when there are not so many */
  async text(start, length) {
    const view = await this.view(start, length);
    return view ? latin1(view) : "";
  }
}

/** @param {DataView} view @returns {string} a character for each byte */
export function latin1(view) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
