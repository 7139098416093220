/** What a room's code throws when something is not what it says it is. */

/**
 * `code` says which:
 * `not_authentic` — sealed with another key, for another place, or changed on the way ·
 * `file_changed` — the file on this device is not the one that was described any more ·
 * `wrong_root` — all of it came, and is not what was announced ·
 * `stored_otherwise` — the server keeps other bytes than were sent ·
 * `not_possible` — a description that fits no object
 */
export class Refused extends Error {
  /** @param {"not_authentic" | "file_changed" | "wrong_root" | "stored_otherwise" | "not_possible"} code */
  constructor(code) {
    super(code);
    this.name = "Refused";
    this.code = code;
  }
}
