/** Measures a page while it is scrolled: every frame, and the nodes of the document in every tenth. */

window.scrolled = (() => {
  const RESTED = 12; // frames
  let taken = { frames: [], nodes: [] };
  let before = performance.now();

  const nodes = () => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  };
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame((now) => {
        taken.frames.push(now - before);
        before = now;
        if (taken.frames.length % 10 === 0) taken.nodes.push(nodes());
        done();
      }),
    );
  const wait = () => new Promise((done) => requestAnimationFrame((now) => ((before = now), done())));

  return {
    /** @param {number} step CSS pixels a frame */
    async toTheEnd(step) {
      await wait();
      const end = () => document.documentElement.scrollHeight - window.innerHeight - 1;
      while (window.scrollY < end()) {
        window.scrollBy({ top: step, behavior: "instant" });
        await frame();
      }
    },
    /** @param {number} step CSS pixels a frame @param {number} count of frames */
    async some(step, count) {
      await wait();
      for (let done = 0; done < count; done++) {
        window.scrollBy({ top: step, behavior: "instant" });
        await frame();
      }
    },
    async rest() {
      await wait();
      for (let count = 0; count < RESTED; count++) await frame();
    },
    /** What was measured since the last time. @returns {{frames: number[], nodes: number[]}} frames in milliseconds */
    take() {
      const all = taken;
      taken = { frames: [], nodes: [] };
      return all;
    },
  };
})();
