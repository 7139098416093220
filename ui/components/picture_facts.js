/** Facts of a picture in words: bytes, pixels, days, and what the camera wrote. */

/** @param {number} bytes @returns {string} decimal units, as people buy disks: 1 MB is 1,000,000 bytes */
export function bytesText(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ["kB", "MB", "GB", "TB"];
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const decimals = amount < 9.95 && unit > 0 ? 1 : 0;
  return `${amount.toFixed(decimals).replace(/\.0$/, "")} ${units[unit]}`;
}

/** @param {{width?: number | null, height?: number | null}} picture @returns {string} empty while unknown */
export function pixelsText({ width, height }) {
  return width && height ? `${width} × ${height}` : "";
}

/** @param {string} contentType such as `image/jpeg` @returns {string} such as `JPEG` */
export function kindText(contentType) {
  const kind = contentType.replace(/^image\//, "");
  return kind === "webp" ? "WebP" : kind.toUpperCase();
}

/**
 * @param {string} time RFC 3339
 * @param {{asWritten?: boolean}} [options] `asWritten` for a camera's clock, which must not move with the reader's zone
 */
export function dayText(time, { asWritten = false } = {}) {
  const zone = asWritten ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", ...zone }).format(new Date(time));
}

/** @param {number} count @param {string} one @param {string} many @returns {string} such as `1,200 pictures` */
export function countText(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/**
 * @param {{make?: string|null, model?: string|null, lens?: string|null, exposure_seconds?: number|null,
 *   f_number?: number|null, iso?: number|null, focal_length_mm?: number|null}} camera
 * @returns {[string, string][]} label and text of what is known
 */
export function cameraTexts(camera) {
  const exposure = [
    camera.exposure_seconds && secondsText(camera.exposure_seconds),
    camera.f_number && `f/${short(camera.f_number)}`,
    camera.iso && `ISO ${camera.iso}`,
    camera.focal_length_mm && `${short(camera.focal_length_mm)} mm`,
  ];
  return [
    ["Camera", cameraName(camera)],
    ["Lens", camera.lens ?? ""],
    ["Exposure", exposure.filter(Boolean).join(" · ")],
  ].filter(([, text]) => text);
}

/** Many cameras write their maker into the model as well. */
function cameraName({ make, model }) {
  if (!make || !model) return make ?? model ?? "";
  return model.toLowerCase().startsWith(make.split(" ")[0].toLowerCase()) ? model : `${make} ${model}`;
}

function secondsText(seconds) {
  return seconds < 0.4 ? `1/${Math.round(1 / seconds)} s` : `${short(seconds)} s`;
}

function short(number) {
  return String(Math.round(number * 10) / 10);
}
