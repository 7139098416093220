/** Putting frames in another order by pointer: the one that is held goes up and down the list while it is dragged. */

const EDGE = 72; // CSS pixels from the window's edge within which the page scrolls along
const STEP = 12; // CSS pixels a frame

/**
 * A mouse takes a frame by its picture or its grip; a finger by its grip alone, because on the picture it scrolls.
 * @param {HTMLElement} list whose items are the frames
 * @param {(item: HTMLElement, by: number) => void} move puts it one place later (1) or earlier (−1), at once, and
 *   without taking it out of the page
 * @param {AbortSignal} signal
 */
export function listenToDragging(list, move, signal) {
  const begin = (event) => {
    const hold = event.target.closest("[data-drag]");
    const isMeant = event.isPrimary && event.button === 0 && (hold?.dataset.drag === "all" || event.pointerType === "mouse");
    if (!hold || !isMeant) return;
    event.preventDefault(); // it would select words
    drag(hold.closest("li"), event, move, signal);
  };
  list.addEventListener("pointerdown", begin, { signal });
}

function drag(item, { pointerId, clientY }, move, signal) {
  const over = new AbortController();
  const options = { signal: AbortSignal.any([signal, over.signal]) };
  let y = clientY;
  let frame = 0;
  const follow = () => {
    const [before, after] = [item.previousElementSibling, item.nextElementSibling];
    if (before && y < middleOf(before)) move(item, -1);
    else if (after && y > middleOf(after)) move(item, 1);
  };
  const scroll = () => {
    const by = y < EDGE ? -STEP : y > window.innerHeight - EDGE ? STEP : 0;
    if (by) window.scrollBy({ top: by, behavior: "instant" });
    follow();
    frame = requestAnimationFrame(scroll);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    over.abort();
    item.removeAttribute("data-dragged");
  };
  const mine = (does) => (event) => event.pointerId === pointerId && does(event);
  item.setAttribute("data-dragged", "");
  frame = requestAnimationFrame(scroll);
  window.addEventListener("pointermove", mine((event) => (y = event.clientY)), options);
  for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, mine(end), options);
  options.signal.addEventListener("abort", () => cancelAnimationFrame(frame), { once: true });
}

function middleOf(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
