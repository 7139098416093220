/**
 * Codes one bit after another: an adaptive binary range coder that mixes what three contexts expect.
 *
 * Everything about the model is written once for both directions. This module and those above it are imported twice,
 * under `?enc` and `?dec`; each copy is compiled for its direction alone, which makes both fast. `bit` takes the bit
 * when encoding (and ignores it when decoding), and gives it back in both.
 */

import { Refused } from "./refused.js";

// The engine folds a module's own constants into its code, but reads an import or export anew each time: a tenth.
const { MOST_STRETCHED, RATES, SQUASHED, STRETCHED } = await import("./logistic.js");
const writing = new URL(import.meta.url).searchParams.has("enc");
export const encoding = writing;

/** A context is met at most so often in its own eyes, so that it goes on learning. */
const MOST_MET = 400;
const EVEN = 1 << 31;
/** Where each of three inputs begins to be weighed: 65536 is once. */
const FIRST_WEIGHT = 26000;

/** Per context: the probability of a 1 in the upper 22 bits, how often it was met in the lower 10. */
const seen = new Int32Array(1 << 20);
/** Per set of weights: one for each input, times 65536. */
const weights = new Int32Array(1 << 14);
/** The range and, when encoding, its low end; when decoding, what was read above the low end. */
const range = new Int32Array(2);
let contextsTaken = 0;
let weightsTaken = 0;
/** @type {Uint8Array} */
let bytes = new Uint8Array(0);
let at = 0;
let end = 0;

/**
 * Take so many contexts for good.
 * @param {number} count
 * @returns {number} the first one
 */
export function contexts(count) {
  contextsTaken += count;
  if (contextsTaken > seen.length) throw new RangeError("no contexts left");
  return contextsTaken - count;
}

/**
 * Take so many sets of weights for good.
 * @param {number} count
 * @returns {number} the first one
 */
export function weightSets(count) {
  weightsTaken += 4 * count;
  if (weightsTaken > weights.length) throw new RangeError("no weights left");
  return weightsTaken / 4 - count;
}

/**
 * Begin a band, with nothing learnt.
 * @param {Uint8Array} where to write to or read from
 * @param {number} first
 * @param {number} last
 */
export function begin(where, first, last) {
  bytes = where;
  at = first;
  end = last;
  seen.fill(EVEN);
  weights.fill(FIRST_WEIGHT);
  range[0] = -1;
  range[1] = 0;
  if (!writing) for (let n = 0; n < 4; n++) shiftIn();
}

/**
 * End a band that was written.
 * @returns {number} where its bytes end
 */
export function finish() {
  for (let n = 0; n < 4; n++) shiftOut();
  return at;
}

/**
 * @param {number} given the bit, when encoding
 * @param {number} a a context
 * @param {number} b another
 * @param {number} c and a third
 * @param {number} set of weights
 * @returns {number} the bit
 */
export function bit(given, a, b, c, set) {
  const seenA = seen[a];
  const seenB = seen[b];
  const seenC = seen[c];
  const inputA = STRETCHED[seenA >>> 20];
  const inputB = STRETCHED[seenB >>> 20];
  const inputC = STRETCHED[seenC >>> 20];
  const w = set << 2;
  let dot =
    (Math.imul(weights[w], inputA) + Math.imul(weights[w + 1], inputB) + Math.imul(weights[w + 2], inputC)) >> 16;
  if (dot > MOST_STRETCHED) dot = MOST_STRETCHED;
  else if (dot < -MOST_STRETCHED) dot = -MOST_STRETCHED;
  const p = SQUASHED[dot + 2048];
  const y = narrow(given, p);
  const error = Math.imul((y << 16) - p, 6);
  weights[w] += (Math.imul(inputA, error) + 0x80000) >> 20;
  weights[w + 1] += (Math.imul(inputB, error) + 0x80000) >> 20;
  weights[w + 2] += (Math.imul(inputC, error) + 0x80000) >> 20;
  learn(a, seenA, y);
  learn(b, seenB, y);
  learn(c, seenC, y);
  return y;
}

/**
 * A bit with a single context.
 * @param {number} given
 * @param {number} a
 * @returns {number}
 */
export function plainBit(given, a) {
  const seenA = seen[a];
  const p = seenA >>> 16;
  const y = narrow(given, p < 64 ? 64 : p > 65472 ? 65472 : p);
  learn(a, seenA, y);
  return y;
}

/**
 * A bit of which nothing is known.
 * @param {number} given
 * @returns {number}
 */
export function evenBit(given) {
  return narrow(given, 32768);
}

/**
 * @param {number} context
 * @param {number} before
 * @param {number} y
 */
function learn(context, before, y) {
  const met = before & 1023;
  const step = Math.imul(((y << 22) - (before >>> 10)) >> 3, RATES[met]);
  seen[context] = (before & -1024) + (step & -1024) + (met < MOST_MET ? met + 1 : met);
}

/**
 * @param {number} given
 * @param {number} p that the bit is 1, × 65536
 * @returns {number}
 */
function narrow(given, p) {
  const whole = range[0];
  const ones = Math.imul(whole >>> 16, p);
  let y = given;
  if (writing) {
    if (y) range[0] = ones;
    else {
      const low = range[1];
      range[1] = low + ones;
      range[0] = whole - ones;
      if (range[1] >>> 0 < low >>> 0) carry();
    }
  } else if (range[1] >>> 0 < ones >>> 0) {
    y = 1;
    range[0] = ones;
  } else {
    y = 0;
    range[1] -= ones;
    range[0] = whole - ones;
  }
  while (range[0] >>> 0 < 1 << 24) {
    if (writing) shiftOut();
    else shiftIn();
    range[0] <<= 8;
  }
  return y;
}

function carry() {
  let place = at - 1;
  while (bytes[place] === 255) bytes[place--] = 0;
  bytes[place]++;
}

function shiftOut() {
  if (at >= end) throw new Refused("no_smaller");
  bytes[at++] = range[1] >>> 24;
  range[1] <<= 8;
}

function shiftIn() {
  if (at >= end) throw new Refused("bad_container", "band too short");
  range[1] = (range[1] << 8) | bytes[at++];
}
