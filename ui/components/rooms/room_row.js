/** One open room in the list: what it is called where this browser knows it, until when it is there, and what one can do. */

import { made, pressable } from "../made.js";
import { exactly, goneIn, isLastDay } from "../../rooms/page/view/moments.js";
import { ROOMS, roomFacts } from "../rooms_texts.js";
import { linkTo } from "./open_own_room.js";

/**
 * @typedef {{room_id: string, keep: string, created_at: string, expires_at: string, bytes_stored: number,
 *   people_inside: number}} ToldRoom as the API lists it
 */

export class RoomRow {
  element = made("li", "k-rooms-row");
  #name = made("span", "k-rooms-name");
  #end = made("time");
  #facts = made("span");
  #elsewhere = made("p", "k-small k-soft", ROOMS.elsewhere);
  #link;
  #close;
  #called = made("span", "k-unseen");
  /** @type {import("./open_own_room.js").OwnRoom | null | undefined} */
  #own;

  /** @param {{link: (own: import("./open_own_room.js").OwnRoom) => void, close: () => void}} calls */
  constructor(calls) {
    this.#link = pressable("k-button", ROOMS.link, () => calls.link(this.#own));
    this.#close = pressable("k-button", ROOMS.close, calls.close);
    this.#link.append(this.#called.cloneNode());
    this.#close.append(this.#called);
    const facts = made("p", "k-fact k-soft", this.#end, " · ", this.#facts);
    const words = made("div", "k-rooms-words", this.#name, facts, this.#elsewhere);
    this.element.append(words, made("div", "k-rooms-actions", this.#link, this.#close));
  }

  /** @param {ToldRoom} told @param {import("./open_own_room.js").OwnRoom | null} own null when its key is not here */
  show(told, own) {
    if (this.#own !== own) this.#showName(own);
    this.#own = own;
    const end = Date.parse(told.expires_at);
    this.#end.textContent = goneIn(end);
    this.#end.title = exactly(end);
    this.#end.dateTime = told.expires_at;
    this.#end.toggleAttribute("data-last", isLastDay(end));
    this.#facts.textContent = roomFacts(told, own?.hasPassword);
  }

  #showName(own) {
    const name = own?.title || ROOMS.untitled;
    const link = own && Object.assign(made("a", "", name), { href: linkTo(own) });
    this.#name.replaceChildren(link ?? name);
    this.#elsewhere.hidden = own !== null;
    this.#link.hidden = own === null;
    for (const called of this.element.querySelectorAll(".k-unseen")) called.textContent = ` ${name}`;
  }
}
