/** What hands do on the stage: drag to move, pinch, double tap, swipe to a neighbour or down and away. */

const FAR = 60; // CSS pixels that make a swipe
const SLOP = 10; // and that a tap may wander
const DOUBLE = 300; // ms between two taps

/**
 * @param {import("./stage.js").Stage} stage
 * @param {{step: (by: number) => void, close: () => void, tap: () => void}} calls
 * @param {AbortSignal} signal ends the listening
 */
export function listenToHands(stage, calls, signal) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let start = null;
  let lastTap = { time: -Infinity, x: 0, y: 0 };

  const spread = () => {
    const [a, b] = [...down.values()];
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
  };
  const begin = (event) => {
    if (event.button > 0) return;
    stage.element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    if (down.size === 1) start = { ...at(event), kind: event.pointerType, pinched: false };
    if (down.size === 2) Object.assign(start, { pinched: true, spread: spread().distance, scale: stage.scale });
  };
  const move = (event) => {
    const before = down.get(event.pointerId);
    if (!before || !start) return;
    down.set(event.pointerId, at(event));
    if (down.size === 2) {
      const { distance, middle } = spread();
      stage.zoomTo((start.scale * distance) / start.spread, middle);
    } else if (stage.isZoomed) {
      stage.panBy(event.clientX - before.x, event.clientY - before.y);
    } else if (start.kind === "touch" && !start.pinched) {
      const { x, y } = swiped(start, event);
      stage.lean(x, Math.max(0, y));
    }
  };
  const end = (event) => {
    if (!down.delete(event.pointerId) || down.size || !start) return;
    const { x, y } = swiped(start, event);
    const { kind, pinched } = start;
    const wandered = Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLOP;
    start = null;
    stage.lean(0, 0);
    if (pinched || event.type === "pointercancel") return;
    if (!wandered) tapped(event);
    else if (kind !== "touch" || stage.isZoomed) return;
    else if (y > FAR) calls.close();
    else if (Math.abs(x) > FAR) calls.step(x < 0 ? 1 : -1);
  };
  const tapped = (event) => {
    const isSecond = event.timeStamp - lastTap.time < DOUBLE && near(lastTap, event);
    lastTap = isSecond ? { time: -Infinity, x: 0, y: 0 } : { time: event.timeStamp, ...at(event) };
    if (isSecond) stage.toggleActualSize(at(event));
    else calls.tap();
  };
  const wheel = (event) => {
    if (!event.ctrlKey) return; // what a pinch on a touchpad arrives as
    event.preventDefault();
    stage.zoomTo(stage.scale * Math.exp(-event.deltaY / 100), at(event));
  };
  stage.element.addEventListener("pointerdown", begin, { signal });
  stage.element.addEventListener("pointermove", move, { signal });
  stage.element.addEventListener("pointerup", end, { signal });
  stage.element.addEventListener("pointercancel", end, { signal });
  stage.element.addEventListener("wheel", wheel, { signal, passive: false });
}

function at({ clientX, clientY }) {
  return { x: clientX, y: clientY };
}

function near(tap, event) {
  return Math.hypot(event.clientX - tap.x, event.clientY - tap.y) < 4 * SLOP;
}

/** A swipe has one direction: the longer of the two. */
function swiped(start, { clientX, clientY }) {
  const [x, y] = [clientX - start.x, clientY - start.y];
  return Math.abs(x) > Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}
