/** Vue half of `copy_line.py`; on a plain http address the clipboard is closed, so the text is selected and copied the old way. */

let made = 0;

export default {
  props: { label: String, text: String, help: String, words: Object },
  data() {
    return { own: `k-copy-${++made}`, copied: false };
  },
  watch: {
    text() {
      this.copied = false;
    },
  },
  methods: {
    async copy() {
      this.$refs.text.select();
      try {
        await navigator.clipboard.writeText(this.text);
        this.copied = true;
      } catch {
        this.copied = document.execCommand("copy");
      }
    },
  },
  template: `
    <div class="k-field">
      <label class="k-field-label" :for="own">{{ label }}</label>
      <div class="k-input-row">
        <input ref="text" class="k-input k-fact" :id="own" :value="text" readonly spellcheck="false" @focus="$event.target.select()">
        <button type="button" class="k-input-aside" @click="copy"><span role="status">{{ copied ? words.copied : words.copy }}</span></button>
      </div>
      <span v-if="help" class="k-field-help">{{ help }}</span>
    </div>`,
};
