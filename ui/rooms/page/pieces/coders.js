/** The lossless codings that this page knows, the better before the others. */

import { deflate } from "./deflate.js";

/**
 * @typedef {object} Coder
 * @property {string} name as entries have it
 * @property {(blob: Blob) => Promise<boolean>} isWorth whether coding the file will pay, judged from a little of it
 * @property {(blob: Blob) => Promise<Blob | null>} encode null when it cannot be coded
 * @property {(blob: Blob, size: number) => Promise<Blob | null>} decode null when it does not give so many bytes
 */

/** @type {Coder[]} */
export const CODERS = [deflate];
