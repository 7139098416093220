/** Vue half of `insecure_notice.py`; `words` is HTML from a template of ours, without anything a person wrote. */

const KEY = "kamra-insecure-read";

function wasRead() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false; // a browser that keeps nothing shows it each time
  }
}

export default {
  props: { words: String, close: String, sign: String },
  data() {
    return { shown: !wasRead() };
  },
  methods: {
    read() {
      this.shown = false;
      try {
        localStorage.setItem(KEY, "1");
      } catch {
        // it keeps nothing; the notice is gone for now
      }
    },
  },
  template: `
    <aside v-if="shown" class="k-notice"><span class="k-notice-words" v-html="words"></span><button type="button"
      class="k-notice-close" :aria-label="close" @click="read"><svg class="k-icon" aria-hidden="true"><use :href="sign"/></svg></button></aside>
    <span v-else hidden></span>`,
};
