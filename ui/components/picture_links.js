/** The addresses of a picture's smaller copies: which to show, and whether they still work. */

const MARGIN_SECONDS = 20;

/**
 * @typedef {{width: number, height: number, content_type: string, bytes: number, url: string}} Rendition
 * @typedef {{id: string, name: string, status: string, reason: string | null, content_type: string, bytes: number,
 *   width: number | null, height: number | null, taken_at: string | null, has_location: boolean, alt: string | null,
 *   placeholder: string | null, original_url: string, renditions: Rendition[], created_at: string,
 *   camera?: object | null}} Picture as the API gives it to its owner
 */

const LIGHTEST = ["image/avif"]; // kinds that some browsers do not show, the lightest first

/** The kind every browser shows, which is made first. @param {Picture} picture */
function plainKind({ renditions }) {
  return renditions.find(({ content_type: kind }) => !LIGHTEST.includes(kind))?.content_type;
}

/** @param {Picture} picture @returns {string[]} the lighter kinds there are of it, the lightest first */
export function kindsOf({ renditions }) {
  return LIGHTEST.filter((kind) => renditions.some(({ content_type: one }) => one === kind));
}

/** @param {Picture} picture @param {string} [kind] the plain one @returns {Rendition[]} of one kind, smallest first */
export function ladder(picture, kind = plainKind(picture)) {
  return picture.renditions.filter((one) => one.content_type === kind).sort((a, b) => a.width - b.width);
}

/** @param {Picture} picture @param {string} [kind] the plain one @returns {string} for `srcset` */
export function srcset(picture, kind = plainKind(picture)) {
  return ladder(picture, kind)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(", ");
}

/** Width by height; what is not read yet is given the shape of most photographs. */
export function aspectOf({ width, height }) {
  return width && height ? width / height : 1.5;
}

/**
 * Whether the links have run out: the signed address names its last second as `until`.
 * @param {Picture} picture
 * @param {number} [now] in milliseconds
 */
export function linksAreOver(picture, now = Date.now()) {
  const address = picture.renditions[0]?.url ?? picture.original_url;
  return Boolean(address) && linkIsOver(address, now);
}

/** The same of a single link. @param {string} address @param {number} [now] in milliseconds */
export function linkIsOver(address, now = Date.now()) {
  const until = Number(new URL(address, location.href).searchParams.get("until"));
  return until > 0 && until * 1000 < now + MARGIN_SECONDS * 1000;
}

/** Whether this browser can show the original itself (no browser but Safari shows HEIC). */
export function originalCanBeShown({ content_type: kind, original_url: url }) {
  return Boolean(url) && ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"].includes(kind);
}

/** Whether its smaller copies are still being made. */
export function isBeingMade({ status }) {
  return status === "pending" || status === "uploaded" || status === "processing";
}
