/** Vue half of `ShownActions` in `design_parts.py`: the real action bar, doing nothing. */
export default {
  props: { module: String },
  async mounted() {
    const { actionBar } = await import(this.module);
    this.$el.append(actionBar({ original: "#", delete: () => {} }));
  },
  template: `<div></div>`,
};
