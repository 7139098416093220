/** The larger pictures that are looked at: fetched when somebody looks, the last few kept. */

const MOST = 24;

export class Previews {
  #room;
  #urls = new Map(); // object id of the file → Promise of an object URL, the one looked at last at the end

  /** @param {import("./room.js").Room} room */
  constructor(room) {
    this.#room = room;
  }

  /**
   * @param {string} id of the file
   * @param {string | null} thumb what is shown where there is no larger one
   * @returns {Promise<string>} an object URL
   */
  async of(id, thumb) {
    const preview = this.#room.manifest.view.files.get(id)?.preview;
    if (!preview) return thumb ?? "";
    const known = this.#urls.get(id) ?? this.#fetched(preview);
    this.#urls.delete(id);
    this.#urls.set(id, known);
    known.catch(() => this.#urls.delete(id));
    this.#letGo();
    return known;
  }

  async #fetched(preview) {
    await this.#room.begun;
    const { sending, getting } = this.#room;
    const own = sending.offered.get(preview.objectId)?.described.blob;
    const blob = own ?? (await getting.get(preview, { isUrgent: true, mayBeKept: this.#room.mayBeKept(preview.objectId) }));
    return URL.createObjectURL(new Blob([blob], { type: "image/webp" }));
  }

  #letGo() {
    for (const [id, url] of [...this.#urls].slice(0, -MOST)) {
      this.#urls.delete(id);
      url.then(URL.revokeObjectURL).catch(() => {}); // one that never came is nothing to let go of
    }
  }
}
