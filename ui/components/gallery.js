/** The gallery as a part of a NiceGUI page: hands the first page to the plain module and live changes after it. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    first_page: String, // the id of the script element that holds it as JSON
    max_bytes: Number,
  },
  async mounted() {
    const { mountGallery } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    const { next_cursor: nextCursor, ...first } = JSON.parse(document.getElementById(this.first_page).textContent);
    this.handle = mountGallery(this.$el, { ...first, nextCursor, maxBytes: this.max_bytes });
  },
  unmounted() {
    this.handle?.dispose();
  },
  methods: {
    changed(picture) {
      this.handle?.changed(picture);
    },
    removed(id) {
      this.handle?.removed(id);
    },
  },
};
