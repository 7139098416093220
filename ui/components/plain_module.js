/** Vue half of `plain_module.py`. */

export default {
  template: "<div></div>",
  props: {
    module: String,
    first: String, // the id of the script element that holds it as JSON
  },
  async mounted() {
    const { mount } = await import(this.module);
    if (!this.$el.isConnected) return; // left before the module came
    this.handle = mount(this.$el, JSON.parse(document.getElementById(this.first).textContent));
  },
  unmounted() {
    this.handle?.dispose();
  },
};
