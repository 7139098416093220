/** Vue half of `toast.py`: shows the server's news with the same toasts as everything else. */
export default {
  props: { module: String, news: Array },
  emits: ["undone"],
  data() {
    return { shown: 0 };
  },
  mounted() {
    this.show();
  },
  watch: {
    news() {
      this.show();
    },
  },
  methods: {
    async show() {
      const fresh = this.news.filter(({ number }) => number > this.shown);
      this.shown = Math.max(this.shown, ...fresh.map(({ number }) => number));
      const { showToast } = await import(this.module);
      for (const { number, text, undo } of fresh) {
        showToast(text, undo ? { undo: () => this.$emit("undone", number) } : {});
      }
    },
  },
  template: `<span hidden></span>`,
};
