/** Names of files that come from others, as they may stand on this device. */

const MOST = 180; // characters; file systems take 255 bytes
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // also what turns the reading direction
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** @param {string} told @returns {string} one name, never empty, without a way to another folder */
export function harmlessName(told) {
  const last = told.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(FORBIDDEN, "_").replace(/^[.\s]+|[.\s]+$/g, "").replace(RESERVED, "_$&");
  if (clean.length <= MOST) return clean || "file";
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? "";
  return clean.slice(0, MOST - ending.length) + ending;
}

/**
 * @param {string} name harmless
 * @param {Set<string>} taken small letters; the answer is added
 * @returns {string} such as `IMG_1 (2).jpg`
 */
export function uniqueName(name, taken) {
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  let unique = name;
  for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${stem} (${copy})${ending}`;
  taken.add(unique.toLowerCase());
  return unique;
}
