/** Everything between this page and one peer: up to four connections, found again when they are lost. */

import { Connection } from "./connection.js";
import { Lanes } from "./lanes.js";

const MOST = 4; // connections
const UNREACHED_AFTER = 8_000; // ms without a confirmed connection until others are told
const AGAIN_FIRST = 1_000; // ms; doubles with every try that fails
const AGAIN_LAST = 30_000;

/**
 * What a pair tells its owner.
 * @typedef {object} PairEvents
 * @property {() => void} met the first connection is confirmed; again after a time without any
 * @property {(why: import("./connection.js").Why) => void} parted there is none any more
 * @property {() => void} unreached none is confirmed for eight seconds
 * @property {() => void} tampered somebody sits in between, or does not know the room's secret; not tried again
 * @property {(message: Record<string, any>) => void} heard on a control channel
 * @property {(frame: ArrayBuffer) => void} framed on a data channel
 * @property {() => void} drained there may be room for a frame
 * @property {() => void} lost a connection is gone, and what was on its way in it
 */

export class Pair {
  /** The confirmed ones, the oldest first. @type {Connection[]} */
  open = [];
  lanes = new Lanes(this);
  #connections = new Map(); // number → Connection that is not over
  #highest = 0;
  #make;
  #send;
  #on;
  #tries = 0;
  #again = null;
  #alarm = null;
  #isEnded = false;
  #left = 0; // bytes that left by connections which are over

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {RTCConfiguration} setting.rtc
   * @param {boolean} setting.polite
   * @param {(signal: {connection: string}) => void} setting.send
   * @param {PairEvents} setting.on
   */
  constructor({ keys, rtc, polite, send, on }) {
    this.#make = (settings) => new Connection({ keys, rtc, polite, ...settings });
    this.#send = send;
    this.#on = on;
  }

  /** One connection more, where none is being made and there are not enough. Both ends may do that at once. */
  connect() {
    if (this.#isEnded || this.#connections.size >= MOST) return;
    if (this.#connections.size > this.open.length) return;
    this.#add(this.#highest + 1).call();
    if (this.open.length === 0) this.#alarm ??= setTimeout(() => this.#on.unreached(), UNREACHED_AFTER);
  }

  /** @param {Record<string, any>} signal from the peer, in the order it was sent */
  received(signal) {
    const number = Number(signal.connection);
    if (this.#isEnded || !Number.isSafeInteger(number)) return;
    const known = this.#connections.get(number);
    if (known) return void known.take(signal);
    if (number <= this.#highest || signal.description?.type !== "offer") return; // what is left of one that is over
    if (this.#connections.size >= MOST) return this.#send({ connection: signal.connection, bye: "closed" });
    this.#add(number).take(signal);
  }

  /** @param {Record<string, any>} message @returns {boolean} whether there was a way to say it */
  tell(message) {
    if (this.open.length === 0) return false;
    this.open[0].tell(JSON.stringify(message));
    return true;
  }

  /** Bytes of frames that left this browser. */
  get left() {
    return this.open.reduce((sum, { given, waiting }) => sum + given - waiting, this.#left);
  }

  /** @param {boolean} telling whether the peer is still there to be told */
  end(telling) {
    this.#isEnded = true;
    clearTimeout(this.#again);
    clearTimeout(this.#alarm);
    for (const connection of [...this.#connections.values()]) connection.close("closed", telling);
  }

  #add(number) {
    this.#highest = Math.max(this.#highest, number);
    const connection = this.#make({
      send: (signal) => this.#send({ connection: String(number), ...signal }),
      on: {
        opened: () => this.#opened(connection),
        heard: (text) => this.#heard(text),
        framed: (frame) => this.#on.framed(frame),
        drained: () => this.#on.drained(),
        over: (why) => this.#over(number, connection, why),
      },
    });
    this.#connections.set(number, connection);
    return connection;
  }

  #opened(connection) {
    this.open.push(connection);
    this.#tries = 0;
    clearTimeout(this.#alarm);
    this.#alarm = null;
    if (this.open.length === 1) this.#on.met();
    this.#on.drained();
  }

  #over(number, connection, why) {
    const wasOpen = this.open.includes(connection);
    this.#connections.delete(number);
    this.open = this.open.filter((one) => one !== connection);
    if (wasOpen) this.#left += connection.given;
    if (why === "not_confirmed") return this.#refuse();
    if (this.#isEnded) return;
    if (wasOpen) this.#on.lost();
    if (wasOpen && this.open.length === 0) this.#on.parted(why);
    if (this.#connections.size === 0) this.#tryAgain();
  }

  /** Nobody is believed any more: what else stands to this peer was made by way of the same server. */
  #refuse() {
    if (this.#isEnded) return;
    const wasMet = this.open.length > 0;
    this.end(true);
    if (wasMet) this.#on.parted("not_confirmed");
    this.#on.tampered();
  }

  #tryAgain() {
    clearTimeout(this.#again);
    const pause = Math.min(AGAIN_FIRST * 2 ** this.#tries, AGAIN_LAST);
    this.#tries += 1;
    this.#again = setTimeout(() => this.connect(), pause);
  }

  #heard(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return; // not of this protocol
    }
    if (typeof message?.type === "string") this.#on.heard(message);
  }
}
