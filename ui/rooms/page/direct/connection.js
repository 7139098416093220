/** One connection to a peer: negotiated, confirmed on both of its channels, mended while that is possible. */

import { confirmation, isConfirmation } from "../confirm.js";
import { Refused } from "../refused.js";
import { ConfirmedChannel } from "./confirmed_channel.js";
import { Negotiation } from "./negotiation.js";

export const HIGH_WATER = 256 * 1024; // bytes that wait in a connection; a frame more at most
const LOW_WATER = 128 * 1024;
const REACH_WITHIN = 20_000; // ms until both channels are confirmed
const TOLD_WITHIN = 1_000; // ms; why the other end closed a channel that was not confirmed comes another way
// ms; a path that is gone for a moment comes back by itself, and one end is enough to look for another
const MEND_AFTER = { offerer: 2_000, answerer: 5_000 };
const MEND_WITHIN = 15_000;
const CONTROL = 0;
const DATA = 1;
const OTHER = { offerer: "answerer", answerer: "offerer" };

/**
 * @typedef {"not_confirmed" | "unreachable" | "lost" | "closed"} Why a connection is over: who is there is not of the
 *   room or somebody sits in between; no way was found; the way is gone; one of both closed it
 */

export class Connection {
  /** @type {"opening" | "open" | "over"} */
  state = "opening";
  /** Bytes of frames that were given to it. */
  given = 0;
  #pc;
  #negotiation;
  #on;
  #send;
  #rtc;
  #polite;
  #control = null;
  #data = null;
  #channel = null; // the data channel itself, for how much waits in it
  #keys;
  #deadline;

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {RTCConfiguration} setting.rtc
   * @param {boolean} setting.polite
   * @param {(signal: object) => void} setting.send to the other end, by way of the server
   * @param {{opened: () => void, heard: (text: string) => void, framed: (frame: ArrayBuffer) => void,
   *   drained: () => void, over: (why: Why) => void}} setting.on
   */
  constructor({ keys, rtc, polite, send, on }) {
    this.#keys = keys;
    this.#on = on;
    this.#send = send;
    this.#rtc = rtc;
    this.#polite = polite;
    this.#begin();
    this.#within(REACH_WITHIN, "unreachable");
  }

  /** Begin it from this end. */
  call() {
    this.#openChannels();
  }

  /** @param {import("./negotiation.js").NegotiationSignal & {bye?: Why}} signal from the other end */
  async take(signal) {
    if (!this.#isLive) return;
    if (signal.bye) return void this.close(signal.bye === "not_confirmed" ? "not_confirmed" : "closed");
    // Chromium that takes its first offer back finds no way to the other end half of the time: one begins anew.
    if (this.#polite && this.#control && !this.#negotiation.role && signal.description?.type === "offer") this.#begin();
    await this.#negotiation.take(signal);
    if (this.#isLive && !this.#control) this.#openChannels(); // not before: that would be an offer as well
  }

  /** Whether another frame may be sent. */
  get hasRoom() {
    return this.state === "open" && this.#channel.bufferedAmount < HIGH_WATER;
  }

  /** Bytes that wait in this browser. */
  get waiting() {
    return this.#channel?.bufferedAmount ?? 0;
  }

  /** @param {Uint8Array} frame while there is room */
  send(frame) {
    this.given += frame.byteLength;
    this.#data.send(frame);
  }

  /** @param {string} text JSON */
  tell(text) {
    this.#control.send(text);
  }

  /** @param {Why} why @param {boolean} [telling] whether the other end is told by way of the server */
  close(why = "closed", telling = false) {
    if (!this.#isLive) return;
    this.state = "over";
    clearTimeout(this.#deadline);
    if (telling) this.#send({ bye: why });
    this.#end();
    this.#on.over(why);
  }

  get #isLive() {
    return this.state !== "over";
  }

  #begin() {
    this.#end();
    const pc = new RTCPeerConnection(this.#rtc);
    this.#pc = pc;
    this.#negotiation = new Negotiation(pc, {
      polite: this.#polite,
      send: (signal) => this.#isLive && pc === this.#pc && this.#send(signal),
      broken: (error) => pc === this.#pc && this.close(error instanceof Refused ? "not_confirmed" : "lost", true),
    });
    pc.onconnectionstatechange = () => this.#pathChanged();
  }

  #end() {
    this.#control?.close();
    this.#data?.close();
    this.#control = this.#data = null;
    if (!this.#pc) return;
    this.#pc.onconnectionstatechange = this.#pc.onnegotiationneeded = this.#pc.onicecandidate = null;
    this.#pc.close();
  }

  #openChannels() {
    const { heard, framed, drained } = this.#on;
    this.#control = this.#confirmed(this.#pc.createDataChannel("control", { negotiated: true, id: CONTROL }), heard);
    this.#channel = this.#pc.createDataChannel("data", { negotiated: true, id: DATA });
    this.#channel.bufferedAmountLowThreshold = LOW_WATER;
    this.#channel.onbufferedamountlow = drained;
    this.#data = this.#confirmed(this.#channel, framed);
  }

  #confirmed(channel, heard) {
    const settled = this.#negotiation.settled;
    return new ConfirmedChannel(channel, {
      heard,
      proof: async () => {
        const { role, offerer, answerer } = await settled;
        return confirmation(this.#keys, role, offerer, answerer);
      },
      isProof: async (sent) => {
        const { role, offerer, answerer } = await settled;
        return isConfirmation(this.#keys, OTHER[role], offerer, answerer, sent);
      },
      opened: () => this.#channelOpened(),
      failed: (why) => this.#failed(why),
    });
  }

  #failed(why) {
    if (why === "lost" && this.state === "opening") return this.#within(TOLD_WITHIN, why);
    this.close(why, why === "not_confirmed");
  }

  #channelOpened() {
    if (this.state !== "opening" || !this.#control.isOpen || !this.#data.isOpen) return;
    clearTimeout(this.#deadline);
    this.state = "open";
    this.#on.opened();
  }

  #pathChanged() {
    const path = this.#pc.connectionState;
    if (this.state !== "open") return;
    clearTimeout(this.#deadline);
    if (path === "disconnected") this.#deadline = setTimeout(() => this.#mend(), MEND_AFTER[this.#negotiation.role]);
    if (path === "failed") this.#mend();
  }

  #mend() {
    this.#within(MEND_WITHIN, "lost");
    this.#pc.restartIce();
  }

  #within(time, why) {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.close(why, true), time);
  }
}
