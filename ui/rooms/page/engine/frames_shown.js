/** The files of the room as frames; one that did not change is the same object as before. */

import { fromBase64url } from "../bytes.js";

/** @typedef {import("../room_view.js").SharedFile} SharedFile @typedef {import("../state.js").Frame} Frame */

export class FramesShown {
  #frames = new Map(); // object id → {key, frame}
  #thumbs = new Map(); // object id → object URL or null

  /**
   * @param {Iterable<SharedFile>} files
   * @param {(file: SharedFile) => Pick<Frame, "mine" | "sign" | "progress" | "way" | "trouble" | "preview" | "saysWhere">} standing
   * @param {string} myName
   * @returns {Frame[]}
   */
  of(files, standing, myName) {
    return Array.from(files, (file) => this.#frame(file, standing(file), myName));
  }

  #frame(file, standing, myName) {
    const { objectId: id, pickedBy, receivedBy, notes } = file;
    const key = JSON.stringify([standing, [...pickedBy], [...receivedBy], notes.length, myName]);
    const known = this.#frames.get(id);
    if (known?.key === key) return known.frame;
    const frame = Object.freeze({ ...this.#facts(file), ...standing, ...said(file, standing.mine, myName) });
    this.#frames.set(id, { key, frame });
    return frame;
  }

  #facts({ objectId: id, number, name, path, mime, size, originalSize, width, height, takenAt, by, thumb }) {
    return {
      number,
      id,
      name: name || `File ${number}`,
      path: path || name || "",
      mime: mime ?? "",
      bytes: originalSize ?? size,
      width: width || null,
      height: height || null,
      takenAt: takenAt ?? null,
      thumb: this.#thumb(id, thumb),
      by: by ?? "",
      speed: null,
      secondsLeft: null,
      savings: null,
    };
  }

  #thumb(id, text) {
    if (!text) return null;
    if (!this.#thumbs.has(id)) this.#thumbs.set(id, thumbUrl(text));
    return this.#thumbs.get(id);
  }
}

function said({ pickedBy, receivedBy, notes }, isMine, myName) {
  const others = [...receivedBy].filter((name) => isMine || name !== myName);
  return {
    picks: [...pickedBy].map((name) => ({ name, self: name === myName })),
    notes: notes.map(({ by, text }) => ({ by: by ?? "", text })),
    receivedBy: others.map((name) => name || "somebody"),
  };
}

/** A picture that another's browser wrote; what is none is not shown by an `img`, whatever it says it is. */
function thumbUrl(text) {
  try {
    return URL.createObjectURL(new Blob([fromBase64url(text)], { type: "image/webp" }));
  } catch {
    return null;
  }
}
