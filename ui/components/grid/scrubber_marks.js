/** The years beside the scrubber, as many as have room. */

const APART = 26; // CSS pixels between two years

/**
 * @param {{key: string, at: number}[]} months in order; `at` is where each begins, as a part of the whole
 * @param {number} height of the scrubber in CSS pixels
 * @returns {{year: string, at: number}[]}
 */
export function yearMarks(months, height) {
  const marks = [];
  let year = "";
  for (const { key, at } of months) {
    if (key.slice(0, 4) === year) continue;
    year = key.slice(0, 4);
    if (!marks.length || (at - marks.at(-1).at) * height >= APART) marks.push({ year, at });
  }
  return marks;
}
