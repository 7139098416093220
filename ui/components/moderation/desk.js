/** The moderators' desk: reports, appeals, what is taken down, and what was done. */

import { api } from "../api.js";
import { emptyWords } from "../empty_words.js";
import { endless } from "../endless.js";
import { made } from "../made.js";
import { icon } from "../icons.js";
import { KeptRows } from "../kept_rows.js";
import { AUDIT, DESK, NOTHING, PLACES, chainText } from "../moderation_texts.js";
import { Paged } from "../paged.js";
import { showToast } from "../toast.js";
import { PARTS } from "./desk_parts.js";

/**
 * @param {HTMLElement} host
 * @param {{part: string, items: object[], next_cursor: string | null}} first `part` is a name in `PARTS`
 * @returns {{dispose: () => void}}
 */
export function mount(host, { part, ...first }) {
  const { path, row, named } = PARTS[part];
  const list = new Paged(path, first, () => show(), named);
  const heading = made("h1", "k-title", DESK.heading);
  heading.tabIndex = -1;
  const act = async (where, said, body) => {
    await api("POST", where, body);
    showToast(said);
    heading.focus({ preventScroll: true }); // what had it goes
    await list.lookAgain();
  };
  const element = made("ul", "k-desk-list");
  element.role = "list";
  const rows = new KeptRows(element, (item) => row(item, act));
  const nothing = emptyWords(NOTHING[part]);
  const end = endless({ isWhole: () => list.isWhole, goOn: () => list.goOn() });
  const show = () => {
    rows.show(list.items);
    element.hidden = list.items.length === 0;
    nothing.hidden = list.items.length > 0 || !list.isWhole;
    end.look();
  };
  host.append(heading, places(part), ...(part === "audit" ? [chain()] : []), element, nothing, end.element);
  show();
  return { dispose: () => end.dispose() };
}

function places(part) {
  const links = PLACES.map(({ part: own, word, href }) => {
    const link = made("a", "k-place", word);
    link.href = href;
    if (own === part) link.ariaCurrent = "page";
    return link;
  });
  const nav = made("nav", "k-desk-places", ...links);
  nav.ariaLabel = DESK.heading;
  return nav;
}

function chain() {
  const line = made("p", "k-soft", AUDIT.checking);
  line.role = "status";
  api("GET", "/moderation/audit/verify").then(
    (verdict) => {
      line.replaceChildren(icon(verdict.valid ? "check" : "trouble"), chainText(verdict));
      line.className = `k-desk-chain ${verdict.valid ? "k-okay" : "k-alarm"}`;
    },
    ({ detail }) => (line.textContent = detail),
  );
  return line;
}
