/** A room's secret: the link that carries it, and everything that is derived from it. */

import { base64url, fromBase64url, hex, joined, utf8 } from "./bytes.js";

const LENGTH = 32;
const SALT = utf8("kamra-room-1");
const PASSWORD_ROUNDS = 600_000;
const FRAGMENT = /^(1p?)\.([\w-]{43})$/;

/**
 * @typedef {{roomId: string, room: Uint8Array, auth: string, authHash: string, entry: CryptoKey, signal: CryptoKey,
 *   confirm: CryptoKey, objectId: CryptoKey, base: CryptoKey}} RoomKeys
 *   `roomId` is the public name in hexadecimal and `room` its bytes; `auth` is what the server is shown, in base64url,
 *   and `authHash` all it keeps of that; no key can be read out of the browser, and all go to a worker as they are
 */

/** @returns {Uint8Array} a new room's R */
export const newSecret = () => crypto.getRandomValues(new Uint8Array(LENGTH));

/** What lets its holder change and close a room. @returns {Promise<{token: string, hash: string}>} */
export async function newOwnerToken() {
  const token = newSecret();
  return { token: base64url(token), hash: await sha256Hex(token) };
}

/**
 * @param {string} site where Kamra is, such as `https://pictures.example`
 * @param {Uint8Array} secret
 * @param {boolean} hasPassword
 * @returns {string}
 */
export const linkOf = (site, secret, hasPassword) =>
  `${site.replace(/\/+$/, "")}/r#${hasPassword ? "1p" : "1"}.${base64url(secret)}`;

/**
 * @param {string} text a link, or only what stands behind its `#`
 * @returns {{secret: Uint8Array, hasPassword: boolean} | null} null when it opens no room that this code knows
 */
export function parseLink(text) {
  const found = FRAGMENT.exec(text.trim().replace(/^.*#/s, ""));
  return found && { secret: fromBase64url(found[2]), hasPassword: found[1] === "1p" };
}

/**
 * @param {Uint8Array} secret
 * @param {string | null} password what was typed; null for a room without one
 * @returns {Promise<RoomKeys>}
 */
export async function roomKeys(secret, password = null) {
  const open = await hkdfBase(secret);
  const base = password === null ? open : await hkdfBase(joined(secret, await stretched(open, password)));
  const [room, auth] = await Promise.all([derive(open, "room-id", undefined, 16), derive(base, "auth")]);
  const [authHash, entry, signal, confirm, objectId] = await Promise.all([
    sha256Hex(auth),
    sealingKey(base, "entry"),
    sealingKey(base, "signal"),
    macKey(base, "confirm"),
    macKey(base, "object-id"),
  ]);
  return { roomId: hex(room), room, auth: base64url(auth), authHash, entry, signal, confirm, objectId, base };
}

/**
 * K(S, label, ctx, n) of the protocol.
 * @param {CryptoKey} base S, as `RoomKeys.base` holds it
 * @param {string} label
 * @param {Uint8Array} [context]
 * @param {number} [length] in bytes
 * @returns {Promise<Uint8Array>}
 */
export async function derive(base, label, context = new Uint8Array(), length = 32) {
  const info = joined(utf8(label), Uint8Array.of(0), context);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: SALT, info }, base, length * 8);
  return new Uint8Array(bits);
}

/**
 * A key for AES-256-GCM. @param {CryptoKey} base @param {string} label @param {Uint8Array} [context]
 * @returns {Promise<CryptoKey>}
 */
export async function sealingKey(base, label, context) {
  return crypto.subtle.importKey("raw", await derive(base, label, context), "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function macKey(base, label) {
  const kind = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", await derive(base, label), kind, false, ["sign", "verify"]);
}

const hkdfBase = (bytes) => crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits"]);

/** What a password adds to S; slow on purpose, so that guessing is. */
async function stretched(open, password) {
  const salt = await derive(open, "password-salt", undefined, 16);
  // The same letters can be written in several ways, and keyboards differ in which they choose.
  const typed = await crypto.subtle.importKey("raw", utf8(password.normalize("NFKC")), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: PASSWORD_ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(how, typed, LENGTH * 8));
}

const sha256Hex = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
