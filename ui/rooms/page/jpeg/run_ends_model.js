/** Codes where runs ended early, see run_ends.js. */

import { RUN_CONTEXTS } from "./run_ends.js";

const { contexts, plainBit } = await import(`./coder.js${new URL(import.meta.url).search}`);

const runs = contexts(RUN_CONTEXTS);

/**
 * @param {number} given 1 where it ended, when encoding
 * @param {number} context from `runContext`
 * @returns {number}
 */
export function runEnd(given, context) {
  return plainBit(given, runs + context);
}
