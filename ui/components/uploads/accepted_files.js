/** Which files the library takes, and the sentence for each that it does not. */

import { bytesText } from "../picture_facts.js";
import { UPLOADS } from "../picture_texts.js";

const TYPES = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heic: "image/heic",
  heif: "image/heic",
};
const KNOWN = new Set(Object.values(TYPES));
const FILM = /^(mp4|mov|m4v|avi|mkv|webm|3gp|mts|mpg|mpeg)$/;

/** For the picker: types and extensions one by one, because `image/*` makes phones turn HEIC into JPEG. */
export const ACCEPT = [...KNOWN, ...Object.keys(TYPES).map((extension) => `.${extension}`)].join(",");

/**
 * The type to declare: the browser's word, or the extension's where the browser has none (HEIC on most systems).
 * @param {File} file
 * @returns {string | null} null when it is no picture the library takes
 */
export function pictureType(file) {
  if (file.type === "image/heif") return "image/heic";
  if (KNOWN.has(file.type)) return file.type;
  return TYPES[extensionOf(file.name)] ?? null;
}

/**
 * Why a file is refused without being sent.
 * @param {File} file
 * @param {number} maxBytes
 * @returns {string | null} a sentence; null when it may be sent
 */
export function refusal(file, maxBytes) {
  if (file.type.startsWith("video/") || FILM.test(extensionOf(file.name))) return UPLOADS.film;
  if (!pictureType(file)) return UPLOADS.notAPicture(file.name);
  if (file.size === 0) return UPLOADS.empty(file.name);
  if (file.size > maxBytes) return UPLOADS.tooLarge(file.name, bytesText(file.size), bytesText(maxBytes));
  return null;
}

function extensionOf(name) {
  return name.includes(".") ? name.split(".").at(-1).toLowerCase() : "";
}
