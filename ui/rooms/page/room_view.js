/** What a room shows: its manifest's entries folded one after another. */

/**
 * @typedef {import("./objects.js").ObjectName & import("./entries.js").Facts & {seq: number, at: string,
 *   number: number, peer?: string, receivedBy: Set<string>, pickedBy: Set<string>, notes: Note[]}} SharedFile
 *   `at` is when the server took the entry, `number` from 1 and never another's; who gave no name is "" in `receivedBy` and `pickedBy`
 * @typedef {{text: string, by?: string, seq: number, at: string}} Note
 */

export class RoomView {
  /** @type {string | null} */
  title = null;
  /** @type {Map<string, SharedFile>} by object id, in the order in which they were added */
  files = new Map();
  /** @type {Note[]} those about no single file */
  notes = [];
  /** How many were ever added, removed ones included. */
  added = 0;

  /**
   * @param {Record<string, any>} content as `understood` gives it
   * @param {{seq: number, at: string}} place
   */
  fold(content, place) {
    FOLDS[content.type](this, content, place);
  }
}

const FOLDS = {
  title: (view, { text }) => {
    view.title = text;
  },
  /** A file that is there already stays as it was added first: dropped twice, it is one. */
  add: (view, { type, ...file }, place) => {
    if (view.files.has(file.objectId)) return;
    const number = (view.added += 1);
    view.files.set(file.objectId, { ...file, ...place, number, receivedBy: new Set(), pickedBy: new Set(), notes: [] });
  },
  remove: (view, { objectId }) => {
    view.files.delete(objectId);
  },
  received: (view, { objectIds, by = "" }) => {
    for (const id of objectIds) view.files.get(id)?.receivedBy.add(by);
  },
  pick: (view, { objectId, by = "", on }) => {
    const pickedBy = view.files.get(objectId)?.pickedBy;
    if (on) pickedBy?.add(by);
    else pickedBy?.delete(by);
  },
  note: (view, { text, by, objectId }, place) => {
    const notes = objectId === undefined ? view.notes : view.files.get(objectId)?.notes;
    notes?.push({ text, by, ...place });
  },
};
