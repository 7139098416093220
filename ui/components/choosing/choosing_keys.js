/** The keys that choose: Space and X on a tile, M for its month, Shift with the arrows, Ctrl or Cmd with A, Esc. */

const MOVES = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/**
 * @param {HTMLElement} grid whose own keys move the focus from tile to tile; its listeners must be there already
 * @param {{isChoosing: () => boolean, toggle: (tile: HTMLElement) => void, reach: (tile: HTMLElement) => void,
 *   month: (key: string) => void, all: () => void, end: () => void, signal: AbortSignal}} calls `signal` ends the listening
 */
export function listenToChoosingKeys(grid, { isChoosing, toggle, reach, month, all, end, signal }) {
  const onTile = (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    const link = event.target.closest(".k-tile-link");
    if (isCommand || !link) return;
    const tile = link.closest(".k-tile");
    if (event.key === " " || event.key.toLowerCase() === "x") {
      event.preventDefault();
      if (event.shiftKey) reach(tile);
      else toggle(tile);
    } else if (event.key.toLowerCase() === "m") {
      const { month: key } = tile.closest(".k-month").dataset;
      if (key) month(key);
    } else if (event.shiftKey && isChoosing() && MOVES.includes(event.key)) {
      const arrived = document.activeElement?.closest(".k-tile");
      if (arrived && grid.contains(arrived)) reach(arrived);
    }
  };
  const anywhere = (event) => {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    if (event.key === "Escape" && isChoosing()) {
      end();
    } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "a") {
      event.preventDefault();
      all();
    }
  };
  grid.addEventListener("keydown", onTile, { signal });
  document.addEventListener("keydown", anywhere, { signal });
}

/** Where these keys mean something else: in fields, and while a dialog or a menu is open. */
function isElsewhere(target) {
  const isField = target.closest?.("input, textarea, select, [contenteditable]");
  return Boolean(isField || document.querySelector("dialog:modal, :popover-open"));
}
