/** One request that carries bytes, and what the server then holds. */

import { Problem, offline } from "../api.js";
import { UNKNOWN } from "../texts.js";

const STALLED = 45_000; // without a byte moving; a line that died says nothing by itself for many minutes

/**
 * XMLHttpRequest, because fetch does not tell how much has been sent.
 * @param {{method: string, url: string, headers: Record<string, string>, body: ArrayBuffer,
 *   signal: AbortSignal, progress: (sent: number) => void}} what
 * @returns {Promise<{offset: number | null}>} how many bytes the server holds, where it says so
 * @throws {Problem} with `offset` where a refusal says it; code `offline` when no answer came; the browser's AbortError
 */
export function sendPiece({ method, url, headers, body, signal, progress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const over = new AbortController();
    const settle = (how, what) => {
      clearTimeout(timer);
      over.abort();
      how(what);
    };
    const stalled = () => request.abort();
    let timer = setTimeout(stalled, STALLED);
    const moving = () => {
      clearTimeout(timer);
      timer = setTimeout(stalled, STALLED);
    };
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded }) => {
      moving();
      progress(loaded);
    });
    request.addEventListener("load", () => {
      if (request.status < 300) settle(resolve, { offset: offsetOf(request) });
      else settle(reject, problemIn(request));
    });
    request.addEventListener("error", () => settle(reject, offline()));
    request.addEventListener("abort", () => {
      settle(reject, signal.aborted ? new DOMException("", "AbortError") : offline());
    });
    signal.addEventListener("abort", () => request.abort(), { signal: over.signal });
    request.send(body);
  });
}

function offsetOf(request) {
  const text = request.getResponseHeader("Upload-Offset");
  return text === null ? null : Number(text);
}

function problemIn(request) {
  const seconds = Number.parseInt(request.getResponseHeader("Retry-After") ?? "", 10);
  const problem = new Problem({
    ...told(request),
    status: request.status,
    retryAfter: Number.isNaN(seconds) ? null : seconds,
  });
  return Object.assign(problem, { offset: offsetOf(request) });
}

function told({ responseText }) {
  try {
    const { detail, code } = JSON.parse(responseText);
    return { detail: detail || UNKNOWN, code: code || "unknown" };
  } catch {
    return { detail: UNKNOWN, code: "unknown" };
  }
}
