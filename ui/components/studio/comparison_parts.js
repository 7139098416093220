/** What the stage is made of: the two halves, the grip of the line, and the buttons below. */

import { icon } from "../icons.js";
import { made, pressable } from "../made.js";

/** One half: a box for the picture, cut off at its edges. */
export function pane(className) {
  const parts = { pane: made("div", `k-stage-pane ${className}`), box: made("div", "k-stage-box"), image: new Image() };
  parts.image.alt = "";
  parts.image.draggable = false;
  parts.box.append(parts.image);
  parts.pane.append(parts.box);
  return parts;
}

/** Put a picture where it belongs; `inside` is how its image lies in its box. */
export function lay({ box, image }, { left, top, width, height }, inside) {
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  Object.assign(image.style, inside);
}

/** What the line is taken by. */
export function grip() {
  const knob = made("span", "k-stage-grip");
  knob.append(icon("left"), icon("right"));
  return knob;
}

/** A button of the strip below the picture. */
export function tool(sign, label, onPress) {
  const button = pressable("k-flat k-stage-tool", "", onPress);
  const drawn = made("span", "k-fact", sign === "1:1" ? sign : "");
  drawn.setAttribute("aria-hidden", "true");
  if (sign !== "1:1") drawn.append(icon(sign));
  button.title = label;
  button.dataset.tool = sign === "1:1" ? "actual" : sign;
  button.append(drawn, made("span", "k-stage-word", label));
  return button;
}
