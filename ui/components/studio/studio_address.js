/** The way from pictures of the library into the studio. */

const MOST = 50; // as many as the page takes (`ui/pages/studio.py`)

/**
 * @param {{id: string, status: string}[]} pictures
 * @returns {string | undefined} nothing when they cannot be made smaller, or not all at once
 */
export function smallerAddress(pictures) {
  if (pictures.length > MOST || pictures.some(({ status }) => status !== "completed")) return undefined;
  return `/studio?media=${pictures.map(({ id }) => id).join(",")}`;
}
