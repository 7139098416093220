/** Watches the studio: when something was done, and when the picture that it led to had been painted. */

window.watched = (() => {
  const RESTED = 400; // ms without another picture, or one in the making
  let begun = 0;
  let before = "";

  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const image = (half) => document.querySelector(`.${half} img`);
  const isOther = (one) => Boolean(one?.naturalWidth && one.src !== before && one.getBoundingClientRect().width);
  const isBusy = () => Boolean(document.querySelector(".k-studio [data-busy]"));

  /** The first that comes. */
  const next = async (half) => {
    while (!begun || !isOther(image(half))) await frame();
    const one = image(half);
    before = one.src;
    await one.decode();
    await frame(); // in which it is painted
    await frame(); // begins after that
    return performance.now();
  };
  const isFollowed = async (half, at) => {
    while (isBusy() || performance.now() < at + RESTED) {
      if (isOther(image(half))) return true;
      await frame();
    }
    return false;
  };

  return {
    /** From the next such event on, time counts. @param {string} type @param {string} half of the stage it changes */
    from(type, half) {
      before = image(half)?.src ?? "";
      begun = 0;
      window.addEventListener(type, () => (begun = performance.now()), { capture: true, once: true });
    },
    /** @param {string} half @returns {Promise<number>} milliseconds until its last picture is decoded and painted */
    async painted(half) {
      let at = await next(half);
      while (await isFollowed(half, at)) at = await next(half);
      return at - begun;
    },
  };
})();
