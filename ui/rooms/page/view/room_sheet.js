/** The room itself: head, notices, contact sheet, notes, and the line at the foot; what is seldom wanted comes when it is. */

import { made } from "../../../components/made.js";
import { showToast } from "../../../components/toast.js";
import { CLOSING, HEAD, REMOVED, ROOM_NOTES, TO_LIBRARY } from "../words.js";
import { Adding } from "./adding.js";
import { Chosen } from "./chosen.js";
import { ChosenBar } from "./chosen_bar.js";
import { Foot } from "./foot.js";
import { Head, emptySheet, toSave } from "./head.js";
import { HeldRemovals } from "./held_removals.js";
import { askBeforeLeaving } from "./leave_question.js";
import { Notes } from "./notes.js";
import { Notices } from "./notices.js";
import { orSay } from "./refused.js";
import { Sheet } from "./sheet.js";
import { waysIn } from "./ways_in.js";

/** @typedef {import("../state.js").Frame} Frame */

export class RoomSheet {
  element = made("div", "k-room");
  /** @type {import("../state.js").RoomState} */
  #state;
  /** @type {Frame[]} without those that somebody has just removed */
  #frames = [];
  #actions;
  #over = new AbortController();
  #chosen = new Chosen();
  #adding;
  #held;
  #ways;
  #head;
  #notices;
  #sheet;
  #notes;
  #foot;
  #bar;
  #empty = made("div");
  /** @type {{show: (state: import("../state.js").RoomState, frames: Frame[]) => void, close: () => void} | null} the open panel or viewer */
  #panel = null;

  /** @param {import("../state.js").Actions} actions */
  constructor(actions) {
    this.#actions = actions;
    const { signal } = this.#over;
    this.#adding = new Adding(actions, () => this.#state.myName);
    this.#held = new HeldRemovals(() => this.show(this.#state), signal);
    this.#ways = waysIn((chosen) => this.#adding.add(chosen), signal);
    const add = () => this.#ways.files();
    this.#head = new Head({
      save: () => this.#does.save(toSave(this.#frames).map(({ id }) => id)),
      invite: () => this.#invite(),
      add,
      more: (button) => this.#more(button),
    });
    this.#notices = new Notices({ choose: add });
    this.#sheet = new Sheet(this.#chosen, { ...this.#does, open: (id) => this.#open(id), details: (id) => this.#details(id) });
    this.#bar = new ChosenBar(this.#chosen, { ...this.#does, favourite: (ids) => this.#favourites(ids) });
    this.#chosen.onChange(() => this.#bar.show(this.#state, this.#frames));
    const { named } = this.#does;
    this.#notes = new Notes(ROOM_NOTES, { write: (text) => actions.note(null, text), named }, "h2");
    this.#foot = new Foot({ agreeToKeep: () => orSay(actions.agreeToKeep()) });
    const paper = made("div", "k-room-paper", this.#head.element, this.#notices.element, this.#empty, this.#sheet.element);
    paper.append(this.#notes.element);
    this.#foot.element.append(this.#bar.element);
    this.element.append(paper, this.#foot.element);
    askBeforeLeaving(() => this.#state.foot.mayClose, signal);
  }

  /** @param {import("../state.js").RoomState} state */
  show(state) {
    const before = this.#state;
    this.#state = state;
    this.#frames = state.frames.filter(({ id }) => !this.#held.has(id));
    this.#head.show(state, this.#frames);
    this.#notices.show(state);
    if (!before || before.isOwner !== state.isOwner) this.#writeEmpty();
    this.#empty.hidden = this.#frames.length > 0;
    this.#sheet.element.hidden = !this.#frames.length;
    this.#chosen.keepTo(this.#frames);
    this.#sheet.show(this.#frames);
    this.#bar.show(state, this.#frames);
    this.#notes.element.hidden = !this.#frames.length && !state.notes.length;
    this.#notes.show(state.notes);
    this.#foot.show(state);
    this.#panel?.show(state, this.#frames);
    if (!before) this.#adding.addHanded();
  }

  dispose() {
    this.#over.abort();
    this.#sheet.dispose();
    this.#panel?.close();
  }

  /** What every part can ask for. */
  #does = {
    save: (ids) => orSay(this.#actions.save(ids)).then((isDone) => isDone && this.#chosen.clear()),
    library: async (ids) => {
      showToast(TO_LIBRARY.begun);
      if (await orSay(this.#actions.saveToLibrary(ids))) showToast(HEAD.inLibrary);
    },
    favourite: (id) => this.#favourites([id]),
    remove: (ids) => this.#remove(ids),
    cancel: (id) => orSay(this.#actions.cancel(id)),
    retry: (id) => orSay(this.#actions.retry(id)),
    note: (id, text) => this.#actions.note(id, text),
    named: () => this.#adding.named(),
  };

  /** All become favourites, unless all are. @param {string[]} ids */
  async #favourites(ids) {
    if (!(await this.#adding.named())) return;
    const frames = this.#frames.filter(({ id }) => ids.includes(id));
    const left = frames.filter(({ picks }) => !picks.some(({ self }) => self));
    for (const { id } of left.length ? left : frames) await orSay(this.#actions.pick(id, left.length > 0));
  }

  #remove(ids) {
    const may = this.#frames.filter(({ id, mine }) => ids.includes(id) && (mine || this.#state.isOwner)).map(({ id }) => id);
    if (may.length) this.#held.hold(REMOVED, () => orSay(this.#actions.remove(may)), may);
  }

  #writeEmpty() {
    const { isOwner } = this.#state;
    const copy = async (button) => (await import("./invite.js")).copyLink(this.#state.link, button);
    this.#empty.replaceChildren(emptySheet({ isOwner, choose: () => this.#ways.files(), copy }));
  }

  async #invite() {
    const { openInvite } = await import("./invite.js");
    openInvite(this.#state, this.#actions);
  }

  async #more(button) {
    const { openMore } = await import("./more_menu.js");
    const wanted = this.#frames.filter(({ mine, mime }) => !mine && mime.startsWith("image/")).map(({ id }) => id);
    openMore(button, this.#state, {
      add: () => this.#ways.files(),
      folder: () => this.#ways.folder(),
      library: this.#state.hasAccount && wanted.length ? () => this.#does.library(wanted) : null,
      owner: async () => (await import("./owner_panel.js")).openOwnerPanel(this.#state, this.#actions),
      close: () => this.#held.hold(CLOSING, () => orSay(this.#actions.close())),
    });
  }

  async #details(id) {
    const { Details } = await import("./details.js");
    const frame = this.#frames.find((one) => one.id === id);
    if (!frame) return;
    this.#panel = new Details(frame, this.#does, () => (this.#panel = null));
    this.#panel.show(this.#state, this.#frames);
  }

  async #open(id) {
    const { openViewer } = await import("./viewer.js");
    if (!this.#frames.some((one) => one.id === id)) return;
    this.#panel = openViewer(id, {
      ...this.#does,
      preview: (one) => this.#actions.preview(one),
      tileOf: (one) => this.#sheet.tileOf(one),
      closed: (one) => {
        this.#panel = null;
        this.#sheet.goTo(one);
      },
    });
    this.#panel.show(this.#state, this.#frames);
  }
}
