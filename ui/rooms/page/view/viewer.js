/** The room's viewer: one picture after another, from the small copies alone; an original moves only when somebody saves. */

import { showToast } from "../../../components/toast.js";
import { listenToHands } from "../../../components/viewer/gestures.js";
import { grow } from "../../../components/viewer/grow.js";
import { QuietControls } from "../../../components/viewer/quiet_controls.js";
import { Stage } from "../../../components/viewer/stage.js";
import { listenToKeys } from "../../../components/viewer/viewer_keys.js";
import { viewerParts } from "../../../components/viewer/viewer_parts.js";
import { made } from "../../../components/made.js";
import { VIEWER } from "../panel_words.js";
import { EDGE, numberText } from "../words.js";
import { factsColumn } from "./viewer_facts.js";
import { footActions } from "./viewer_foot.js";

const GROUNDS = ["black", "grey", "white"];

/** @typedef {import("../state.js").Frame} Frame */

/**
 * @param {string} id
 * @param {import("./details.js").FrameCalls & {preview: (id: string) => Promise<string>,
 *   tileOf: (id: string) => HTMLElement | null, closed: (id: string) => void}} calls
 */
export function openViewer(id, calls) {
  return new Viewer(id, calls);
}

class Viewer {
  #id;
  #calls;
  #stage = new Stage();
  #parts;
  #controls;
  #facts;
  #over = new AbortController();
  /** @type {Frame[]} */
  #frames = [];
  /** @type {import("../state.js").RoomState | null} */
  #state = null;
  #isNew = true;
  /** @type {{id: string, url: string} | null} the larger picture that is shown */
  #larger = null;
  #asked = ""; // the frame whose larger picture was asked for last
  #hasFacts = false;

  constructor(id, calls) {
    this.#id = id;
    this.#calls = calls;
    const does = {
      close: () => this.close(),
      step: (by) => this.#step(by),
      facts: () => this.#toggleFacts(),
      keys: async () => (await import("./keys.js")).showRoomKeys(this.#parts.dialog),
      zoom: () => this.#stage.toggleActualSize(),
      ground: () => this.#nextGround(),
    };
    this.#parts = viewerParts(this.#stage.element, does);
    const { dialog } = this.#parts;
    dialog.dataset.ground = GROUNDS[0];
    this.#facts = factsColumn(calls, does.facts);
    this.#controls = new QuietControls(dialog, () => dialog.matches(":has(.k-viewer-control:hover, .k-viewer-facts)"));
    listenToKeys(dialog, { ...does, save: () => calls.save([this.#id]), delete: () => calls.remove([this.#id]) });
    dialog.addEventListener("keydown", ({ key, target }) => {
      if (key.toLowerCase() === "f" && !target.matches("input")) calls.favourite(this.#id);
    });
    dialog.addEventListener("cancel", (event) => (event.preventDefault(), this.close()));
    dialog.addEventListener("close", () => this.close());
    listenToHands(this.#stage, { ...does, tap: () => this.#controls.toggle() }, this.#over.signal);
    document.body.append(dialog);
    dialog.showModal();
    dialog.focus();
    this.#controls.wake();
  }

  /** @param {import("../state.js").RoomState} state @param {Frame[]} frames */
  show(state, frames) {
    const before = this.#index;
    this.#frames = frames;
    this.#state = state;
    if (this.#index < 0) {
      const next = frames[Math.min(Math.max(before, 0), frames.length - 1)];
      if (!next) return this.close();
      this.#id = next.id;
    }
    this.#draw();
  }

  async close() {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    this.#controls.stop();
    const { dialog } = this.#parts;
    const tile = this.#calls.tileOf(this.#id);
    dialog.setAttribute("data-leaving", "");
    await grow(this.#stage.image, tile, { back: true });
    dialog.close();
    dialog.remove();
    this.#stage.dispose();
    this.#calls.closed(this.#id);
  }

  get #index() {
    return this.#frames.findIndex(({ id }) => id === this.#id);
  }

  #draw() {
    const index = this.#index;
    const frame = this.#frames[index];
    const { title, place, buttons, foot, message } = this.#parts;
    title.textContent = `${numberText(frame.number)} ${EDGE[frame.sign][0]} ${frame.name}`;
    title.ariaLabel = `${frame.number}, ${frame.name}`;
    place.textContent = `${(index + 1).toLocaleString("en")} / ${this.#frames.length.toLocaleString("en")}`;
    buttons.previous.hidden = index === 0;
    buttons.next.hidden = index === this.#frames.length - 1;
    message.replaceChildren(...(frame.thumb ? [] : [made("p", "", VIEWER.nothing)]));
    footActions(foot, frame, this.#state, this.#calls);
    this.#facts.show(frame, this.#state);
    this.#showPicture(frame);
    if (this.#isNew) grow(this.#stage.image, this.#calls.tileOf(frame.id));
    this.#isNew = false;
  }

  /** The small picture at once, and the larger one over it when it has come. */
  async #showPicture(frame) {
    if (!frame.thumb) return this.#stage.show(null);
    if (this.#larger?.id === frame.id) return this.#stage.show(asPicture(frame, this.#larger.url));
    this.#stage.show(asPicture(frame, frame.thumb));
    if (frame.preview === "none" || this.#asked === frame.id) return;
    this.#asked = frame.id;
    try {
      const url = await this.#calls.preview(frame.id);
      await decoded(url);
      if (this.#id !== frame.id || this.#over.signal.aborted) return;
      this.#larger = { id: frame.id, url };
      this.#stage.show(asPicture(frame, url));
    } catch {
      // the small picture stays, which is what the sender's browser could make
    }
    for (const beside of [1, -1].map((by) => this.#frames[this.#index + by])) {
      if (beside && beside.preview === "known") this.#calls.preview(beside.id).catch(() => {});
    }
  }

  #step(by) {
    const next = this.#frames[this.#index + by];
    if (!next) return;
    this.#id = next.id;
    this.#larger = null;
    this.#asked = "";
    this.#draw();
  }

  #toggleFacts() {
    this.#hasFacts = !this.#hasFacts;
    const { dialog, buttons } = this.#parts;
    dialog.toggleAttribute("data-facts", this.#hasFacts);
    buttons.facts.setAttribute("aria-expanded", String(this.#hasFacts));
    if (this.#hasFacts) dialog.append(this.#facts.element);
    else {
      const hadFocus = this.#facts.element.contains(document.activeElement);
      this.#facts.element.remove();
      if (hadFocus) dialog.focus(); // else its keys would be gone with the column
    }
  }

  #nextGround() {
    const { dataset } = this.#parts.dialog;
    dataset.ground = GROUNDS[(GROUNDS.indexOf(dataset.ground) + 1) % GROUNDS.length];
  }
}

/** As the stage takes pictures: one smaller copy, and no original. @param {Frame} frame @param {string} url */
function asPicture({ id, name, width, height }, url) {
  const [w, h] = [width ?? 1, height ?? 1];
  const copy = { width: w, height: h, content_type: "image/webp", bytes: 0, url };
  return { id, name, alt: name, width: w, height: h, content_type: "", original_url: "", renditions: [copy] };
}

async function decoded(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
}
