/** What can be done with the chosen pictures of a library: the bar, its words and what they lead to. */

import { postAddress, sendCall, smallerAddress } from "../action_bar.js";
import { isFiltered } from "../library/question.js";
import { linksAreOver } from "../picture_links.js";
import { showToast } from "../toast.js";
import { ChoosingBar } from "./choosing_bar.js";
import { NOT_DOWNLOADED, goneText } from "./choosing_texts.js";
import { downloadChosen } from "./download_chosen.js";
import { vanished } from "./vanished.js";

/**
 * @param {import("./choosing.js").Choosing} choosing
 * @param {import("../library/picture_list.js").PictureList} list
 * @param {import("../library/held_deletions.js").HeldDeletions} deletions
 * @returns {ChoosingBar}
 */
export function choosingBar(choosing, list, deletions) {
  const { chosen } = choosing;
  const remove = () => {
    const { pictures } = chosen;
    choosing.clear();
    deletions.deleteAll(pictures);
  };
  const bar = new ChoosingBar(chosen, {
    clear: () => choosing.clear(),
    all: () => choosing.chooseAll(),
    isWhole: () => areAllChosen(chosen, list),
    applies: (pictures) => ({
      post: postAddress(pictures),
      send: sendCall(pictures),
      smaller: smallerAddress(pictures),
      original: download(pictures, list, chosen),
      delete: remove,
    }),
  });
  list.onChange(() => bar.show());
  return bar;
}

/** Of a whole library, pictures that were chosen may have been let go again; of what a filter shows, none is. */
function areAllChosen(chosen, list) {
  const { total, pictures, question } = list;
  if (total === null) return false;
  if (!isFiltered(question)) return chosen.size >= total;
  return pictures.length === total && pictures.every(({ id }) => chosen.has(id));
}

/** One picture comes as itself, several in one file. */
function download(pictures, list, chosen) {
  const refused = () => letGoOfVanished(pictures, list, chosen);
  if (pictures.length > 1) return () => downloadChosen(pictures.map(({ id }) => id), refused);
  const picture = list.find(pictures[0].id) ?? pictures[0];
  if (linksAreOver(picture)) list.refresh(picture.id).catch(() => {}); // and then the bar is told of the new one
  return picture.original_url;
}

/** One that was deleted elsewhere stops the download of all, so say which, and leave the others chosen. */
async function letGoOfVanished(pictures, list, chosen) {
  const gone = await vanished(pictures).catch(() => []); // without an answer nobody knows more than that it failed
  const ids = gone.map(({ id }) => id);
  chosen.remove(ids);
  list.together(() => ids.forEach((id) => list.hide(id)));
  showToast(gone.length ? goneText(gone[0].name, gone.length - 1, chosen.size) : NOT_DOWNLOADED, { seconds: 8 });
}
