/** The column of posts as a part of a NiceGUI page: hands the first posts to the plain module and what changed after them. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    first_posts: String, // the id of the script element that holds them as JSON
  },
  emits: ["shows"],
  async mounted() {
    const { mountFeed } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    const { next_cursor: nextCursor, ...first } = JSON.parse(document.getElementById(this.first_posts).textContent);
    this.handle = mountFeed(this.$el, { ...first, nextCursor, shows: (ids) => this.$emit("shows", ids) });
  },
  unmounted() {
    this.handle?.dispose();
  },
  methods: {
    changed(ids) {
      this.handle?.changed(ids);
    },
    news() {
      this.handle?.news();
    },
  },
};
