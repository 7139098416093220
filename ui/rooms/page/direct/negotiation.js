/** How two ends agree on one connection, whoever begins: perfect negotiation, and the roles that follow from it. */

import { fingerprintOf, withSha256Alone } from "../confirm.js";
import { same } from "../bytes.js";
import { Refused } from "../refused.js";

const TOGETHER = 20; // ms; candidates found in that time leave as one signal, as a server limits how many one sends

/**
 * @typedef {{role: "offerer" | "answerer", offerer: Uint8Array, answerer: Uint8Array}} Settled
 *   this end's role, and the SHA-256 of both certificates; what was settled first stays so
 * @typedef {{description?: RTCSessionDescriptionInit, candidates?: RTCIceCandidateInit[]}} NegotiationSignal
 */

export class Negotiation {
  /** @type {Promise<Settled>} rejects never; stays open while nothing is agreed on */
  settled;
  #pc;
  #polite;
  #send;
  #broken;
  #settle;
  /** @type {Settled | null} */
  #agreed = null;
  #offering = false;
  #early = [];
  #found = [];
  #turn = Promise.resolve();

  /**
   * @param {RTCPeerConnection} pc whose channels are made by the caller; making the first begins an offer
   * @param {{polite: boolean, send: (signal: NegotiationSignal) => void, broken: (error: Error) => void}} how
   */
  constructor(pc, { polite, send, broken }) {
    this.#pc = pc;
    this.#polite = polite;
    this.#send = send;
    this.#broken = broken;
    this.settled = new Promise((settle) => (this.#settle = settle));
    pc.onnegotiationneeded = () => this.#offer().catch(broken);
    pc.onicecandidate = ({ candidate }) => candidate && this.#foundOne(candidate.toJSON());
  }

  /** This end's role; undefined while nothing is agreed on. @returns {Settled["role"] | undefined} */
  get role() {
    return this.#agreed?.role;
  }

  /** What the other end sent, in the order it was sent. @param {NegotiationSignal} signal @returns {Promise<void>} */
  take({ description, candidates = [] }) {
    this.#turn = this.#turn
      .then(() => description && this.#takeDescription(description))
      .then(() => this.#takeCandidates(candidates))
      .catch(this.#broken);
    return this.#turn;
  }

  async #offer() {
    try {
      this.#offering = true;
      await this.#pc.setLocalDescription();
      this.#describe();
    } finally {
      this.#offering = false;
    }
  }

  async #takeDescription({ type, sdp }) {
    const pc = this.#pc;
    const collides = type === "offer" && (this.#offering || pc.signalingState !== "stable");
    if (collides && !this.#polite) return;
    if (type === "answer" && pc.signalingState !== "have-local-offer") return;
    await pc.setRemoteDescription({ type, sdp: withSha256Alone(sdp) }); // takes one's own offer back where they collide
    if (type === "offer") {
      await pc.setLocalDescription();
      this.#describe();
    }
    this.#agree(type === "offer" ? "answerer" : "offerer");
    const early = this.#early.splice(0);
    await this.#takeCandidates(early);
  }

  async #takeCandidates(candidates) {
    const known = this.#pc.remoteDescription?.sdp;
    if (!known) return void this.#early.push(...candidates);
    for (const candidate of candidates) {
      const { usernameFragment } = candidate;
      if (usernameFragment && !known.includes(`a=ice-ufrag:${usernameFragment}`)) continue; // of an offer that fell
      await this.#pc.addIceCandidate(candidate).catch(() => {}); // it leads nowhere; others may
    }
  }

  /** The certificates belong to the connection: an end that shows another later is not the one it was. */
  #agree(role) {
    const { localDescription, remoteDescription } = this.#pc;
    const [mine, theirs] = [fingerprintOf(localDescription.sdp), fingerprintOf(remoteDescription.sdp)];
    const before = this.#agreed;
    if (before) {
      const known = before.role === "offerer" ? before.answerer : before.offerer;
      if (!same(known, theirs)) throw new Refused("not_authentic");
      return;
    }
    const [offerer, answerer] = role === "offerer" ? [mine, theirs] : [theirs, mine];
    this.#agreed = { role, offerer, answerer };
    this.#settle(this.#agreed);
  }

  #describe() {
    const { type, sdp } = this.#pc.localDescription;
    this.#send({ description: { type, sdp: withSha256Alone(sdp) } });
  }

  #foundOne(candidate) {
    if (this.#found.push(candidate) > 1) return;
    setTimeout(() => this.#send({ candidates: this.#found.splice(0) }), TOGETHER);
  }
}
