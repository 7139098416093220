/** Under *More*: turning, cutting out, light and colour, and what is kept of what the camera wrote. */

import { icon } from "../icons.js";
import { CROP, MORE } from "../studio_texts.js";
import { shapeOf } from "./crop_part.js";
import { made, pressable } from "../made.js";
import { isAdjusted } from "./settings.js";
import { choiceField, choiceRow, slider, tick } from "./studio_fields.js";

/** @typedef {(changed: Partial<import("./settings.js").Settings>) => void} OnChange */

/**
 * @param {OnChange} onChange
 * @param {((shape: string) => void) | undefined} cut begins cutting out a part of this shape, `whole` ends it; without
 *   it nothing can be cut out
 */
export function cutControls(onChange, cut) {
  const element = made("div", "k-more-group");
  let rotate = 0;
  const turnBy = (degrees) => onChange({ rotate: (rotate + degrees + 360) % 360, crop: null });
  const turns = made("div", "k-buttons k-turns");
  turns.setAttribute("role", "group");
  turns.ariaLabel = MORE.turn;
  turns.append(turnButton(MORE.turnLeft, "k-turn-left", () => turnBy(-90)), turnButton(MORE.turnRight, "", () => turnBy(90)));
  const shapes = choiceRow({ label: MORE.crop, choices: Object.entries(MORE.shapes), onChange: cut });
  const again = pressable("k-link", CROP.change, () => cut(""));
  element.append(made("p", "k-field-label", MORE.turn), turns, ...(cut ? [shapes.element, again] : []));
  return {
    element,
    fields: {},
    show: (settings, about) => {
      rotate = settings.rotate;
      shapes.element.hidden = !about.width; // nothing can be cut out of what is not seen yet
      shapes.show(settings.crop ? shapeOf(settings.crop) : "whole");
      again.hidden = !settings.crop;
    },
  };
}

/** @param {OnChange} onChange */
export function lightControls(onChange) {
  const element = made("div", "k-more-group");
  const entries = Object.entries(MORE.adjust);
  const sliders = entries.map(([name, label]) => {
    const one = slider({
      label,
      min: -100,
      max: 100,
      text: (value) => (value > 0 ? `+${value}` : String(value).replace("-", "−")),
      onChange: (value) => onChange({ [name]: value / 100 }),
    });
    one.element.classList.add("k-field--middle");
    return one;
  });
  const monochrome = tick({ label: MORE.monochrome, onChange: (isOn) => onChange({ monochrome: isOn }) });
  const none = { light: 0, contrast: 0, colour: 0, warmth: 0, monochrome: false };
  const reset = pressable("k-link", MORE.reset, () => onChange(none));
  element.append(...sliders.map((one) => one.element), monochrome.element, reset);
  return {
    element,
    fields: {},
    show: (settings) => {
      for (const [at, [name]] of entries.entries()) sliders[at].show(Math.round(settings[name] * 100));
      monochrome.show(settings.monochrome);
      reset.hidden = !isAdjusted(settings);
    },
  };
}

/** @param {OnChange} onChange */
export function metadataControls(onChange) {
  const element = made("div", "k-more-group");
  const kept = choiceField({
    label: MORE.metadata,
    choices: Object.entries(MORE.metadataOf),
    onChange: (value) => onChange({ metadata: value }),
  });
  element.append(kept.element);
  return { element, fields: {}, show: (settings) => kept.show(settings.metadata) };
}

function turnButton(label, className, onPress) {
  const button = pressable(`k-button ${className}`, "", onPress);
  button.append(icon("again"), made("span", "", label));
  return button;
}
