/** Who is in the room now, and what they are called. */

export class People {
  /** @type {Set<string>} */
  present = new Set();
  #names = new Map();

  /** @param {string[]} peers */
  are(peers) {
    this.present = new Set(peers);
  }

  /** @param {string} peer @param {unknown} name what they say */
  called(peer, name) {
    if (typeof name === "string") this.#names.set(peer, name.slice(0, 60));
  }

  /** @param {string} peer @returns {string} "" while they have none */
  nameOf(peer) {
    return this.#names.get(peer) ?? "";
  }

  /** @param {string} me @param {string} myName @returns {{peer: string, name: string, self: boolean}[]} */
  shown(me, myName) {
    const others = [...this.present].map((peer) => ({ peer, name: this.nameOf(peer), self: false }));
    return [...others, { peer: me, name: myName, self: true }];
  }
}
