/** A finger that stays on a tile: where there is no mouse, that is how choosing begins. */

const PATIENCE = 450; // ms
const SLOP = 10; // CSS pixels a finger may tremble

/**
 * @param {HTMLElement} host
 * @param {(tile: HTMLElement) => void} onLongPress
 * @param {AbortSignal} signal ends the listening
 */
export function listenToLongPress(host, onLongPress, signal) {
  let timer = 0;
  let start = { x: 0, y: 0 };
  let isTouch = false;
  let hasFired = false;

  const stop = () => clearTimeout(timer);
  const begin = (event) => {
    stop();
    hasFired = false;
    isTouch = event.pointerType === "touch";
    const tile = event.target.closest(".k-tile");
    if (!isTouch || !event.isPrimary || !tile) return;
    start = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      hasFired = true;
      navigator.vibrate?.(10);
      onLongPress(tile);
    }, PATIENCE);
  };
  const move = (event) => {
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLOP) stop();
  };
  // The click that ends the press would take the picture out again, and the browser would offer to open the link.
  const swallow = (event) => {
    if (!hasFired) return;
    hasFired = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const offered = (event) => {
    if (isTouch && event.target.closest(".k-tile")) event.preventDefault();
  };
  host.addEventListener("pointerdown", begin, { signal });
  host.addEventListener("pointermove", move, { signal });
  host.addEventListener("pointerup", stop, { signal });
  host.addEventListener("pointercancel", stop, { signal });
  host.addEventListener("click", swallow, { signal, capture: true });
  host.addEventListener("contextmenu", offered, { signal });
}
