/** The browser asks before the page is left while something would be lost by it. */

/**
 * @param {() => boolean} mayClose
 * @param {AbortSignal} signal ends the asking
 */
export function askBeforeLeaving(mayClose, signal) {
  const leaving = (event) => {
    if (!mayClose()) event.preventDefault();
  };
  window.addEventListener("beforeunload", leaving, { signal });
}
