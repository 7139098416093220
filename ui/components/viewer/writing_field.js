/** A field of the facts column in which the owner writes: saved when one leaves it, or as soon as the server is back. */

import { api } from "../api.js";
import { SAVED, VIEWER } from "../picture_texts.js";
import { isAway } from "./unsent_details.js";

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {{field: "name" | "alt", label: string, tag: "input" | "textarea", most: number, help?: string}} kind
 * @param {import("./unsent_details.js").UnsentDetails} unsent
 * @param {(picture: object) => void} onSaved gets the server's answer
 * @returns {HTMLElement}
 */
export function writingField(picture, { field, label, tag, most, help = "" }, unsent, onSaved) {
  const wrap = document.createElement("label");
  wrap.className = "k-field";
  const title = document.createElement("span");
  title.className = "k-field-label";
  title.textContent = label;
  const input = document.createElement(tag);
  input.className = "k-input";
  input.defaultValue = picture[field] ?? ""; // what the server has
  input.maxLength = most;
  input.name = field;
  input.autocomplete = "off";
  if (tag === "textarea") input.rows = 3;
  const note = document.createElement("span");
  note.setAttribute("role", "status");
  say(note, "k-field-help", help);
  const waiting = unsent.of(picture.id)[field];
  if (waiting !== undefined) {
    input.value = waiting;
    sayUnsent(note);
  }
  input.addEventListener("change", () => save(picture.id, input, note, unsent, onSaved));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && tag === "input") input.blur();
  });
  wrap.append(title, input, note);
  return wrap;
}

/** Take in what the server has now. @param {HTMLInputElement} input @param {import("../picture_links.js").Picture} picture */
export function renewWriting(input, picture) {
  const isOwnWords = input.value !== input.defaultValue;
  input.defaultValue = picture[input.name] ?? "";
  if (!isOwnWords) input.value = input.defaultValue;
  const note = input.nextElementSibling;
  if ("unsent" in note.dataset && input.value === input.defaultValue) say(note, "k-small k-okay", SAVED);
}

async function save(id, input, note, unsent, onSaved) {
  const { name: field } = input;
  const value = input.value.trim();
  unsent.drop(id, field);
  if (value === input.defaultValue) return;
  let saved;
  try {
    saved = await api("PATCH", `/media/${id}`, { [field]: value });
  } catch (problem) {
    if (isAway(problem)) {
      unsent.keep(id, { [field]: value });
      sayUnsent(note);
    } else {
      say(note, "k-small k-alarm", problem.errors[0]?.message ?? problem.detail);
    }
    return;
  }
  input.defaultValue = saved[field] ?? "";
  say(note, "k-small k-okay", SAVED);
  onSaved(saved);
}

function sayUnsent(note) {
  say(note, "k-small", VIEWER.unsent);
  note.dataset.unsent = "";
}

function say(note, className, words) {
  note.className = className;
  note.textContent = words;
  delete note.dataset.unsent;
}
