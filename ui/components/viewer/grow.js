/** The way from the grid into the viewer and back: the tile grows from its place. */

const EASE = "cubic-bezier(.2,0,0,1)";

/**
 * @param {HTMLImageElement | null} image on the stage, already in its place there
 * @param {HTMLElement | null} element the tile; nothing moves without one in sight, or for people who want no motion
 * @param {{back?: boolean}} [options]
 * @returns {Promise<void>} when it has arrived
 */
export async function grow(image, element, { back = false } = {}) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const box = element?.getBoundingClientRect();
  if (!image || still || !box || box.bottom < 0 || box.top > window.innerHeight) return;
  const own = image.getBoundingClientRect();
  if (!own.width) return;
  const [x, y] = [box.x + box.width / 2 - own.x - own.width / 2, box.y + box.height / 2 - own.y - own.height / 2];
  const small = { transform: `translate(${x}px, ${y}px) scale(${box.width / own.width})` };
  const frames = back ? [{}, small] : [small, {}];
  await image.animate(frames, { duration: 200, easing: EASE }).finished.catch(() => {}); // another picture took its place
}
