/** The viewer's facts column: what is known of a picture, and what its owner can write: name, description and tags. */

import { icon } from "../icons.js";
import { bytesText, cameraTexts, dayText, kindText, pixelsText } from "../picture_facts.js";
import { VIEWER } from "../picture_texts.js";
import { pictureTags } from "./picture_tags.js";
import { renewWriting, writingField } from "./writing_field.js";

/**
 * @param {import("../picture_links.js").Picture} picture
 * @param {import("./unsent_details.js").UnsentDetails} unsent
 * @param {{saved: (picture: object) => void, close: () => void}} calls `saved` gets the server's answer
 * @returns {HTMLElement}
 */
export function factsColumn(picture, unsent, { saved, close }) {
  const column = document.createElement("aside");
  column.className = "k-viewer-facts";
  column.ariaLabel = VIEWER.facts;
  const name = { field: "name", label: VIEWER.name, tag: "input", most: 100 };
  const alt = { field: "alt", label: VIEWER.alt, tag: "textarea", most: 2000, help: VIEWER.altHelp };
  const written = [name, alt].map((one) => writingField(picture, one, unsent, saved));
  column.append(head(close), ...written, pictureTags(picture, saved), known(picture));
  return column;
}

/**
 * Bring the column in step with what the server says now; what somebody is writing, and what was said to it, stays.
 * @param {HTMLElement} column
 * @param {import("../picture_links.js").Picture} picture
 */
export function renewFacts(column, picture) {
  for (const input of column.querySelectorAll(".k-input")) renewWriting(input, picture);
  column.lastElementChild.replaceWith(known(picture));
}

function head(close) {
  const line = document.createElement("div");
  line.className = "k-viewer-facts-head";
  const title = document.createElement("h3");
  title.className = "k-title";
  title.textContent = VIEWER.facts;
  const button = document.createElement("button");
  button.className = "k-flat k-viewer-button";
  button.type = "button";
  button.ariaLabel = VIEWER.closeFacts;
  button.append(icon("close"));
  button.addEventListener("click", close);
  line.append(title, button);
  return line;
}

function known(picture) {
  const part = document.createElement("div");
  part.className = "k-viewer-known";
  if (picture.has_location) part.append(location()); // first: it is what one must not overlook
  part.append(list(picture));
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
