/** Goes on with a list when its end comes near the window, and says so when the next part does not come. */

import { made, pressable } from "./made.js";
import { AGAIN, MORE_FAILED } from "./texts.js";

const AHEAD = "200% 0px"; // the next part is asked for this many windows before the end

/**
 * @param {{isWhole: () => boolean, goOn: () => Promise<void>}} list
 * @returns {{element: HTMLElement, look: () => void, dispose: () => void}}
 *   `element` stands below the list; `look` whenever it may have grown or begun anew
 */
export function endless({ isWhole, goOn }) {
  const failed = made("p", "", MORE_FAILED, " ", pressable("k-link", AGAIN, () => load()));
  failed.role = "alert";
  failed.hidden = true;
  const element = made("div", "k-endless", failed);
  let isNear = false;
  let isLoading = false;
  const load = async () => {
    failed.hidden = true;
    if (isLoading || isWhole()) return;
    isLoading = true;
    try {
      await goOn();
    } catch {
      failed.hidden = false;
    }
    isLoading = false;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // then the observer has looked
    look();
  };
  const look = () => {
    if (isNear && failed.hidden) load();
  };
  const watch = new IntersectionObserver(
    ([entry]) => {
      isNear = entry.isIntersecting;
      look();
    },
    { rootMargin: AHEAD },
  );
  watch.observe(element);
  return { element, look, dispose: () => watch.disconnect() };
}
