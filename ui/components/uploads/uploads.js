/** Adding pictures: every way in, the queue, what a reload cut off, and the tray, joined. */

import { isLeftBehind } from "./left_behind.js";
import { BeingMade } from "./being_made.js";
import { HeldConnection } from "./held_connection.js";
import { Tray } from "./tray.js";
import { UnfinishedUploads } from "./unfinished.js";
import { UploadQueue } from "./upload_queue.js";
import { waysIn } from "./ways_in.js";

/**
 * @param {{maxBytes: number, added: (mediaId: string) => void, known?: (mediaId: string) => void,
 *   makingText?: (done: number, all: number) => string}} options `added` is called when the server has a picture, `known`
 *   when one was in the library already; `makingText` is what the tray says while the server reads them
 * @returns {{choose: () => void, dispose: () => void, isBusy: boolean}} `isBusy` while files wait to be sent
 */
export function mountUploads({ maxBytes, added, known = () => {}, makingText }) {
  const connection = new HeldConnection();
  const unfinished = new UnfinishedUploads();
  const changed = () => {
    unfinished.keep(queue.uploads);
    tray.refresh();
    connection.hold(queue.uploads.length > 0); // also those that failed: somebody may want to try again
  };
  const sent = ({ ticket }) => {
    beingMade.watch();
    added(ticket.media_id);
  };
  const queue = new UploadQueue(maxBytes, { changed, moved: () => tray.refresh(), sent, known });
  const beingMade = new BeingMade(queue, changed);
  const over = new AbortController();
  const take = (files) => queue.add(files.filter(({ name }) => !isLeftBehind(name)));
  const { choose } = waysIn(take, over.signal);
  const tray = new Tray(queue, unfinished, choose, makingText);
  unfinished.recall().then(changed);
  window.addEventListener("online", () => queue.halt && !queue.halt.again && queue.goOn(), { signal: over.signal });
  window.addEventListener("beforeunload", (event) => queue.isBusy && event.preventDefault(), { signal: over.signal });
  return {
    choose,
    get isBusy() {
      return queue.isBusy;
    },
    dispose: () => {
      over.abort();
      beingMade.dispose();
      tray.dispose();
      connection.hold(false);
    },
  };
}
