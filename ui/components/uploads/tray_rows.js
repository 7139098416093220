/** The list in the upload tray: what failed first, then what is on its way, then some of those that wait. */

import { icon } from "../icons.js";
import { countText } from "../picture_facts.js";
import { TRY_AGAIN, UPLOADS } from "../picture_texts.js";
import { canPause, isSentAgain, isUnfinished, percentOf } from "./upload.js";

const MOST = 60;
const ORDER = ["failed", "unread", "sending", "finishing", "paused", "missing", "hashing", "ready", "waiting"];
const PLACE = new Map([...ORDER, "making", "twice", "cancelled", "done"].map((state, place) => [state, place]));

/** @typedef {import("./upload.js").Upload | import("./unfinished.js").Missing} Row */

/**
 * Bring the list in step with the queue; rows are kept, so that a button under the pointer stays one.
 * @param {HTMLElement} list
 * @param {Row[]} uploads
 * @param {import("./upload_queue.js").UploadQueue} queue
 */
export function showRows(list, uploads, queue) {
  const shown = uploads.toSorted((a, b) => PLACE.get(a.state) - PLACE.get(b.state)).slice(0, MOST);
  const known = new Map([...list.children].map((row) => [row.kUpload, row]));
  const rows = shown.map((upload) => known.get(upload) ?? rowOf(upload, queue));
  for (const row of rows) refresh(row);
  const more = uploads.length - shown.length;
  if (more) rows.push(moreRow(more));
  if (rows.length !== list.children.length || rows.some((row, at) => row !== list.children[at])) {
    list.replaceChildren(...rows);
  }
}

function rowOf(upload, queue) {
  const row = document.createElement("li");
  row.className = "k-upload";
  row.kUpload = upload;
  const { name } = upload.file;
  const bar = part("span", "k-upload-bar", "");
  bar.append(document.createElement("span"));
  const does = button("k-flat k-upload-does", "", () => pressed(upload, queue));
  const stop = button("k-flat k-upload-stop", "", () => queue.cancel([upload]));
  stop.ariaLabel = UPLOADS.cancelOne(name);
  stop.append(icon("close"));
  const state = part("span", "k-upload-state k-fact", "");
  state.append(icon("trouble"), part("span", "", ""));
  row.append(part("span", "k-upload-name", name), state, bar, does, stop);
  return row;
}

function refresh(row) {
  const { kUpload: upload } = row;
  const [, state, bar, does, stop] = row.children;
  const { state: now, sent, file } = upload;
  row.dataset.state = now;
  state.lastElementChild.textContent = stateText(upload);
  bar.hidden = !["sending", "finishing", "paused", "missing"].includes(now) || !sent;
  bar.firstElementChild.style.width = `${percentOf(sent, file.size)}%`;
  const words = wordsOf(upload);
  does.hidden = !words;
  does.textContent = words;
  does.ariaLabel = `${words} ${file.name}`;
  stop.hidden = !isUnfinished(upload);
}

/** The one thing that can be done about it besides giving it up. */
function wordsOf(upload) {
  if (upload.state === "failed") return upload.canRetry ? TRY_AGAIN : "";
  if (upload.state === "paused") return UPLOADS.goOn;
  return canPause(upload) ? UPLOADS.pause : "";
}

function pressed(upload, queue) {
  if (upload.state === "failed") queue.retry(upload);
  else if (upload.state === "paused") queue.resume([upload]);
  else queue.pause([upload]);
}

function stateText(upload) {
  const { state, sent, file, sentence } = upload;
  if (sentence) return sentence;
  const percent = percentOf(sent, file.size);
  if (isSentAgain(upload)) return `${percent} % · ${UPLOADS.sentAgain}`;
  if (state === "sending") return `${percent} %`;
  if (state === "paused") return sent ? UPLOADS.rowPausedAt(percent) : UPLOADS.rowPaused;
  if (state === "missing") return sent ? UPLOADS.partIsHere(percent) : UPLOADS.notSent;
  return UPLOADS.states[state];
}

function moreRow(count) {
  const row = part("li", "k-upload k-soft", `and ${countText(count, "more picture", "more pictures")}`);
  row.kUpload = null;
  return row;
}

function button(className, words, onPress) {
  const press = part("button", className, words);
  press.type = "button";
  press.addEventListener("click", onPress);
  return press;
}

function part(tag, className, words) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}
