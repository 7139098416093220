/** Under *More*: the kind of the copy, with that kind's own options as the server tells them. */

import { MORE } from "../studio_texts.js";
import { made } from "../made.js";
import { formatOf } from "./settings.js";
import { choiceField, slider, tick } from "./studio_fields.js";

/**
 * @typedef {string | number | boolean} Choice
 * @typedef {{name: string, label: string, default: Choice, choices: Choice[] | null, min: number | null,
 *   max: number | null}} Option one of `choices`, or a whole number from `min` to `max`
 * @typedef {{format: string, label: string, content_type: string, extension: string, default_quality: number,
 *   options: Option[]}} Codec
 * @typedef {{contentType?: string, bytes?: number, width: number | null, height: number | null}} About the original; of
 *   several, nothing is known
 */

/**
 * @param {Codec[]} codecs
 * @param {(changed: Partial<import("./settings.js").Settings>) => void} onChange
 */
export function formatControls(codecs, onChange) {
  const element = made("div", "k-more-group");
  const change = (value) => onChange({ format: value || null, quality: null, options: {} });
  const format = choiceField({ label: MORE.format, choices: [], onChange: change });
  const own = made("div", "k-more-options");
  element.append(format.element, own);
  /** @type {{codec: Codec | null, kind: string | null, options: Record<string, Choice>, fields: Record<string, object>}} */
  const drawn = { codec: null, kind: null, options: {}, fields: {} };

  const set = (name, value) => {
    drawn.options = { ...drawn.options, [name]: value };
    onChange({ options: drawn.options });
  };
  const draw = (codec) => {
    drawn.codec = codec;
    drawn.fields = Object.fromEntries(codec.options.map((one) => [one.name, optionField(one, (it) => set(one.name, it))]));
    own.replaceChildren(...Object.values(drawn.fields).map((field) => field.element));
  };
  return {
    element,
    fields: { format },
    show: (settings, { contentType }, codec) => {
      const kind = contentType ? codecOf(codecs, formatOf({ format: null }, contentType)).label : "";
      if (kind !== drawn.kind) format.words(words(codecs, kind));
      drawn.kind = kind;
      format.show(settings.format ?? "");
      if (codec !== drawn.codec) draw(codec);
      drawn.options = settings.options;
      for (const one of codec.options) drawn.fields[one.name].show(settings.options[one.name] ?? one.default);
    },
  };
}

/** @param {Codec[]} codecs @param {string} format @returns {Codec} */
export function codecOf(codecs, format) {
  return codecs.find((one) => one.format === format) ?? codecs[0];
}

function words(codecs, kind) {
  return [["", kind ? MORE.formatOwn(kind) : MORE.formatsOwn], ...codecs.map(({ format, label }) => [format, label])];
}

/** A control for whatever an option may be: yes or no, a whole number in a range, or one of a few. */
function optionField({ label, choices, default: usual, min, max }, onChange) {
  if (!choices) return slider({ label, min, max, onChange });
  if (typeof usual === "boolean") return tick({ label, onChange });
  const field = choiceField({
    label,
    choices: choices.map((one) => [String(one), String(one)]),
    onChange: (written) => onChange(choices.find((one) => String(one) === written)),
  });
  return { ...field, show: (value) => field.show(String(value)) };
}
