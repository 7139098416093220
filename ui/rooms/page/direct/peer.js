/** One peer: what it wants, what it has, how fast it goes, over the pair of connections to it. */

import { Goodput, Slowness } from "./goodput.js";
import { Pair } from "./pair.js";
import { Serving } from "./serving.js";

export class Peer {
  /** @type {Pair} */
  pair;
  /** @type {string} */
  id;
  /** @type {import("./receiving.js").Source} */
  source;
  #serving;
  #happened;
  #has;
  #out = new Goodput();
  #left = 0;
  #slow = { in: new Slowness(), out: new Slowness() };
  #saying = Promise.resolve();

  /**
   * @param {object} setting
   * @param {string} setting.id
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {RTCConfiguration} setting.rtc
   * @param {boolean} setting.polite
   * @param {(objectId: string, first: number, end: number) => Promise<Uint8Array[]>} setting.sealedRange
   * @param {(event: {type: string}) => void} setting.happened
   * @param {(signal: object) => Promise<void>} setting.send
   * @param {() => void} setting.met
   * @param {() => void} setting.lost
   * @param {() => void} setting.parted
   * @param {(frame: ArrayBuffer) => void} setting.framed
   * @param {(objectId: string, told: string) => void} setting.has
   */
  constructor({ id, keys, rtc, polite, sealedRange, happened, send, met, lost, parted, framed, has }) {
    this.id = id;
    this.#happened = (event) => happened({ peer: id, ...event });
    this.#has = has;
    this.pair = new Pair({
      ...{ keys, rtc, polite },
      send: (signal) => this.#say(() => send(signal)),
      on: {
        met: () => {
          met();
          this.#happened({ type: "met" });
        },
        parted: (why) => {
          this.#serving.stop();
          parted();
          this.#happened({ type: "parted", why });
        },
        unreached: () => this.#happened({ type: "unreached" }),
        tampered: () => this.#happened({ type: "tampered" }),
        heard: (message) => this.#heard(message),
        framed,
        drained: () => this.#serving.pump(),
        lost,
      },
    });
    const failed = (objectId, error) => {
      this.pair.tell({ type: "have", object_id: objectId, bitmap: "" });
      this.#happened({ type: "unserved", objectId, error });
    };
    this.#serving = new Serving({ sealedRange, lanes: this.pair.lanes, failed });
    this.source = {
      id,
      want: (slot, objectId, ranges) => this.pair.tell({ type: "want", slot, object_id: objectId, ranges }),
      cancel: (slot) => this.pair.tell({ type: "cancel", slot }),
    };
  }

  /** @param {number} now ms @returns {number} bytes per second that leave for it */
  speedOut(now) {
    return this.#out.rate(now);
  }

  /** To be called some times a second. @param {number} now ms @param {{rate: number, isBusy: boolean}} incoming */
  look(now, incoming) {
    const { left } = this.pair;
    const isServing = this.#serving.isBusy || this.pair.open.some(({ waiting }) => waiting > 0);
    this.#out.add(Math.max(0, left - this.#left), now);
    this.#left = left;
    if (isServing) {
      this.pair.lanes.look(now, left);
      this.#serving.pump(); // into a lane that was added
    }
    this.#lookAt("in", incoming.rate, incoming.isBusy, now);
    this.#lookAt("out", this.speedOut(now), isServing, now);
  }

  /** @param {boolean} telling whether it is there to be told */
  end(telling) {
    this.#serving.stop();
    this.pair.end(telling);
  }

  #lookAt(way, rate, isBusy, now) {
    const slow = this.#slow[way];
    if (slow.look(rate, isBusy, now)) this.#happened({ type: "slow", way, isSlow: slow.isSlow });
  }

  #heard(message) {
    const { type, object_id: objectId } = message;
    if (type === "want") this.#serving.want(message);
    else if (type === "cancel") this.#serving.cancel(message.slot);
    else if (type === "have" && typeof message.bitmap === "string") {
      this.#has(objectId, message.bitmap);
      this.#happened({ type: "has", objectId, bitmap: message.bitmap });
    } else if (type === "progress") this.#happened({ type: "progress", objectId, chunks: message.chunks });
    else this.#happened({ type: "heard", message });
  }

  /** One after another: a signal that overtakes another would count as an old one. */
  #say(send) {
    this.#saying = this.#saying.then(send).catch((error) => console.info("a signal was not sent", error.message));
  }
}
