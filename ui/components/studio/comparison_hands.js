/** What hands and keys do on the stage: move the line, or the picture at its actual size. */

const NEAR_LINE = 28; // CSS pixels: half the grip, and a little

/**
 * @param {HTMLElement} view
 * @param {import("./comparison.js").Comparison} stage
 * @param {AbortSignal} signal ends the listening
 */
export function listenToStageHands(view, stage, signal) {
  /** @type {{id: number, x: number, y: number, isLine: boolean} | null} */
  let held = null;
  const line = view.querySelector(".k-stage-line");
  const range = view.querySelector(".k-stage-range");

  const begin = (event) => {
    if (event.button > 0 || held || event.target.closest("button, .k-crop")) return;
    if (!stage.element.hasAttribute("data-both") && !stage.isActual) return;
    const { left, width } = line.getBoundingClientRect();
    const isNear = Math.abs(event.clientX - (left + width / 2)) < NEAR_LINE;
    const hasLine = stage.element.hasAttribute("data-both") && !stage.isSideways;
    held = { id: event.pointerId, x: event.clientX, y: event.clientY, isLine: hasLine && (isNear || !stage.isActual) };
    view.setPointerCapture(event.pointerId);
    event.preventDefault(); // no text is selected, and the focus goes where the keys go on
    if (held.isLine) {
      range.focus({ preventScroll: true, focusVisible: false });
      stage.lineTo(event.clientX);
    }
  };
  const move = (event) => {
    if (held?.id !== event.pointerId) return;
    if (held.isLine) stage.lineTo(event.clientX);
    else stage.panBy(event.clientX - held.x, event.clientY - held.y);
    Object.assign(held, { x: event.clientX, y: event.clientY });
  };
  const end = (event) => {
    if (held?.id === event.pointerId) held = null;
  };
  view.addEventListener("pointerdown", begin, { signal });
  view.addEventListener("pointermove", move, { signal });
  view.addEventListener("pointerup", end, { signal });
  view.addEventListener("pointercancel", end, { signal });
  view.addEventListener("dblclick", () => stage.toggleActual(), { signal });
}

/**
 * B changes the ground and Z the size, wherever one is on the page and does not write.
 * @param {() => import("./comparison.js").Comparison | null} stage
 * @param {AbortSignal} signal
 */
export function listenToStageKeys(stage, signal) {
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !stage()) return;
    if (event.target.closest?.("textarea, select, input:not([type=range], [type=radio], [type=checkbox])")) return;
    const key = event.key.toLowerCase();
    if (key === "b") stage().nextGround();
    else if (key === "z") stage().toggleActual();
  };
  document.addEventListener("keydown", pressed, { signal });
}
