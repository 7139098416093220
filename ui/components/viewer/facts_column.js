/** The viewer's facts column: what is known of a picture, and the two things its owner can write: name and description. */

import { api } from "../api.js";
import { icon } from "../icons.js";
import { bytesText, cameraTexts, dayText, kindText, pixelsText } from "../picture_facts.js";
import { SAVED, VIEWER } from "../picture_texts.js";

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {{saved: (picture: object) => void, close: () => void}} calls `saved` gets the server's answer
 * @returns {HTMLElement}
 */
export function factsColumn(picture, { saved: onSaved, close }) {
  const column = document.createElement("aside");
  column.className = "k-viewer-facts";
  column.ariaLabel = VIEWER.facts;
  column.append(
    head(close),
    editable({ picture, field: "name", label: VIEWER.name, tag: "input", onSaved }),
    editable({ picture, field: "alt", label: VIEWER.alt, tag: "textarea", help: VIEWER.altHelp, onSaved }),
    known(picture),
  );
  return column;
}

/**
 * Bring the column in step with what the server says now; what somebody is writing, and what was said to it, stays.
 * @param {HTMLElement} column
 * @param {import("../picture_links.js").Picture} picture
 */
export function renewFacts(column, picture) {
  for (const input of column.querySelectorAll(".k-input")) {
    const isOwnWords = input.value !== input.defaultValue;
    input.defaultValue = picture[input.name] ?? "";
    if (!isOwnWords) input.value = input.defaultValue;
  }
  column.lastElementChild.replaceWith(known(picture));
}

function head(close) {
  const line = document.createElement("div");
  line.className = "k-viewer-facts-head";
  const title = document.createElement("h3");
  title.className = "k-title";
  title.textContent = VIEWER.facts;
  const button = document.createElement("button");
  button.className = "k-viewer-button";
  button.type = "button";
  button.ariaLabel = VIEWER.closeFacts;
  button.append(icon("close"));
  button.addEventListener("click", close);
  line.append(title, button);
  return line;
}

function editable({ picture, field, label, tag, help, onSaved }) {
  const wrap = document.createElement("label");
  wrap.className = "k-field";
  const title = document.createElement("span");
  title.className = "k-field-label";
  title.textContent = label;
  const input = document.createElement(tag);
  input.className = "k-input";
  input.defaultValue = picture[field] ?? ""; // what the server has
  input.maxLength = field === "name" ? 100 : 2000;
  input.name = field;
  input.autocomplete = "off";
  if (tag === "textarea") input.rows = 3;
  const note = document.createElement("span");
  note.className = "k-field-help";
  note.setAttribute("role", "status");
  note.textContent = help ?? "";
  const save = async () => {
    const value = input.value.trim();
    if (value === input.defaultValue) return;
    let saved;
    try {
      saved = await api("PATCH", `/media/${picture.id}`, { [field]: value });
    } catch (problem) {
      note.className = "k-small k-alarm";
      note.textContent = problem.errors[0]?.message ?? problem.detail;
      return;
    }
    input.defaultValue = saved[field] ?? "";
    note.className = "k-small k-okay";
    note.textContent = SAVED;
    onSaved(saved);
  };
  input.addEventListener("change", save);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && tag === "input") input.blur();
  });
  wrap.append(title, input, note);
  return wrap;
}

function known(picture) {
  const part = document.createElement("div");
  part.className = "k-viewer-known";
  part.append(list(picture));
  if (picture.has_location) part.append(location());
  return part;
}

function list(picture) {
  const facts = [
    [VIEWER.pixels, pixelsText(picture)],
    [VIEWER.bytes, bytesText(picture.bytes)],
    [VIEWER.kind, kindText(picture.content_type)],
    [VIEWER.taken, picture.taken_at ? dayText(picture.taken_at, { asWritten: true }) : ""],
    [VIEWER.added, dayText(picture.created_at)],
    ...cameraTexts(picture.camera ?? {}),
  ];
  const all = document.createElement("dl");
  for (const [label, text] of facts.filter(([, text]) => text)) {
    const [term, value] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = label;
    value.textContent = text;
    all.append(term, value);
  }
  return all;
}

function location() {
  const badge = document.createElement("p");
  badge.className = "k-viewer-location k-small";
  badge.append(icon("place"), VIEWER.location);
  return badge;
}
