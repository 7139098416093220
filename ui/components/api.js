/** Calls of the REST API, with the browser's session unless told otherwise; everything that goes wrong arrives as a `Problem`. */

import { OFFLINE, UNKNOWN } from "./texts.js";

export const BASE = "/api/v1";

/** A refusal or failure, with the sentence a person may read. */
export class Problem extends Error {
  /**
   * @param {{detail: string, code: string, status: number, retryAfter?: number | null,
   *          errors?: {field: string, message: string}[], facts?: Record<string, any>}} told
   *   `status` is 0 when no answer came; `retryAfter` is in seconds; `facts` are what else was said, by name
   */
  constructor({ detail, code, status, retryAfter = null, errors = [], facts = {} }) {
    super(detail);
    this.name = "Problem";
    this.detail = detail;
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
    this.errors = errors;
    this.facts = facts;
  }
}

/**
 * One call; resolves to the parsed answer, or null when it has no body.
 * @param {string} method
 * @param {string} path below the API's base, such as `/media?limit=30`
 * @param {unknown} [body] sent as JSON, except FormData, Blob and ArrayBuffer, which go as they are
 * @param {{signal?: AbortSignal, keepalive?: boolean, headers?: Record<string, string>,
 *   credentials?: RequestCredentials}} [options] `keepalive` lets the call outlive the page
 * @returns {Promise<any>}
 * @throws {Problem} also when offline (code `offline`); an aborted call rejects with the browser's AbortError
 */
export async function api(method, path, body, options = {}) {
  const answer = await send(method, path, body, options);
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? null : readJson(answer, options.signal);
}

/**
 * The problem an answer tells of.
 * @param {Response} answer
 * @returns {Promise<Problem>}
 */
export async function problemOf(answer) {
  const told = await answer.json().catch(() => null);
  const seconds = Number.parseInt(answer.headers.get("Retry-After") ?? "", 10);
  return new Problem({
    detail: told?.detail || UNKNOWN,
    code: told?.code || "unknown",
    status: answer.status,
    retryAfter: Number.isNaN(seconds) ? null : seconds,
    errors: told?.errors ?? [],
    facts: told ?? {},
  });
}

/** The problem of an answer that never came. */
export function offline() {
  return new Problem({ detail: OFFLINE, code: "offline", status: 0 });
}

async function send(method, path, body, { headers: more, ...options }) {
  const asIs = body instanceof FormData || body instanceof Blob || body instanceof ArrayBuffer;
  const headers = { Accept: "application/json", ...more };
  if (body !== undefined && !asIs) headers["Content-Type"] = "application/json";
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined || asIs ? body : JSON.stringify(body),
      credentials: "same-origin",
      ...options,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw offline();
  }
}

async function readJson(answer, signal) {
  try {
    return await answer.json();
  } catch {
    signal?.throwIfAborted(); // given up in the middle of the answer, which is no trouble
    throw offline(); // the connection broke there
  }
}
