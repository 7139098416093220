/** The room page's engine: from the address to an open room, what people ask of it, and one picture of it at a time. */

import { linkOf, parseLink } from "../secret.js";
import { roomTold } from "../room_calls.js";
import { faultOf, overDoor, wayIn } from "./entering.js";
import { ofRoom } from "./own_rooms.js";
import { Previews } from "./previews.js";
import { Room } from "./room.js";
import { RoomShown } from "./room_shown.js";
import { Batch } from "./saving.js";
import { Visit, forgetOldVisits } from "./visit.js";
import { WakeWhile } from "./wake_lock.js";

const SHOW_EVERY = 50; // ms
const LATEST_PAINT = 300; // ms
const acts = () => import("./room_actions.js"); // what is done in a room is loaded when it is
const AGAIN_AFTER = 2_000; // ms, when the server cannot be reached at the door

/** @typedef {import("../state.js").RoomState} RoomState */

export class Engine {
  /** @type {(state: RoomState) => void} */
  #show;
  /** @type {Room | null} */
  #room = null;
  #shown = null;
  #batch = null;
  #previews = null;
  #wake = new WakeWhile();
  #timer = 0;
  #again = 0;

  /** @param {(state: RoomState) => void} show */
  begin(show) {
    this.#show = show;
    if (!globalThis.isSecureContext) return this.#stand({ phase: "insecure" });
    globalThis.addEventListener("hashchange", () => this.#enter());
    return this.#enter();
  }

  /** @type {import("../state.js").Actions} */
  actions = {
    enter: async (text) => {
      const link = parseLink(text);
      if (!link) throw Object.assign(new Error(), { code: faultOf(text) });
      const site = /^https?:\/\/[^/]+/.exec(text.trim())?.[0] ?? location.origin;
      const whole = linkOf(site, link.secret, link.hasPassword);
      if (site !== location.origin) return location.assign(whole);
      if (location.href === whole) return this.#enter();
      location.hash = new URL(whole).hash; // and `hashchange` does the rest
    },
    password: (text) => this.#enter(text),
    located: async (chosen) => (await import("../pieces/location.js")).countLocated(chosen),
    add: async (chosen, options) => (await import("./adding.js")).addFiles(this.#room, chosen, options),
    handed: async (begins) => (await import("./hand_over.js")).take(this.#room.keys.roomId, begins),
    preview: (id) => this.#previews.of(id, this.#frame(id)?.thumb ?? null),
    save: (ids) => this.#batch.save(ids),
    saveToLibrary: (ids) => this.#batch.toLibrary(ids),
    pick: async (id, on) => (await acts()).pickFile(this.#room, id, on),
    note: async (id, text) => (await acts()).writeNote(this.#room, id, text),
    remove: async (ids) => (await acts()).removeFiles(this.#room, ids),
    cancel: async (id) => this.#room.getting.cancel(id),
    retry: (id) => this.#batch.save([id]),
    setName: async (name) => (await acts()).setName(this.#room, name),
    shorten: async (at) => (await acts()).change(this.#room, { expires_at: new Date(at).toISOString() }),
    undoShorten: async () => (await acts()).change(this.#room, { expires_at: this.#room.told.latest_expiry }),
    setKeep: async (keep) => (await acts()).change(this.#room, { keep }),
    close: async () => (await acts()).closeForAll(this.#room),
    qr: async (text) => (await import("../pieces/qr.js")).qrModules(text),
    agreeToKeep: async () => {
      this.#room.hasAgreed = true;
      this.#room.changed();
    },
  };

  /** @param {string | null} [password] */
  async #enter(password = null) {
    clearTimeout(this.#again);
    this.#leave();
    const { hash } = location;
    if (password === null) this.#stand({ phase: "opening" });
    try {
      const way = await wayIn(hash, password);
      if (location.hash !== hash) return; // another link meanwhile
      if (way.phase === "open") await this.#open(way);
      else this.#stand(way);
      if (way.phase === "limited") this.#again = setTimeout(() => this.#enter(), way.retryAfter * 1000);
    } catch (problem) {
      if (password !== null) throw problem;
      if (problem.status === undefined) throw problem;
      this.#again = setTimeout(() => this.#enter(), AGAIN_AFTER);
    }
  }

  async #open({ keys, told }) {
    const visit = await Visit.of(keys.roomId, Date.parse(told.latest_expiry));
    const own = await ofRoom(keys.roomId).catch(() => null);
    const on = { changed: () => this.#soon(), ended: () => this.#over() };
    const room = new Room({ keys, told, own, visit, on });
    this.#batch = new Batch(room);
    this.#shown = new RoomShown(room, this.#batch);
    this.#previews = new Previews(room);
    await room.read();
    this.#room = room;
    this.#draw();
    await nextPaint();
    await room.begin();
    const { goOn, leaveOld } = await import("./left_here.js");
    leaveOld(await forgetOldVisits().catch(() => [keys.roomId]));
    goOn(room, this.#batch).catch(console.info); // what lies here is fetched again when somebody saves it
  }

  #leave() {
    this.#room?.close();
    this.#room = null;
    this.#wake.show(false);
  }

  async #over() {
    const { keys } = this.#room;
    this.#leave();
    const door = await roomTold(keys).then(() => ({ phase: "over" }), overDoor);
    this.#stand(door);
  }

  #stand(door) {
    this.#show({ title: "", ...door });
  }

  /** Several changes are one picture. */
  #soon() {
    this.#timer ||= setTimeout(() => this.#draw(), SHOW_EVERY);
  }

  #draw() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#room) return;
    const state = this.#shown.state(location.href);
    this.#wake.show(!state.foot.mayClose);
    this.#show(Object.freeze(state));
    this.#last = state;
  }

  #frame(id) {
    return this.#last?.frames.find((frame) => frame.id === id);
  }

  /** @type {RoomState | null} */
  #last = null;
}

/** What is drawn is seen before more is loaded; a page that nobody sees does not wait for that. */
const nextPaint = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LATEST_PAINT);
  });
