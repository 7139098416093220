/** The tags of a picture among its facts: words that lead to all pictures with them, and a field for one more. */

import { api } from "../api.js";
import { icon } from "../icons.js";
import { PICTURE_TAGS } from "../library_texts.js";

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {(picture: object) => void} onSaved gets the server's answer
 * @returns {HTMLElement}
 */
export function pictureTags(picture, onSaved) {
  const element = made("div", "k-picture-tags k-field");
  const label = made("label", "k-field-label", PICTURE_TAGS.label);
  const words = made("ul", "k-picture-tags-words");
  const input = made("input", "k-input");
  Object.assign(input, { id: "k-picture-tags", maxLength: 50, autocomplete: "off", autocapitalize: "none" });
  label.htmlFor = input.id;
  const note = made("span", "k-field-help", PICTURE_TAGS.help);
  note.setAttribute("role", "status");
  let tags = picture.tags ?? [];
  const show = () => {
    words.replaceChildren(...tags.map((tag) => word(tag, () => save(tags.filter((one) => one !== tag)))));
    words.hidden = !tags.length;
  };
  const save = async (wanted) => {
    try {
      const saved = await api("PATCH", `/media/${picture.id}`, { tags: wanted });
      tags = saved.tags;
      input.value = "";
      note.className = "k-field-help";
      note.textContent = PICTURE_TAGS.help;
      show();
      onSaved(saved);
    } catch (problem) {
      note.className = "k-small k-alarm";
      note.textContent = problem.errors?.[0]?.message ?? problem.detail;
    }
  };
  const add = () => input.value.trim() && save([...tags, input.value]);
  input.addEventListener("change", add);
  input.addEventListener("keydown", (event) => {
    if (event.key === "," || event.key === "Enter") {
      event.preventDefault();
      input.blur(); // which tells of the change
      input.focus();
    }
  });
  element.append(label, words, input, note);
  show();
  return element;
}

function word(tag, onRemove) {
  const item = made("li", "k-picture-tag");
  const link = made("a", "", tag);
  link.href = `/library?${new URLSearchParams({ tag })}`;
  const remove = made("button", "");
  remove.type = "button";
  remove.ariaLabel = PICTURE_TAGS.remove(tag);
  remove.append(icon("close"));
  remove.addEventListener("click", onRemove);
  item.append(link, remove);
  return item;
}

function made(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
