/** The room's socket: it joins, says what it hears, passes signals on, and comes back by itself. */

import { roomAddress } from "./room_calls.js";
import { Signals } from "./signalling.js";

const PING_EVERY = 15_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const SLOWED_PAUSE = 10_000; // at least, after the server said that it was too much
const ENDS = { 4401: "auth", 4404: "unknown", 4410: "over" };
const TOO_FAST = 4429;

/**
 * @typedef {{type: "welcome", peers: string[], last_seq: number, expires_at: string, ice_servers: RTCIceServer[]}
 *   | {type: "joined" | "left", peer: string} | {type: "entry", seq: number}
 *   | {type: "stored" | "removed", object_id: string} | {type: "changed"}
 *   | {type: "signal", from: string, message: Record<string, any>}
 *   | {type: "forged", from: string}
 *   | {type: "lost", reason: string, isSlowed: boolean}
 *   | {type: "ended", why: "auth" | "unknown" | "over"}} Heard
 *   `forged` is a signal that nobody of the room sealed; after `lost` it tries again by itself, after `ended` never
 */

export class RoomSocket {
  #keys;
  #peer;
  #heard;
  #signals;
  /** @type {WebSocket | null} */
  #socket = null;
  #isWelcome = false;
  #failures = 0;
  #isUnanswered = false;
  #timer = 0;
  #pinging = 0;
  #over = new AbortController();

  /**
   * @param {import("./secret.js").RoomKeys} keys
   * @param {string} peer who this page is
   * @param {(what: Heard) => void} heard
   */
  constructor(keys, peer, heard) {
    this.#keys = keys;
    this.#peer = peer;
    this.#heard = heard;
    this.#signals = new Signals(keys, peer);
    globalThis.addEventListener("online", () => this.#connectNow(), { signal: this.#over.signal });
    this.#connect();
  }

  /**
   * @param {string} to
   * @param {string} connection which of a pair's connections it is about
   * @param {Record<string, any>} message
   * @returns {Promise<boolean>} false when there is no line now; nothing is kept for later, as it would be out of date
   */
  async signal(to, connection, message) {
    const sealed = await this.#signals.seal(to, connection, message);
    if (!this.#isWelcome) return false;
    this.#send({ type: "signal", to, sealed });
    return true;
  }

  /** Leave the room. */
  close() {
    this.#over.abort();
    clearTimeout(this.#timer);
    this.#drop();
  }

  #connect() {
    const address = new URL(roomAddress(this.#keys, "/socket"), globalThis.location.origin);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#isUnanswered = true;
    this.#pinging = setInterval(() => this.#look(), PING_EVERY);
    socket.addEventListener("open", () => this.#send({ type: "join", auth: this.#keys.auth, peer: this.#peer }));
    socket.addEventListener("message", ({ data }) => this.#take(JSON.parse(data)));
    socket.addEventListener("close", ({ code, reason }) => {
      if (socket === this.#socket) this.#lost(code, reason);
    });
  }

  /** The line is there again: do not wait for the end of the pause. */
  #connectNow() {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  /** Held against the last ping and not against the clock, which a browser lets sleep in tabs nobody sees. */
  #look() {
    if (this.#isUnanswered) {
      this.#lost(0, "silent");
    } else {
      this.#isUnanswered = true;
      this.#send({ type: "ping" });
    }
  }

  #send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  #take(told) {
    this.#isUnanswered = false;
    if (told.type === "welcome") {
      this.#isWelcome = true;
      this.#failures = 0;
    }
    if (told.type === "signal") this.#open(told);
    else if (told.type !== "pong") this.#heard(told);
  }

  async #open({ from, sealed }) {
    const message = await this.#signals.open(from, sealed).catch(() => undefined);
    if (this.#over.signal.aborted || message === null) return;
    this.#heard(message ? { type: "signal", from, message } : { type: "forged", from });
  }

  #lost(code, reason) {
    this.#drop();
    const why = ENDS[code];
    if (why) {
      this.#over.abort();
      this.#heard({ type: "ended", why });
      return;
    }
    const isSlowed = code === TOO_FAST;
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), Math.max(pause, isSlowed ? SLOWED_PAUSE : 0));
    this.#heard({ type: "lost", reason, isSlowed });
  }

  /** Let go of the socket; what it says later is not heard. */
  #drop() {
    clearInterval(this.#pinging);
    this.#isWelcome = false;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
