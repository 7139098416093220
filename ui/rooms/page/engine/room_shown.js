/** The picture of an open room that is shown: everything of it that somebody can see. */

import { sealedSize, chunkCount } from "../objects.js";
import { Pace } from "../../../components/uploads/pace.js";
import { STORE } from "./at_rest.js";
import { footLine } from "./foot_line.js";
import { FramesShown } from "./frames_shown.js";

/** @typedef {import("./room.js").Room} Room @typedef {import("../room_view.js").SharedFile} SharedFile */

export class RoomShown {
  #room;
  #batch;
  #frames = new FramesShown();
  #keepingPace = new Pace();
  #gettingPace = new Pace();

  /** @param {Room} room @param {import("./saving.js").Batch} batch what is being saved here */
  constructor(room, batch) {
    this.#room = room;
    this.#batch = batch;
  }

  /** @param {string} link @returns {import("../state.js").RoomState} */
  state(link) {
    const { told, own, manifest, people, me, myName, isLost, troubles } = this.#room;
    const { view } = manifest;
    const frames = this.#frames.of(view.files.values(), (file) => this.#standing(file), myName);
    const unsaved = frames.filter(({ mine, sign }) => !mine && sign !== "saved").map(({ id }) => view.files.get(id));
    return {
      phase: isLost ? "lost" : "open",
      title: view.title ?? own?.title ?? "",
      link,
      expiresAt: Date.parse(told.expires_at),
      latestExpiry: Date.parse(told.latest_expiry),
      keep: told.keep,
      isOwner: own !== null,
      hasAccount: document.body.dataset.kName !== undefined,
      myName,
      people: people.shown(me, myName),
      frames,
      notes: view.notes.map(({ by, text }) => ({ by: by ?? "", text })),
      foot: this.#foot(frames),
      troubles,
      saving: this.#batch.step(unsaved),
      bytesStored: told.bytes_stored,
      limits: { room: told.limits.room_bytes, file: told.limits.object_bytes },
    };
  }

  /** @param {SharedFile} file */
  #standing(file) {
    const { objectId: id, preview } = file;
    const isMine = this.#room.visit.sent.has(id);
    const saysWhere = this.#room.located.has(id);
    const shown = { saysWhere, mine: isMine, preview: preview ? "known" : "none", progress: 0, way: null, trouble: null, sign: "waiting" };
    return { ...shown, ...(isMine ? this.#ofMine(file) : this.#ofOthers(id)) };
  }

  #ofMine({ objectId: id, size, receivedBy }) {
    const { sending, progress } = this.#room;
    if (sending.changedFiles.has(id)) return { sign: "trouble", trouble: "file-changed" };
    const way = sending.kept.has(id) ? "kept" : null;
    if (receivedBy.size > 0) return { sign: "saved", way };
    if (way) return { sign: "here", way };
    const most = Math.max(0, ...[...progress.values()].map((of) => of.get(id) ?? 0)) / chunkCount(size);
    if (most > 0 && most < 1) return { sign: "coming", progress: hundredths(most), way: "direct" };
    if (sending.keeping === id) return { sign: "coming", progress: hundredths(this.#keptPart(id)), way: "kept" };
    return { sign: "here" };
  }

  #ofOthers(id) {
    const { getting, visit, here, failed } = this.#room;
    if (visit.saved.has(id)) return { sign: "saved" };
    if (here.has(id)) return { sign: "here" };
    if (failed.has(id)) return { sign: "trouble", trouble: failed.get(id) };
    const one = getting.coming.get(id);
    if (!one?.place) return {};
    const { held } = one.place;
    return { sign: "coming", progress: hundredths(held.held / held.count), way: one.from === STORE ? "kept" : "direct" };
  }

  #keptPart(id) {
    const { sent, described } = this.#room.sending.offered.get(id);
    return sent / sealedSize(described.size);
  }

  #foot(frames) {
    const room = this.#room;
    const [peer] = room.people.others;
    return footLine({
      isLost: room.isLost,
      getting: this.#gettingFacts(),
      sending: this.#sendingFacts(),
      serving: this.#servingFacts(),
      isSomebodyHere: room.people.others.length > 0,
      otherName: peer ? room.people.nameOf(peer) : "",
      keep: room.keep,
      expiresAt: Date.parse(room.told.expires_at),
      unsaved: frames.filter(({ mine, sign }) => !mine && sign === "here").length,
      others: frames.filter(({ mine, sign }) => !mine && sign !== "saved").length,
    });
  }

  #gettingFacts() {
    const { total, done, bytes, bytesDone, ids } = this.#batch.figures();
    if (total === 0) {
      this.#gettingPace.rest();
      return null;
    }
    const { getting, met, people, direct, manifest } = this.#room;
    this.#gettingPace.mark(bytesDone);
    const coming = ids.map((id) => getting.coming.get(id)).filter(Boolean);
    const from = coming.find((one) => one.from)?.from ?? null;
    const sender = manifest.view.files.get(ids[0]);
    return {
      total,
      done,
      part: bytes ? bytesDone / bytes : 0,
      from,
      fromName: from && from !== STORE ? people.nameOf(from) : "",
      senderName: sender?.by ?? "",
      hasSource: met.size > 0 || people.others.length > 0 || getting.hasStored(ids),
      speed: from ? direct.speed(from).in || null : null,
      secondsLeft: this.#gettingPace.secondsFor(bytes - bytesDone),
      isLasting: coming.every(({ place }) => place?.isLasting),
    };
  }

  #sendingFacts() {
    const { mine, sending, visit, preparing } = this.#room;
    const bytes = mine.reduce((sum, { size }) => sum + sealedSize(size), 0);
    const sent = mine.reduce((sum, { objectId: id }) => sum + (sending.offered.get(id)?.sent ?? 0), 0);
    const safe = mine.filter(({ objectId: id }) => visit.sent.get(id).isDone);
    const gone = mine.filter(({ objectId: id }) => !visit.sent.get(id).isDone && !sending.offered.has(id));
    if (sending.keeping) this.#keepingPace.mark(sent);
    else this.#keepingPace.rest();
    return {
      total: mine.length,
      preparing: Math.max(0, preparing - gone.length), // those that are chosen again are in the list already
      kept: mine.filter(({ objectId: id }) => sending.kept.has(id)).length,
      received: mine.filter(({ receivedBy }) => receivedBy.size > 0).length,
      safe: safe.length,
      part: bytes ? sent / bytes : 0,
      unkeepable: mine.filter(({ objectId: id }) => sending.unkeepable.has(id)).length,
      isReloaded: preparing === 0 && gone.some(({ objectId: id }) => !sending.changedFiles.has(id)),
      secondsLeft: this.#keepingPace.secondsFor(bytes - sent),
    };
  }

  #servingFacts() {
    const serving = this.#room.serving();
    if (!serving) return null;
    const { people, progress, mine } = this.#room;
    const has = progress.get(serving.peer) ?? new Map();
    const done = mine.filter(({ objectId: id, size }) => has.get(id) === chunkCount(size));
    const partLeft = ({ objectId: id, size }) => (has.has(id) ? 1 - has.get(id) / chunkCount(size) : 0);
    const left = mine.reduce((sum, file) => sum + file.size * partLeft(file), 0);
    if (left === 0) return null; // its speed falls for a while after the last byte
    return { name: people.nameOf(serving.peer), speed: serving.speed, secondsLeft: left / serving.speed, done: done.length };
  }
}

/** Coarse, so that a frame is not drawn anew for what nobody sees. */
const hundredths = (part) => Math.floor(part * 100) / 100;
