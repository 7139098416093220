/** A picture drawn smaller, in as few bytes as it may have. */

const QUALITIES = [0.8, 0.65, 0.5, 0.35];
const SMALLER = 0.75; // of the side, when no quality is small enough

/**
 * @param {ImageBitmap | OffscreenCanvas} source
 * @param {{side: number, bytes: number}} limits pixels of the longer side
 * @param {number} [turned] orientation as EXIF counts it
 * @returns {Promise<{blob: Blob, canvas: OffscreenCanvas}>} the best that is not more than so many bytes, and its pixels
 */
export async function fitting(source, { side, bytes }, turned = 1) {
  for (let longest = side; ; longest = Math.round(longest * SMALLER)) {
    const canvas = drawn(source, longest, turned);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob.size <= bytes) return { blob, canvas };
    }
  }
}

function drawn(source, longest, turned) {
  const part = Math.min(1, longest / Math.max(source.width, source.height));
  const [width, height] = [source.width, source.height].map((edge) => Math.max(1, Math.round(edge * part)));
  const canvas = turned > 4 ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.setTransform(...turnOf(turned, width, height));
  context.drawImage(source, 0, 0, width, height);
  context.resetTransform();
  return canvas;
}

/** EXIF's eight orientations as a canvas' transform. */
function turnOf(turned, width, height) {
  const turns = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return turns[turned] ?? [1, 0, 0, 1, 0, 0];
}

/** WebP where the browser writes it; others answer with PNG, and get a JPEG. */
async function encoded(canvas, quality) {
  const blob = await canvas.convertToBlob({ type: "image/webp", quality });
  return blob.type === "image/webp" ? blob : canvas.convertToBlob({ type: "image/jpeg", quality });
}
