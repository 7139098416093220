/** Keys in the dialog that chooses pictures: Tab leads to one of them, the arrows from one to the next, Space chooses. */

const BESIDE = { ArrowRight: 1, ArrowLeft: -1 };
const ABOVE = { ArrowDown: 1, ArrowUp: -1 };

/** @param {HTMLElement} list holds a checkbox for each picture */
export function listenToPickerKeys(list) {
  list.addEventListener("keydown", (event) => {
    const inputs = [...list.querySelectorAll("input")];
    const next = goal(event.key, inputs, inputs.indexOf(event.target));
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.parentElement.scrollIntoView({ block: "nearest" });
  });
  list.addEventListener("focusin", ({ target }) => {
    for (const one of list.querySelectorAll("input[tabindex='0']")) one.tabIndex = -1;
    target.tabIndex = 0;
  });
}

function goal(key, inputs, at) {
  if (key === "Home") return inputs[0];
  if (key === "End") return inputs.at(-1);
  if (key in BESIDE) return inputs[at + BESIDE[key]];
  return key in ABOVE ? inRowBeside(inputs, at, ABOVE[key]) : undefined;
}

/** The one in the next row whose middle is nearest. */
function inRowBeside(inputs, at, by) {
  const boxes = inputs.map((one) => one.parentElement.getBoundingClientRect());
  const [here, middle] = [boxes[at].top, boxes[at].left + boxes[at].width / 2];
  const rows = boxes.map(({ top }) => top).filter((top) => by * (top - here) > 1);
  const row = by > 0 ? Math.min(...rows) : Math.max(...rows);
  const off = ({ top, left, width }) => (top === row ? Math.abs(left + width / 2 - middle) : Infinity);
  const nearest = boxes.reduce((best, box, one) => (off(box) < off(boxes[best]) ? one : best), at);
  return rows.length ? inputs[nearest] : undefined;
}
