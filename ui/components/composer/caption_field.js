/** The field for the caption: how much room is left near its end, what its hashtags are, and who is meant by an @. */

import { CAPTION, MOST_CAPTION } from "../composer_texts.js";
import { made } from "../made.js";
import { suggestPeople } from "./people_meant.js";

const NEAR_THE_END = 200; // characters
const HASHTAG = /(?<![\p{L}\p{N}\p{M}_&/#])#[\p{L}\p{N}\p{M}_]+/gu; // `domain/posts/named_in_text.py`

/**
 * @param {string} first
 * @param {AbortSignal} signal
 * @returns {{element: HTMLElement, value: string, isTooLong: boolean, focus: () => void}}
 */
export function captionField(first, signal) {
  const input = document.createElement("textarea");
  Object.assign(input, { id: "k-caption", className: "k-input k-caption", rows: 4, value: first });
  input.setAttribute("aria-describedby", "k-caption-help");
  const label = made("label", "k-field-label", `${CAPTION.label} `);
  label.htmlFor = input.id;
  label.append(made("span", "k-field-optional", CAPTION.optional));
  const help = made("span", "k-field-help");
  help.id = "k-caption-help";
  const left = made("span", "k-fact");
  const foot = made("div", "k-caption-foot");
  foot.append(help, left);
  const element = made("div", "k-field k-caption-field");
  const people = suggestPeople(input, signal);
  element.append(label, input, people, foot);
  const show = () => {
    const tags = [...new Set(input.value.match(HASHTAG) ?? [])];
    help.textContent = tags.length ? CAPTION.tags(tags.join(" ")) : CAPTION.help;
    const room = MOST_CAPTION - lengthOf(input.value);
    left.hidden = room > NEAR_THE_END;
    left.className = room < 0 ? "k-fact k-alarm" : "k-fact k-soft";
    left.textContent = room < 0 ? CAPTION.over(-room) : CAPTION.left(room);
    input.ariaInvalid = room < 0 ? "true" : null;
  };
  input.addEventListener("input", show, { signal });
  show();
  return {
    element,
    get value() {
      return input.value;
    },
    get isTooLong() {
      return lengthOf(input.value) > MOST_CAPTION;
    },
    focus: () => input.focus(),
  };
}

/** As the server counts: characters, of which an emoji is one. */
function lengthOf(text) {
  return [...text].length;
}
