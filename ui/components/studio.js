/** The studio as a part of a NiceGUI page: hands what the server knows to the plain module. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    pictures: Array,
    codecs: Array,
    max_bytes: Number,
  },
  async mounted() {
    const { mountStudio } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    this.handle = mountStudio(this.$el, { pictures: this.pictures, codecs: this.codecs, maxBytes: this.max_bytes });
  },
  unmounted() {
    this.handle?.dispose();
  },
};
