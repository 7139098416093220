/** The least a page of the same height can be, scrolled like the library to show what this browser takes by itself. */

window.plain = (() => {
  const HEIGHT = 600_000; // CSS pixels
  const ROW = 220;
  const GAP = 4;
  const NEAR = 1600; // two screens

  const emptied = () => {
    document.body.replaceChildren();
    document.body.style.cssText = `margin:0;position:relative;height:${HEIGHT}px`;
    window.scrollTo(0, 0);
  };
  const smallest = ({ renditions }, width) =>
    renditions
      .filter((one) => one.content_type === "image/jpeg")
      .toSorted((one, other) => one.width - other.width)
      .reduce((found, one) => (found && found.width >= width ? found : one), null).url;
  const image = (item, left, top) => {
    const element = new Image();
    const width = Math.round((ROW * item.width) / item.height);
    element.decoding = "async";
    element.src = smallest(item, width);
    element.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${ROW}px`;
    return element;
  };

  return {
    empty: emptied,
    /** Rows of images and nothing else, of which only those near the window are in the page. */
    async pictures() {
      const { items } = await (await fetch("/api/v1/media?limit=100")).json();
      emptied();
      const rows = new Map();
      const rowAt = (row) => {
        const all = [];
        for (let at = row * 7, left = 0; left < window.innerWidth - 200; at++) {
          all.push(image(items[at % items.length], left, row * (ROW + GAP)));
          left += parseInt(all.at(-1).style.width) + GAP;
        }
        document.body.append(...all);
        return all;
      };
      const draw = () => {
        const first = Math.max(0, Math.floor((window.scrollY - NEAR) / (ROW + GAP)));
        const last = Math.floor((window.scrollY + window.innerHeight + NEAR) / (ROW + GAP));
        for (const [row, all] of rows) {
          if (row >= first && row <= last) continue;
          for (const one of all) one.remove();
          rows.delete(row);
        }
        for (let row = first; row <= last; row++) if (!rows.has(row)) rows.set(row, rowAt(row));
      };
      window.addEventListener("scroll", () => requestAnimationFrame(draw));
      draw();
    },
  };
})();
