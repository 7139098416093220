/** Signals: messages from peer to peer that the server passes on and cannot read, forge or play again. */

import { base64url, fromBase64url, fromHex, hex, joined, utf8 } from "./bytes.js";
import { Refused } from "./refused.js";

const NONCE = 12;
const PEER = 12;
const PLACE = joined(utf8("kamra-room-1/signal"), Uint8Array.of(0));

/** @returns {string} who this page is, in hexadecimal; fresh for each load */
export const newPeer = () => hex(crypto.getRandomValues(new Uint8Array(PEER)));

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} from
 * @param {string} to
 * @param {string} text JSON
 * @param {Uint8Array} [nonce] for the protocol's own examples alone
 * @returns {Promise<string>} base64url
 */
export async function sealSignal(keys, from, to, text, nonce = crypto.getRandomValues(new Uint8Array(NONCE))) {
  const sealed = await crypto.subtle.encrypt(cipher(keys, from, to, nonce), keys.signal, utf8(text));
  return base64url(joined(nonce, new Uint8Array(sealed)));
}

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {string} from
 * @param {string} to
 * @param {string} sealed
 * @returns {Promise<any>} what its JSON says
 * @throws {Refused} `not_authentic`
 */
export async function openSignal(keys, from, to, sealed) {
  try {
    const bytes = fromBase64url(sealed);
    const how = cipher(keys, from, to, bytes.subarray(0, NONCE));
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, keys.signal, bytes.subarray(NONCE))));
  } catch {
    throw new Refused("not_authentic");
  }
}

/** One page's signals: it numbers what it sends, takes nothing twice, and keeps both in their order. */
export class Signals {
  #keys;
  #me;
  #sent = new Map();
  #taken = new Map();
  #turn = Promise.resolve();

  /** @param {import("./secret.js").RoomKeys} keys @param {string} me this page's peer */
  constructor(keys, me) {
    this.#keys = keys;
    this.#me = me;
  }

  /**
   * @param {string} to
   * @param {string} connection which of a pair's connections it is about
   * @param {Record<string, any>} message
   * @returns {Promise<string>} what is handed to the server; earlier calls are there before later ones
   */
  seal(to, connection, message) {
    const line = `${to}/${connection}`;
    const n = (this.#sent.get(line) ?? 0) + 1;
    this.#sent.set(line, n);
    const text = JSON.stringify({ ...message, connection, n });
    return this.#inTurn(() => sealSignal(this.#keys, this.#me, to, text));
  }

  /**
   * @param {string} from
   * @param {string} sealed
   * @returns {Promise<Record<string, any> | null>} null for one that was there before, or came after a later one;
   *   earlier calls are there before later ones
   * @throws {Refused} `not_authentic`
   */
  open(from, sealed) {
    return this.#inTurn(async () => {
      const message = await openSignal(this.#keys, from, this.#me, sealed);
      const line = `${from}/${message?.connection}`;
      if (!Number.isSafeInteger(message?.n) || message.n <= (this.#taken.get(line) ?? 0)) return null;
      this.#taken.set(line, message.n);
      return message;
    });
  }

  /** The browser seals and opens on several threads, and what is done later may be done first. */
  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}

function cipher({ room }, from, to, iv) {
  return { name: "AES-GCM", iv, additionalData: joined(PLACE, room, fromHex(from), fromHex(to)) };
}
