/** Vue half of `dialog.py`: the browser's own dialog, which keeps the focus inside and gives it back. */

let made = 0;

export default {
  props: { heading: String, opened: Boolean },
  emits: ["closed"],
  data() {
    return { own: `k-dialog-${++made}` };
  },
  mounted() {
    this.follow();
  },
  watch: {
    opened() {
      this.follow();
    },
  },
  methods: {
    follow() {
      if (this.opened === this.$el.open) return;
      if (this.opened) this.$el.showModal();
      else this.$el.close();
    },
  },
  template: `
    <dialog class="k-dialog" :aria-labelledby="own" @close="$emit('closed')">
      <div class="k-dialog-body"><h2 class="k-title" :id="own">{{ heading }}</h2><slot></slot></div>
    </dialog>`,
};
