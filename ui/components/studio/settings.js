/** What somebody wants of the smaller copy, as the page holds it, and the recipe it makes for the API. */

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Crop in pixels of the upright, turned picture
 * @typedef {{format: string | null, goal: "quality" | "bytes" | "similarity", quality: number | null, targetBytes: number,
 *   minSimilarity: number, width: number | null, height: number | null, enlarge: boolean, rotate: number,
 *   crop: Crop | null, light: number, contrast: number, colour: number, warmth: number, monochrome: boolean,
 *   metadata: "none" | "copyright" | "all", options: Record<string, unknown>}} Settings
 *   a `format` of null is the original's own, a `quality` of null the format's usual one; light and colours go from −1 to 1; `options` are the format's own
 */

/** @type {Settings} */
export const AS_IT_IS = Object.freeze({
  format: null,
  goal: "quality",
  quality: null,
  targetBytes: 2_000_000,
  minSimilarity: 0.97,
  width: null,
  height: null,
  enlarge: false,
  rotate: 0,
  crop: null,
  light: 0,
  contrast: 0,
  colour: 0,
  warmth: 0,
  monochrome: false,
  metadata: "none",
  options: {},
});

const ADJUSTED = ["light", "contrast", "colour", "warmth"];

/** @param {Settings} settings @returns {Record<string, unknown>} only what is not as usual */
export function recipeOf(settings) {
  const { format, width, height, enlarge, rotate, crop, monochrome, metadata, options } = settings;
  const recipe = { ...goalOf(settings) };
  if (format) recipe.format = format;
  if (width) recipe.width = width;
  if (height) recipe.height = height;
  if (enlarge) recipe.enlarge = true;
  if (rotate) recipe.rotate = rotate;
  if (crop) recipe.crop = crop;
  if (metadata !== "none") recipe.metadata = metadata;
  if (Object.keys(options).length) recipe.options = options;
  const adjust = Object.fromEntries(ADJUSTED.filter((name) => settings[name]).map((name) => [name, settings[name]]));
  if (monochrome) adjust.monochrome = true;
  if (Object.keys(adjust).length) recipe.adjust = adjust;
  return recipe;
}

/** Whether light or colours are changed. @param {Settings} settings */
export function isAdjusted(settings) {
  return settings.monochrome || ADJUSTED.some((name) => settings[name]);
}

/** The kind the copy will have. @param {Settings} settings @param {string} [contentType] of the original */
export function formatOf({ format }, contentType = "image/jpeg") {
  if (format) return format;
  const own = contentType.replace(/^image\//, "");
  if (own === "gif") return "webp"; // which moves as well
  return ["png", "webp", "avif"].includes(own) ? own : "jpeg";
}

function goalOf({ goal, quality, targetBytes, minSimilarity }) {
  if (goal === "bytes") return { target_bytes: targetBytes };
  if (goal === "similarity") return { min_similarity: minSimilarity };
  return quality ? { quality } : {};
}
