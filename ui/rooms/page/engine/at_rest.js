/** A room in which nothing moves yet: what is shown of it does not wait for what moves the bytes. */

export const STORE = "store"; // the server's store, among those who have an object

/** Stands for what `moving.js` makes, until that is loaded. */
export const atRest = () => ({
  direct: { speed: () => ({ in: 0, out: 0 }), tell: () => false, close() {} },
  getting: { coming: new Map(), isBusy: false, hasStored: () => false, lookForStalled() {}, close() {} },
  sending: {
    kept: new Set(),
    unkeepable: new Set(),
    changedFiles: new Set(),
    offered: new Map(),
    keeping: "",
    keep() {},
    interrupt() {},
  },
});
