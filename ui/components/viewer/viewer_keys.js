/** The viewer's keys, and what each does; the list that `?` shows tells the same. */

/**
 * @param {HTMLElement} dialog
 * @param {{step: (by: number) => void, zoom: () => void, facts: () => void, ground: () => void, save: () => void,
 *   delete: () => void, keys: () => void}} calls
 */
export function listenToKeys(dialog, calls) {
  const does = {
    ArrowLeft: () => calls.step(-1),
    ArrowRight: () => calls.step(1),
    z: calls.zoom,
    i: calls.facts,
    b: calls.ground,
    s: calls.save,
    Delete: calls.delete,
    "?": calls.keys,
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
    const call = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!call) return;
    event.preventDefault();
    call();
  });
}
