/** The smaller copy for the settings as they are now: one request at a time, the newest wish wins. */

import { Problem, offline, problemOf } from "../api.js";

const SETTLED = 80; // ms without a further change until it is asked for
const REMEMBERED = 6; // results that going back to costs nothing

/**
 * @typedef {{blob: Blob, url: string, contentType: string, width: number, height: number, bytes: number,
 *   similarity: number, frames: number, originalFrames: number, name: string, recipe: Record<string, unknown>}} Result
 */

export class Results {
  #calls;
  #wanted = "";
  #timer = 0;
  #stop = new AbortController();
  /** @type {Map<string, Result>} */
  #known = new Map();

  /**
   * @param {{media: () => Promise<{id: string}>, begun: () => void, came: (result: Result) => void,
   *   failed: (problem: Problem) => void}} calls `media` may take as long as an upload
   */
  constructor(calls) {
    this.#calls = calls;
  }

  /** @param {Record<string, unknown>} recipe */
  ask(recipe) {
    const wanted = JSON.stringify(recipe);
    clearTimeout(this.#timer);
    if (wanted === this.#wanted) return;
    this.#timer = setTimeout(() => this.#fetch(recipe, wanted), SETTLED);
  }

  /** Nothing is wanted any more; what is asked for next is asked even if it is the same. */
  stop() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#wanted = "";
  }

  dispose() {
    this.stop();
    for (const { url } of this.#known.values()) URL.revokeObjectURL(url);
    this.#known.clear();
  }

  async #fetch(recipe, wanted) {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#wanted = wanted;
    this.#calls.begun();
    try {
      const result = this.#known.get(wanted) ?? (await this.#make(recipe, signal));
      if (signal.aborted) return;
      this.#remember(wanted, result);
      this.#calls.came(result);
    } catch (problem) {
      if (signal.aborted) return;
      this.#wanted = "";
      this.#calls.failed(problem);
    }
  }

  async #make(recipe, signal) {
    const { id } = await this.#calls.media();
    signal.throwIfAborted();
    return compress(id, recipe, signal);
  }

  #remember(wanted, result) {
    this.#known.delete(wanted);
    this.#known.set(wanted, result);
    if (this.#known.size <= REMEMBERED) return;
    const [oldest, { url }] = this.#known.entries().next().value;
    this.#known.delete(oldest);
    URL.revokeObjectURL(url);
  }
}

/**
 * One smaller copy, of which the server keeps nothing.
 * @param {string} id
 * @param {Record<string, unknown>} recipe
 * @param {AbortSignal} signal
 * @returns {Promise<Result>}
 * @throws {Problem} and the browser's AbortError
 */
export async function compress(id, recipe, signal) {
  const answer = await asked(id, recipe, signal);
  if (!answer.ok) throw await problemOf(answer);
  const blob = await answer.blob().catch((error) => {
    throw error.name === "AbortError" ? error : offline();
  });
  const number = (name) => Number(answer.headers.get(name));
  return {
    blob,
    url: URL.createObjectURL(blob),
    contentType: blob.type,
    width: number("X-Width"),
    height: number("X-Height"),
    bytes: number("X-Compressed-Bytes"),
    similarity: number("X-Similarity"),
    frames: number("X-Frames"),
    originalFrames: number("X-Original-Frames"),
    name: nameIn(answer.headers.get("Content-Disposition") ?? ""),
    recipe,
  };
}

/** What the server would have the file called. @param {string} disposition */
function nameIn(disposition) {
  const [, quoted = ""] = /filename\*=UTF-8''(\S+)/.exec(disposition) ?? [];
  return decodeURIComponent(quoted);
}

async function asked(id, recipe, signal) {
  try {
    return await fetch(`/api/v1/media/${id}/compress`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(recipe),
      credentials: "same-origin",
      signal,
    });
  } catch (error) {
    throw error.name === "AbortError" ? error : offline();
  }
}
