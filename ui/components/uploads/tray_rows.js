/** The list in the upload tray: what failed first, then what is on its way, then some of those that wait. */

import { icon } from "../icons.js";
import { countText } from "../picture_facts.js";
import { TRY_AGAIN, UPLOADS } from "../picture_texts.js";

const MOST = 60;
const ORDER = ["failed", "sending", "finishing", "waiting", "twice", "cancelled", "done"];

/** @typedef {import("./upload_queue.js").Upload} Upload */

/**
 * Bring the list in step with the queue; rows are kept, so that a button under the pointer stays one.
 * @param {HTMLElement} list
 * @param {Upload[]} uploads
 * @param {{cancel: (upload: Upload) => void, retry: (upload: Upload) => void}} calls
 */
export function showRows(list, uploads, calls) {
  const shown = uploads.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, MOST);
  const known = new Map([...list.children].map((row) => [row.kUpload, row]));
  const rows = shown.map((upload) => known.get(upload) ?? rowOf(upload, calls));
  for (const row of rows) refresh(row);
  const more = uploads.length - shown.length;
  if (more) rows.push(moreRow(more));
  if (rows.length !== list.children.length || rows.some((row, at) => row !== list.children[at])) {
    list.replaceChildren(...rows);
  }
}

function rowOf(upload, { cancel, retry }) {
  const row = document.createElement("li");
  row.className = "k-upload";
  row.kUpload = upload;
  const name = part("span", "k-upload-name", upload.file.name);
  const state = part("span", "k-upload-state k-fact", "");
  const bar = part("span", "k-upload-bar", "");
  bar.append(document.createElement("span"));
  const again = part("button", "k-link k-upload-again", TRY_AGAIN);
  again.type = "button";
  again.addEventListener("click", () => retry(upload));
  const stop = part("button", "k-upload-stop", "");
  stop.type = "button";
  stop.ariaLabel = UPLOADS.cancelOne(upload.file.name);
  stop.append(icon("close"));
  stop.addEventListener("click", () => cancel(upload));
  row.append(name, state, bar, again, stop);
  return row;
}

function refresh(row) {
  const { kUpload: upload } = row;
  const [, state, bar, again, stop] = row.children;
  const { state: now, sent, file, sentence, canRetry } = upload;
  row.dataset.state = now;
  state.textContent = stateText(upload);
  state.title = sentence;
  bar.hidden = now !== "sending" && now !== "finishing";
  bar.firstElementChild.style.width = `${file.size ? (100 * sent) / file.size : 0}%`;
  again.hidden = now !== "failed" || !canRetry;
  stop.hidden = !["waiting", "sending", "finishing"].includes(now);
}

function stateText({ state, sent, file, sentence }) {
  if (sentence) return sentence;
  if (state === "sending") return `${Math.floor((100 * sent) / file.size)} %`;
  return { waiting: UPLOADS.waiting, finishing: UPLOADS.finishing, done: UPLOADS.done, cancelled: UPLOADS.cancelled }[state];
}

function moreRow(count) {
  const row = part("li", "k-upload k-soft", `and ${countText(count, "more picture", "more pictures")}`);
  row.kUpload = null;
  return row;
}

function part(tag, className, words) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}
