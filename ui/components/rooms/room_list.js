/** The rooms somebody has open, as the server lists them and this browser names them; looked at again now and then. */

import { api } from "../api.js";
import { all, forget } from "../../rooms/page/engine/own_rooms.js";
import { HeldRemovals } from "../../rooms/page/view/held_removals.js";
import { CLOSING } from "../../rooms/page/words.js";
import { closeRoom } from "../../rooms/page/room_calls.js";
import { made } from "../made.js";
import { ROOMS } from "../rooms_texts.js";
import { showToast } from "../toast.js";
import { RoomRow } from "./room_row.js";

const LOOK_EVERY = 30_000; // ms, while somebody sees the page
const MOST = 200; // in one call

/** @typedef {import("./room_row.js").ToldRoom} ToldRoom */
/** @typedef {import("./open_own_room.js").OwnRoom} OwnRoom */

/** @returns {Promise<ToldRoom[]>} every open room of who is signed in, newest first @throws {import("../api.js").Problem} */
export async function openRooms() {
  const rooms = [];
  for (let cursor = ""; cursor !== null; ) {
    const page = await api("GET", `/rooms?limit=${MOST}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    rooms.push(...page.items);
    cursor = page.next_cursor;
  }
  return rooms;
}

/** @returns {Promise<Map<string, OwnRoom>>} those whose key is here; none where the browser keeps nothing */
export const roomsHere = () =>
  all().then((rooms) => new Map(rooms.map((room) => [room.roomId, room])), () => new Map());

export class RoomList {
  element = made("ul", "k-rooms-list");
  #calls;
  /** @type {ToldRoom[]} */
  #told = [];
  /** @type {Map<string, OwnRoom>} */
  #here = new Map();
  /** @type {Map<string, RoomRow>} */
  #rows = new Map();
  #over = new AbortController();
  #held = new HeldRemovals(() => this.#draw(), this.#over.signal);
  #timer = 0;

  /** @param {{link: (own: OwnRoom) => void, drawn: (count: number) => void}} calls `drawn` is told how many are shown */
  constructor(calls) {
    this.#calls = calls;
    this.element.setAttribute("role", "list");
    this.element.ariaLabel = ROOMS.list;
    const { signal } = this.#over;
    document.addEventListener("visibilitychange", () => !document.hidden && this.look(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.look(), { signal });
    this.#timer = setInterval(() => !document.hidden && this.look(), LOOK_EVERY);
  }

  /** @param {ToldRoom[]} told */
  async show(told) {
    const here = await roomsHere();
    this.#told = told;
    this.#here = new Map(told.map(({ room_id: id }) => [id, here.get(id) && merged(here.get(id), this.#here.get(id))]));
    this.#draw();
  }

  /** See what is there now; what cannot be asked stays as it was. */
  async look() {
    const told = await openRooms().catch(() => null);
    if (told) await this.show(told);
  }

  dispose() {
    clearInterval(this.#timer);
    this.#over.abort();
  }

  #draw() {
    const shown = this.#told.filter(({ room_id: id }) => !this.#held.has(id));
    for (const [id, row] of this.#rows) {
      if (shown.some(({ room_id: other }) => other === id)) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
    for (const [at, told] of shown.entries()) {
      const row = this.#rows.get(told.room_id) ?? this.#added(told.room_id);
      row.show(told, this.#here.get(told.room_id) ?? null);
      const there = this.element.children[at];
      if (there !== row.element) this.element.insertBefore(row.element, there ?? null);
    }
    this.#calls.drawn(shown.length);
  }

  #added(id) {
    const row = new RoomRow({ link: (own) => this.#calls.link(own), close: () => this.#close(id) });
    this.#rows.set(id, row);
    return row;
  }

  #close(id) {
    this.#held.hold(CLOSING, () => this.#closeNow(id), [id]);
  }

  async #closeNow(id) {
    try {
      await closeRoom({ roomId: id }, null);
    } catch (problem) {
      if (problem.status !== 404 && problem.status !== 410) {
        showToast(problem.detail);
        return this.#held.release([id]);
      }
    }
    await forget(id).catch(() => {}); // it is over all the same
    await this.look();
  }
}

/** The one that is drawn already, while it is called the same. */
const merged = (own, drawn) => (drawn?.title === own.title ? drawn : own);
