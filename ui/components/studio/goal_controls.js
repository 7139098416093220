/** Under *More*: what counts when the copy is made (quality, a size, a likeness), and how many pixels it has. */

import { MORE } from "../studio_texts.js";
import { made } from "../made.js";
import { choiceRow, numberField, slider, tick } from "./studio_fields.js";

const MOST_PIXELS = 16_383;

/** @typedef {(changed: Partial<import("./settings.js").Settings>) => void} OnChange */

/** @param {OnChange} onChange */
export function goalControls(onChange) {
  const element = made("div", "k-more-group");
  const goal = choiceRow({
    label: MORE.goal,
    choices: Object.entries(MORE.goals),
    onChange: (value) => onChange({ goal: value }),
  });
  const quality = slider({
    label: MORE.quality,
    min: 1,
    max: 100,
    text: (value) => String(value),
    onChange: (value) => onChange({ quality: value }),
  });
  const bytes = numberField({
    label: MORE.bytes,
    min: 1,
    max: 1_000_000,
    step: "any",
    onChange: (value) => value && onChange({ targetBytes: Math.round(value * 1000) }),
  });
  const similarity = slider({
    label: MORE.similarity,
    min: 0.9,
    max: 0.995,
    step: 0.005,
    text: (value) => value.toFixed(3),
    onChange: (value) => onChange({ minSimilarity: value }),
  });
  element.append(goal.element, quality.element, bytes.element, similarity.element);
  return {
    element,
    fields: { quality, target_bytes: bytes, min_similarity: similarity },
    show: (settings, about, codec) => {
      goal.show(settings.goal);
      quality.show(settings.quality ?? codec.default_quality);
      bytes.show(settings.targetBytes / 1000);
      similarity.show(settings.minSimilarity);
      quality.element.hidden = settings.goal !== "quality";
      bytes.element.hidden = settings.goal !== "bytes";
      similarity.element.hidden = settings.goal !== "similarity";
    },
  };
}

/** @param {OnChange} onChange */
export function sizeControls(onChange) {
  const element = made("div", "k-more-group");
  const side = (label, name) =>
    numberField({ label, min: 1, max: MOST_PIXELS, onChange: (value) => onChange({ [name]: value }) });
  const [width, height] = [side(MORE.width, "width"), side(MORE.height, "height")];
  const both = made("div", "k-more-pair");
  both.append(width.element, height.element);
  const enlarge = tick({ label: MORE.enlarge, onChange: (isOn) => onChange({ enlarge: isOn }) });
  element.append(both, made("p", "k-field-help", MORE.sizeHelp), enlarge.element);
  return {
    element,
    fields: { width, height },
    show: (settings, about) => {
      width.show(settings.width);
      height.show(settings.height);
      width.hint(about.width ? String(about.width) : "");
      height.hint(about.height ? String(about.height) : "");
      enlarge.show(settings.enlarge);
    },
  };
}
