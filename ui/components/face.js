/** Vue half of `face.py`. */
export default {
  props: { url: String, letter: String },
  template: `
    <img v-if="url" class="k-avatar k-face" :src="url" alt="" width="96" height="96">
    <span v-else class="k-avatar k-face" aria-hidden="true">{{ letter }}</span>`,
};
