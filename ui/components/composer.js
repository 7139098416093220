/** Where a post is written, as a part of a NiceGUI page: hands what the server knows to the plain module. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    pictures: Array,
    post: Object,
    has_public_pages: Boolean,
    max_bytes: Number,
  },
  async mounted() {
    const { mountComposer } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    const { pictures, post, has_public_pages: hasPublicPages, max_bytes: maxBytes } = this;
    this.handle = mountComposer(this.$el, { pictures, post: post ?? null, hasPublicPages, maxBytes });
  },
  unmounted() {
    this.handle?.dispose();
  },
};
