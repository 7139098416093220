/** Placeholders: a ThumbHash (its format is described at https://evanw.github.io/thumbhash/) as the pixels of a small picture. */

const LONG_SIDE = 32;
const MOST_WAVES = 8; // along a side; the format has room for seven
/** @type {Map<number, Float64Array[]>} the waves along sides of so many pixels */
const known = new Map();

/**
 * @param {string} base64 at most 25 bytes
 * @returns {{width: number, height: number, pixels: Uint8ClampedArray}} RGBA, the longer side 32 pixels
 */
export function decodeThumbhash(base64) {
  const bytes = Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const head = readHead(bytes);
  const channels = readChannels(bytes, head);
  const ratio = head.columns / head.rows;
  const width = Math.round(ratio > 1 ? LONG_SIDE : LONG_SIDE * ratio);
  const height = Math.round(ratio > 1 ? LONG_SIDE / ratio : LONG_SIDE);
  return { width, height, pixels: paint(channels, width, height) };
}

/** Two little-endian words hold the averages, the scales of the waves, and how many waves there are. */
function readHead(bytes) {
  const averages = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
  const scales = bytes[3] | (bytes[4] << 8);
  const hasAlpha = averages >> 23 === 1;
  const long = hasAlpha ? 5 : 7;
  const short = scales & 7;
  const isLandscape = scales >> 15 === 1;
  return {
    averages,
    scales,
    hasAlpha,
    columns: isLandscape ? long : short,
    rows: isLandscape ? short : long,
    wavesFrom: hasAlpha ? 6 : 5,
  };
}

function readChannels(bytes, { averages, scales, hasAlpha, columns, rows, wavesFrom }) {
  const nibbles = (function* () {
    for (const byte of bytes.subarray(wavesFrom)) {
      yield byte & 15;
      yield byte >> 4;
    }
  })();
  const channel = (average, across, down, scale) => {
    const waves = [];
    for (let y = 0; y < down; y++) {
      for (let x = y ? 0 : 1; x * down < across * (down - y); x++) {
        waves.push({ x, y, height: (nibbles.next().value / 7.5 - 1) * scale });
      }
    }
    return { average, waves };
  };
  // The order of these calls is the order in the bytes. Colours were stored a quarter weaker, to keep them from clipping.
  const light = channel((averages & 63) / 63, Math.max(3, columns), Math.max(3, rows), ((averages >> 18) & 31) / 31);
  const yellow = channel(((averages >> 6) & 63) / 31.5 - 1, 3, 3, (((scales >> 3) & 63) / 63) * 1.25);
  const red = channel(((averages >> 12) & 63) / 31.5 - 1, 3, 3, (((scales >> 9) & 63) / 63) * 1.25);
  const alpha = hasAlpha ? channel((bytes[5] & 15) / 15, 5, 5, (bytes[5] >> 4) / 15) : { average: 1, waves: [] };
  return { light, yellow, red, alpha };
}

function paint(channels, width, height) {
  const pixels = new Uint8ClampedArray(width * height * 4);
  const [across, down] = [cosines(width), cosines(height)];
  for (let y = 0, at = 0; y < height; y++) {
    const [light, yellow, red, alpha] = [channels.light, channels.yellow, channels.red, channels.alpha].map(
      (channel) => alongRow(channel, down, y),
    );
    for (let x = 0; x < width; x++, at += 4) {
      const l = valueAt(light, across, x);
      const b = l - (2 / 3) * valueAt(yellow, across, x);
      const r = (3 * l - b + valueAt(red, across, x)) / 2;
      pixels[at] = r * 255;
      pixels[at + 1] = (3 * l - b - r) * 255;
      pixels[at + 2] = b * 255;
      pixels[at + 3] = valueAt(alpha, across, x) * 255;
    }
  }
  return pixels;
}

/** The waves across as high as they are in one row: a tile is made while one scrolls, and its pixels have few sums then. */
function alongRow({ average, waves }, down, y) {
  const heights = new Float64Array(MOST_WAVES);
  heights[0] = average; // the wave that does not swing
  for (const wave of waves) heights[wave.x] += wave.height * down[wave.y][y] * 2;
  return heights;
}

function valueAt(heights, across, x) {
  let sum = 0;
  for (let wave = 0; wave < MOST_WAVES; wave++) sum += heights[wave] * across[wave][x];
  return sum;
}

/** Each wave along a side; there are few sides, and all tiles share them. */
function cosines(length) {
  const wave = (number) => Float64Array.from({ length }, (_, at) => Math.cos((Math.PI / length) * (at + 0.5) * number));
  if (!known.has(length)) known.set(length, Array.from({ length: MOST_WAVES }, (_, number) => wave(number)));
  return known.get(length);
}
