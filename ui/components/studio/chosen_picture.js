/** The picture on the table: a file that has not left this device, or one of the library; what is known of it. */

import { pictureType } from "../uploads/accepted_files.js";
import { ladder, originalCanBeShown } from "../picture_links.js";

/**
 * @typedef {import("../picture_links.js").Picture} Picture
 * @typedef {{name: string, bytes: number, contentType: string, width: number | null, height: number | null,
 *   url: string | null, fullUrl: string | null, file: File | null, media: Picture | null}} ChosenPicture
 *   `url` shows it, null where this browser cannot; `fullUrl` has every pixel; `media` is what the server has of it
 */

/**
 * Look at a file without sending anything anywhere.
 * @param {File} file
 * @returns {Promise<ChosenPicture>}
 */
export async function pictureOfFile(file) {
  const known = { name: file.name, bytes: file.size, contentType: pictureType(file), file, media: null };
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url); // a kind this browser does not know, or a file that is damaged
    return { ...known, width: null, height: null, url: null, fullUrl: null };
  }
  return { ...known, width: image.naturalWidth, height: image.naturalHeight, url, fullUrl: url };
}

/** @param {Picture} media one of one's own @returns {ChosenPicture} */
export function pictureOfMedia(media) {
  const shown = ladder(media).at(-1)?.url ?? null;
  return {
    name: media.name,
    bytes: media.bytes,
    contentType: media.content_type,
    width: media.width,
    height: media.height,
    url: shown,
    fullUrl: originalCanBeShown(media) ? media.original_url : shown,
    file: null,
    media,
  };
}

/** What the server found out about a file; what the browser shows already stays. @returns {ChosenPicture} */
export function withMedia(picture, media) {
  const found = pictureOfMedia(media);
  if (!picture.url) return { ...found, file: picture.file };
  return { ...picture, media };
}

/** Let go of what the browser holds for it. @param {ChosenPicture} picture */
export function putAway({ file, url }) {
  if (file && url?.startsWith("blob:")) URL.revokeObjectURL(url);
}
