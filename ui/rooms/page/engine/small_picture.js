/** The two smaller pictures that go ahead of an original, made from what this browser can decode. */

const THUMB_SIDE = 400; // pixels of the longer side
const THUMB_BYTES = 24 * 1024;
const PREVIEW_SIDE = 2048;
const PREVIEW_BYTES = 500_000;
const QUALITIES = [0.8, 0.65, 0.5, 0.35];
const SMALLER = 0.75; // of the side, when no quality is small enough

/**
 * @typedef {{width: number, height: number, thumb: Blob, preview: Blob}} SmallPictures of the upright picture, in pixels
 */

/**
 * @param {Blob} file
 * @returns {Promise<SmallPictures | null>} null for what is no picture to this browser
 */
export async function smallPictures(file) {
  if (file.type && !file.type.startsWith("image/")) return null;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  try {
    const { width, height } = bitmap;
    const preview = await fitting(bitmap, PREVIEW_SIDE, PREVIEW_BYTES);
    return { width, height, thumb: await fitting(bitmap, THUMB_SIDE, THUMB_BYTES), preview };
  } finally {
    bitmap.close();
  }
}

/** The best of it that is not more than so many bytes. */
async function fitting(bitmap, side, bytes) {
  for (let longest = side; ; longest = Math.round(longest * SMALLER)) {
    const canvas = drawn(bitmap, longest);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob.size <= bytes) return blob;
    }
  }
}

function drawn(bitmap, longest) {
  const part = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const size = [bitmap.width, bitmap.height].map((edge) => Math.max(1, Math.round(edge * part)));
  const canvas = new OffscreenCanvas(size[0], size[1]);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, ...size);
  return canvas;
}

/** WebP where the browser writes it; others answer with PNG, and get a JPEG. */
async function encoded(canvas, quality) {
  const blob = await canvas.convertToBlob({ type: "image/webp", quality });
  return blob.type === "image/webp" ? blob : canvas.convertToBlob({ type: "image/jpeg", quality });
}
