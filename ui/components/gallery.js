/** The gallery as a part of a NiceGUI page: hands the first page to the plain module and live changes after it. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    first_page: String, // the id of the script element that holds it as JSON
    next_cursor: String,
    query: String,
    opened: Object,
    max_bytes: Number,
  },
  async mounted() {
    const { mountGallery } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    this.handle = mountGallery(this.$el, {
      items: JSON.parse(document.getElementById(this.first_page).textContent),
      nextCursor: this.next_cursor ?? null,
      query: this.query ?? "",
      opened: plain(this.opened) ?? null,
      maxBytes: this.max_bytes,
    });
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

/** Without Vue's proxies, which would make each of thousands of pictures slower to read. */
function plain(value) {
  return value && JSON.parse(JSON.stringify(value));
}
