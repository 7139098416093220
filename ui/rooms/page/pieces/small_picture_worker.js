/** Makes the smaller pictures of one file after another, off the page. In: a Blob. Out: SmallPictures, or null. */

import { shownPart, takenAt } from "./exif_facts.js";
import { FileWindow } from "./file_window.js";
import { fitting } from "./fitting.js";

const THUMB = { side: 400, bytes: 24 * 1024 };
const PREVIEW = { side: 2048, bytes: 500_000 };
const MOST_BYTES = 256 * 1024 * 1024; // of a file that a browser is asked to decode
const UNKNOWN_KIND = "application/octet-stream";
// How JPEG, PNG, GIF, BMP, WebP, HEIC and AVIF begin, and TIFF, which raw files are built like.
const PICTURES = /^(?:\xff\xd8\xff|\x89PNG|GIF8|BM|RIFF[^]{4}WEBP|[^]{4}ftyp|II|MM)/;

/**
 * @typedef {{width: number, height: number, thumb: Blob, preview: Blob, takenAt: string | null}} SmallPictures
 *   of the upright picture, in pixels; `takenAt` RFC 3339, as the camera's clock had it
 */

onmessage = async ({ data }) => postMessage(await made(data).catch(() => null));

/** @param {Blob} file @returns {Promise<SmallPictures | null>} */
async function made(file) {
  const drawable = await decoded(file);
  if (!drawable) return null;
  const { bitmap, turned } = drawable;
  const taken = await takenAt(new FileWindow(file)).catch(() => null);
  const { blob: preview, canvas } = await fitting(bitmap, PREVIEW, turned);
  const [width, height] = turned > 4 ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height];
  bitmap.close(); // the small one is drawn from the larger one, not from all pixels again
  const { blob: thumb } = await fitting(canvas, THUMB);
  return { width, height, thumb, preview, takenAt: taken };
}

/** The picture, or the one that a raw file has inside; `turned` is EXIF's orientation where the browser did not see to it. */
async function decoded(file) {
  if (!(await mayBePicture(file))) return null;
  const bitmap = file.size <= MOST_BYTES ? await createImageBitmap(file).catch(() => null) : null;
  if (bitmap) return { bitmap, turned: 1 };
  for (const { blob, turned } of await shownPart(file).catch(() => [])) {
    const inside = await createImageBitmap(blob, { imageOrientation: "none" }).catch(() => null);
    if (inside) return { bitmap: inside, turned };
  }
  return null;
}

/** Asked first, because a browser reads all of a file before it says that it is none. */
async function mayBePicture(file) {
  if (file.type.startsWith("image/")) return true;
  if (file.type && file.type !== UNKNOWN_KIND) return false;
  return PICTURES.test(await new FileWindow(file).text(0, Math.min(12, file.size)));
}
