/** The questions before a room is opened: what it is called, how long, whether it keeps pictures, a password. */

import { icon } from "../icons.js";
import { made } from "../made.js";
import { OWNER } from "../../rooms/page/panel_words.js";
import { OPENING } from "../rooms_texts.js";

const DAYS = [1, 3, 7];
const MOST_LETTERS = 200;

/**
 * @param {{mostDays: number, word: string, open: (wishes: import("./open_own_room.js").Wishes) => Promise<void>}} options
 *   `word` stands on the button; `open` may reject with a `Problem`
 * @returns {{form: HTMLFormElement, button: HTMLButtonElement}} the button may stand anywhere
 */
export function openingForm({ mostDays, word, open }) {
  const title = field({ label: OPENING.title, help: OPENING.titleHelp });
  // Shown while it is typed: it has to be told to others, and nobody gets in when it holds a slip.
  const password = field({ label: OPENING.password, optional: OPENING.optional, help: OPENING.passwordHelp });
  const lasts = daysUpTo(mostDays).map((count) => [String(count), OWNER.days(count)]);
  const days = choices("days", OPENING.days, lasts, lasts.length - 1);
  days.classList.add("k-rooms-days");
  const keep = choices("keep", OWNER.keepHeading, [["always", OWNER.keep], ["never", OWNER.nothing]], 0);
  const trouble = made("p", "k-field-said");
  trouble.role = "alert";
  const form = made("form", "k-form", title.element, days, keep, password.element, trouble);
  Object.assign(form, { id: `${title.input.id}-form`, noValidate: true, autocomplete: "off" });
  const button = made("button", "k-button k-button--main", word);
  button.setAttribute("form", form.id);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    const chosen = new FormData(form);
    const wishes = { title: title.input.value.trim(), days: Number(chosen.get("days")), keep: chosen.get("keep") };
    button.disabled = true;
    trouble.replaceChildren();
    try {
      await open({ ...wishes, password: password.input.value });
    } catch ({ detail }) {
      trouble.append(made("span", "k-field-trouble", icon("trouble"), detail ?? OPENING.broken));
      button.disabled = false;
    }
  });
  return { form, button };
}

const daysUpTo = (most) => [...new Set([...DAYS.filter((count) => count <= most), Math.min(most, DAYS.at(-1))])];

let fields = 0;

function field({ label, optional, help }) {
  const input = Object.assign(made("input", "k-input"), { id: `k-opening-${(fields += 1)}`, maxLength: MOST_LETTERS });
  Object.assign(input, { autocomplete: "off", spellcheck: false });
  const caption = made("label", "k-field-label", label, ...(optional ? [" ", made("span", "k-field-optional", `(${optional})`)] : []));
  caption.htmlFor = input.id;
  const helping = made("span", "k-field-help", help);
  helping.id = `${input.id}-help`;
  input.setAttribute("aria-describedby", helping.id);
  return { input, element: made("div", "k-field", caption, made("div", "k-input-row", input), helping) };
}

/** @param {string} name @param {string} legend @param {[string, string][]} options @param {number} chosen the place of one */
function choices(name, legend, options, chosen) {
  const part = made("fieldset", "k-choices", made("legend", "k-field-label", legend));
  const group = made("div", "k-rooms-choices");
  for (const [at, [value, word]] of options.entries()) {
    const input = Object.assign(made("input"), { type: "radio", name, value, checked: at === chosen });
    group.append(made("label", "k-choice", input, made("span", "", word)));
  }
  part.append(group);
  return part;
}
