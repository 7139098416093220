/** Adding pictures: every way in, the queue, and the tray, joined. */

import { isLeftBehind } from "./accepted_files.js";
import { HeldConnection } from "./held_connection.js";
import { Tray } from "./tray.js";
import { UploadQueue } from "./upload_queue.js";
import { waysIn } from "./ways_in.js";

/**
 * @param {{maxBytes: number, added: (mediaId: string) => void}} options `added` is called when the server has a picture
 * @returns {{choose: () => void, dispose: () => void}}
 */
export function mountUploads({ maxBytes, added }) {
  const connection = new HeldConnection();
  const changed = () => {
    tray.refresh();
    connection.hold(queue.uploads.length > 0); // also those that failed: somebody may want to try again
  };
  const queue = new UploadQueue(maxBytes, { changed, added });
  const tray = new Tray(queue);
  const over = new AbortController();
  const take = (files) => queue.add(files.filter(({ name }) => !isLeftBehind(name)));
  const { choose } = waysIn(take, over.signal);
  window.addEventListener("online", () => queue.halt && !queue.halt.goOn && queue.goOn(), { signal: over.signal });
  window.addEventListener("beforeunload", (event) => queue.isBusy && event.preventDefault(), { signal: over.signal });
  return {
    choose,
    dispose: () => {
      over.abort();
      tray.dispose();
      connection.hold(false);
    },
  };
}
