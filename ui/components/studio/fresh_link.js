/** A link to download by, on a page that may be open longer than its links work. */

import { linkIsOver } from "../picture_links.js";
import { showToast } from "../toast.js";

/**
 * @param {HTMLAnchorElement} link
 * @param {() => Promise<string | null | undefined>} renewed its address now; none when there is nothing any more
 */
export function freshLink(link, renewed) {
  link.addEventListener("click", async (event) => {
    if (!linkIsOver(link.href)) return;
    event.preventDefault();
    try {
      const address = await renewed();
      if (address) location.assign(address); // answered as a file, so the page stays
    } catch ({ detail }) {
      showToast(detail);
    }
  });
}
