/** A room's manifest: entries sealed for their place in it, each holding the hash of the one before. */

import { base64url, fromBase64url, joined, u64be, utf8 } from "./bytes.js";
import { understood } from "./entries.js";
import { Refused } from "./refused.js";
import { RoomView } from "./room_view.js";

const VERSION = 1;
const NONCE = 12;
const BEFORE_THE_FIRST = base64url(new Uint8Array(32));
const PLACE = joined(utf8("kamra-room-1/entry"), Uint8Array.of(0));

/**
 * @typedef {{seq: number, hash: string}} Head the last entry somebody knows; `hash` is what the next has as its `prev`
 * @typedef {{seq: number, sealed: string, at: string}} SealedEntry as the server lists it
 * @typedef {{kind: "unreadable" | "forked" | "rewritten" | "hidden", seq: number}} Notice
 *   `unreadable`: nobody of the room sealed it, or not for this place · `forked`: who wrote it had seen another entry
 *   before it · `rewritten`: another stood there earlier · `hidden`: some before it are not shown
 */

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {number} seq
 * @param {string} text JSON
 * @param {Uint8Array} [nonce] for the protocol's own examples alone: one that is used twice gives the key away
 * @returns {Promise<string>} base64url
 */
export async function sealEntry(keys, seq, text, nonce = crypto.getRandomValues(new Uint8Array(NONCE))) {
  const sealed = await crypto.subtle.encrypt(cipher(keys, seq, nonce), keys.entry, utf8(text));
  return base64url(joined(nonce, new Uint8Array(sealed)));
}

/**
 * @param {import("./secret.js").RoomKeys} keys
 * @param {number} seq
 * @param {string} sealed
 * @returns {Promise<Record<string, any>>} what its JSON says
 * @throws {Refused} `not_authentic`
 */
export async function openEntry(keys, seq, sealed) {
  try {
    const bytes = fromBase64url(sealed);
    const how = cipher(keys, seq, bytes.subarray(0, NONCE));
    const text = new TextDecoder().decode(await crypto.subtle.decrypt(how, keys.entry, bytes.subarray(NONCE)));
    return Object(JSON.parse(text));
  } catch {
    throw new Refused("not_authentic");
  }
}

/** @param {string} sealed @returns {Promise<string>} what the next entry has as its `prev` */
export async function hashOfSealed(sealed) {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64url(sealed))));
}

export class Manifest {
  /** @type {Notice[]} */
  notices = [];
  view = new RoomView();
  #keys;
  #peer;
  #hashes = [BEFORE_THE_FIRST];

  /** @param {import("./secret.js").RoomKeys} keys @param {string} peer who writes, in hexadecimal */
  constructor(keys, peer) {
    this.#keys = keys;
    this.#peer = peer;
  }

  /** @returns {Head} */
  get head() {
    return { seq: this.#hashes.length - 1, hash: this.#hashes.at(-1) };
  }

  /**
   * Take what the server lists; what is known already is held against what was there.
   * @param {SealedEntry[]} entries in their order
   * @throws {TypeError} when one is no base64url at all
   */
  async take(entries) {
    const opened = await Promise.all(entries.map((entry) => this.#opened(entry)));
    for (const one of opened) this.#follow(one); // without a pause, so that two calls may overlap
  }

  /**
   * Seal what comes next, for one call of the server; nothing is taken until the server lists it.
   * @param {Record<string, any>[]} contents made by `entries.js`
   * @returns {Promise<{seq: number, sealed: string[]}>}
   */
  async sealNext(contents) {
    let { seq, hash: prev } = this.head;
    const first = seq + 1;
    const sealed = [];
    for (const content of contents) {
      const plain = { v: VERSION, type: content.type, prev, peer: this.#peer, ...content };
      sealed.push(await sealEntry(this.#keys, (seq += 1), JSON.stringify(plain)));
      prev = await hashOfSealed(sealed.at(-1));
    }
    return { seq: first, sealed };
  }

  /**
   * Hold this list against a head that was remembered, or that somebody in the room says. To be asked when everything
   * that the server shows has been taken; what is wrong also becomes a notice.
   * @param {Head} head
   * @returns {Notice | null}
   */
  against({ seq, hash }) {
    const own = this.#hashes[seq];
    if (own === hash) return null;
    return this.#notice(own === undefined ? "hidden" : "rewritten", seq);
  }

  async #opened({ seq, sealed, at }) {
    const [hash, entry] = await Promise.all([
      hashOfSealed(sealed),
      openEntry(this.#keys, seq, sealed).catch(() => null),
    ]);
    const content = entry?.v === VERSION ? await understood(this.#keys, entry) : null;
    return { seq, at, hash, prev: entry?.prev, isReadable: entry !== null, content };
  }

  #follow({ seq, at, hash, prev, isReadable, content }) {
    if (seq <= this.head.seq) {
      this.against({ seq, hash });
    } else if (seq > this.head.seq + 1) {
      this.#notice("hidden", seq - 1);
    } else {
      if (!isReadable) this.#notice("unreadable", seq);
      else if (prev !== this.head.hash) this.#notice("forked", seq);
      this.#hashes.push(hash); // a chain over what the server lists, so that one bad entry does not break the rest
      if (content) this.view.fold(content, { seq, at });
    }
  }

  /** One notice of a kind and place is enough. */
  #notice(kind, seq) {
    const known = this.notices.find((one) => one.kind === kind && one.seq === seq);
    if (!known) this.notices.push({ kind, seq });
    return known ?? this.notices.at(-1);
  }
}

function cipher({ room }, seq, iv) {
  return { name: "AES-GCM", iv, additionalData: joined(PLACE, room, u64be(seq)) };
}
