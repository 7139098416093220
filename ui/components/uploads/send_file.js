/** One picture on its way to the server: announce it, send its bytes, say that they are all there. */

import { Problem, api, offline } from "../api.js";
import { UNKNOWN } from "../texts.js";
import { pictureType } from "./accepted_files.js";

/**
 * @typedef {{upload_id: string, media_id: string, upload_url: string, headers?: Record<string, string>}} Intent
 * @param {{file: File, intent: Intent | null, signal: AbortSignal,
 *   progress: (sent: number) => void, announced: (intent: Intent) => void}} what
 *   `intent` is that of an earlier try, whose place at the server is used again
 * @returns {Promise<string>} the id of the picture
 * @throws {Problem} and the browser's AbortError
 */
export async function sendFile({ file, intent, signal, progress, announced }) {
  const earlier = intent && (await stateOf(intent, signal));
  let held = earlier && intent;
  if (!held) {
    const wish = { content_type: pictureType(file), bytes: file.size, filename: file.name };
    held = await api("POST", "/media/upload", wish, { signal });
    announced(held);
  }
  // An earlier try may have brought them all, its answer lost; or it may bring the last of them this moment.
  if (!earlier || earlier === "pending") {
    await sendBytes(held, file, signal, progress).catch((problem) => {
      if (problem.code !== "upload_finished") throw problem;
    });
  }
  await api("POST", `/media/upload/${held.upload_id}/complete`, undefined, { signal });
  return held.media_id;
}

/** How far an earlier try got, null when its place is gone. @param {Intent} intent @param {AbortSignal} signal */
async function stateOf(intent, signal) {
  try {
    return (await api("GET", `/media/upload/${intent.upload_id}/status`, undefined, { signal })).status;
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

/** Give up a place at the server; it would free itself in time. @param {Intent} intent */
export function giveUp(intent) {
  api("DELETE", `/media/upload/${intent.upload_id}`).catch(() => {}); // the server's sweep does it otherwise
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
function sendBytes({ upload_url: url, headers }, file, signal, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("load", () => (request.status < 300 ? resolve() : reject(problemIn(request))));
    request.addEventListener("error", () => reject(offline()));
    request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemIn({ status, responseText }) {
  try {
    const { detail, code } = JSON.parse(responseText);
    return new Problem({ detail: detail || UNKNOWN, code: code || "unknown", status });
  } catch {
    return new Problem({ detail: UNKNOWN, code: "unknown", status });
  }
}

/**
 * Whether the library has exactly these bytes already.
 * @param {File} file
 * @returns {Promise<boolean>} false as well where the browser cannot tell (plain http)
 */
export async function isInLibrary(file) {
  if (!crypto.subtle) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const { items } = await api("GET", `/media?limit=1&sha256=${sha256}`);
  return items.length > 0;
}
