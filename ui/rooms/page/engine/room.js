/** An open room: its list, its people, what comes and what goes, held together; others say what is shown of it. */

import { catchUp, say } from "../entry_list.js";
import { title } from "../entries.js";
import { chunkCount } from "../objects.js";
import { Manifest } from "../manifest.js";
import { roomTold } from "../room_calls.js";
import { RoomSocket } from "../room_socket.js";
import { newPeer } from "../signalling.js";
import { atRest } from "./at_rest.js";
import { HEARD, HELLO } from "./heard.js";
import { People } from "./people.js";
import { pageBefore, rememberedName } from "./visit.js";

const LOOK_EVERY = 500; // ms
const AGAIN_AFTER = 2_000; // ms

/** @typedef {import("../state.js").Trouble} Trouble */

export class Room {
  me = newPeer();
  people = new People();
  myName = rememberedName();
  /** Who this tab was before it was loaded anew. @type {string | null} */
  before = null;
  isLost = false;
  hasAgreed = false;
  preparing = 0;
  /** @type {Trouble[]} */
  troubles = [];
  /** Peers with a confirmed connection. @type {Set<string>} */
  met = new Set();
  /** By peer, the objects of which it has some. @type {Map<string, Set<string>>} */
  having = new Map();
  /** By peer, then object id: how many chunks it has. @type {Map<string, Map<string, number>>} */
  progress = new Map();
  /** Files whose getting failed, and why. @type {Map<string, string>} */
  failed = new Map();
  /** Own files that say where they were taken. @type {Set<string>} */
  located = new Set();
  /** Originals that are here. @type {Map<string, Blob>} */
  here = new Map();
  #turn = Promise.resolve();
  #socket = null;
  #looking = 0;
  #wasMoving = false;
  #isClosed = false;
  #begun = Promise.withResolvers();
  #on;

  /**
   * @param {object} setting
   * @param {import("../secret.js").RoomKeys} setting.keys
   * @param {import("../room_calls.js").RoomTold} setting.told
   * @param {import("./own_rooms.js").OwnRoom | null} setting.own
   * @param {import("./visit.js").Visit} setting.visit
   * @param {{changed: () => void, ended: () => void}} setting.on
   */
  constructor({ keys, told, own, visit, on }) {
    Object.assign(this, { keys, told, own, visit });
    this.#on = on;
    this.manifest = new Manifest(keys, this.me);
    Object.assign(this, atRest());
  }

  /** Read the list, which is all that is needed to show it, and be among those who are here. */
  async read() {
    const { head } = this.visit;
    await this.catchUp();
    this.before = pageBefore(this.keys.roomId, this.me);
    if (this.before) this.people.replaced(this.before);
    if (head && this.manifest.against(head)) this.trouble({ kind: "lists-differ", name: "" });
    // What it says is heard in its order, when there is somebody to act on it.
    const heard = (what) => this.begun.then(() => this.#isClosed || HEARD[what.type]?.(this, what));
    this.#socket = new RoomSocket(this.keys, this.me, heard);
  }

  /** Give and take. */
  async begin() {
    const { movingIn } = await import("./moving.js");
    if (this.#isClosed) return;
    const send = async (to, signal) => void (await this.#socket?.signal(to, signal.connection, signal));
    Object.assign(this, movingIn(this, send, (id) => this.#isForStore(id)));
    this.#begun.resolve();
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY);
    if (this.own?.title && this.manifest.view.title === null) await this.say([title(this.own.title)]);
  }

  /** Bytes can move from now on. */
  get begun() {
    return this.#begun.promise;
  }

  close() {
    this.#isClosed = true;
    clearInterval(this.#looking);
    this.#socket?.close();
    this.getting.close();
    this.sending.interrupt();
    this.direct.close();
  }

  changed() {
    this.#on.changed();
  }

  /** The server says that it is over. */
  ended() {
    if (this.#isClosed) return; // both the socket and a call may say so
    this.close();
    this.#on.ended();
  }

  /** Take what is new in the list; one such call after another. */
  catchUp() {
    return this.#inTurn(() => catchUp(this.keys, this.manifest));
  }

  /** @param {Record<string, any>[]} contents made by `entries.js` */
  say(contents) {
    return this.#inTurn(() => this.#insist(() => say(this.keys, this.manifest, contents)));
  }

  /** @param {Trouble} trouble */
  trouble(trouble) {
    const isSame = (one) => one.kind === trouble.kind && one.name === trouble.name;
    this.troubles = [...this.troubles.filter((one) => !isSame(one)), trouble];
    this.changed();
  }

  /** Say one's name and how far one's list goes. @param {Iterable<string>} [peers] */
  async hello(peers = this.people.present) {
    const { myName: name, before: was } = this;
    for (const peer of peers) await this.#socket?.signal(peer, HELLO, { name, was });
  }

  /** @returns {"always" | "ask" | "never"} how it is kept, also after somebody agreed */
  get keep() {
    return this.told.keep === "ask" && this.hasAgreed ? "always" : this.told.keep;
  }

  /** What is this device's own of the files. */
  get mine() {
    return [...this.manifest.view.files.values()].filter(({ objectId }) => this.visit.sent.has(objectId));
  }

  /** Somebody or the store has all of it. @param {string} id */
  safe(id) {
    const sent = this.visit.sent.get(id);
    if (!sent || sent.isDone) return;
    sent.isDone = true;
    this.visit.keep();
  }

  /** Whether the store is asked for it at once: not while somebody who has it can be reached. @param {string} id */
  mayBeKept(id) {
    return this.told.keep !== "never" && ![...this.met].some((peer) => this.having.get(peer)?.has(id));
  }

  /** Ask anew how the room stands. */
  async refresh() {
    this.told = await roomTold(this.keys);
    if (this.told.keep === "never") {
      this.sending.interrupt();
      this.sending.kept.clear();
    }
    this.changed();
  }

  /** Who takes files from here now, the fastest. @returns {{peer: string, speed: number} | null} */
  serving() {
    const speeds = [...this.met].map((peer) => ({ peer, speed: this.direct.speed(peer).out }));
    return speeds.filter(({ speed }) => speed > 0).sort((one, other) => other.speed - one.speed)[0] ?? null;
  }

  #look() {
    this.sending.keep();
    if (this.told.keep !== "never") this.getting.lookForStalled();
    const isMoving = this.getting.isBusy || this.sending.keeping !== "" || this.serving() !== null;
    if (isMoving || this.#wasMoving) this.changed(); // once more when it is over
    this.#wasMoving = isMoving;
  }

  /** Previews at once; a file not while somebody takes it directly, and not what somebody who is here already has. */
  #isForStore(id) {
    if (this.keep !== "always" || this.isLost) return false;
    if (!this.sending.offered.get(id).isOfFile) return true;
    if (this.#isServedWell()) return false;
    const { size } = this.sending.offered.get(id).described;
    return ![...this.met].some((peer) => this.progress.get(peer)?.get(id) === chunkCount(size));
  }

  #isServedWell() {
    const serving = this.serving();
    return serving !== null && !this.slow.has(serving.peer);
  }

  /** Peers to whom it has been slow for long. @type {Set<string>} */
  slow = new Set();

  /** Again and again while the server cannot be reached: what somebody did here is not lost by that. */
  async #insist(work) {
    for (;;) {
      try {
        return await work();
      } catch (problem) {
        if (this.#isClosed || !(problem.status === 0 || problem.status >= 500)) throw problem;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      }
    }
  }

  #inTurn(work) {
    const done = this.#turn.then(work).then(() => {
      this.visit.head = this.manifest.head;
      this.visit.keep();
      for (const { objectId, receivedBy } of this.mine) if (receivedBy.size > 0) this.safe(objectId);
      for (const peer of this.met) this.direct.tell(peer, { type: "head", ...this.manifest.head });
      this.changed();
    });
    this.#turn = done.catch(() => {});
    return done;
  }
}
