/** Vue half of `saved.py`. */

const SECONDS = 5;

export default {
  props: { word: String, sign: String, times: Number },
  data() {
    return { shown: false };
  },
  watch: {
    times() {
      this.shown = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.shown = false), SECONDS * 1000);
    },
  },
  unmounted() {
    clearTimeout(this.timer);
  },
  template: `
    <span class="k-saved" role="status"><span v-if="shown" class="k-okay"><svg class="k-icon" aria-hidden="true"><use
      :href="sign"/></svg>{{ word }}</span></span>`,
};
