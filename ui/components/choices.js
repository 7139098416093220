/** Vue half of `choices.py`. */

let made = 0;

export default {
  props: { label: String, options: Array, value: String, pageAttribute: String },
  emits: ["update:value"],
  data() {
    return { own: `k-choices-${++made}` };
  },
  methods: {
    choose(value) {
      if (this.pageAttribute) document.documentElement.setAttribute(this.pageAttribute, value);
      this.$emit("update:value", value);
    },
  },
  template: `
    <fieldset class="k-choices">
      <legend class="k-field-label">{{ label }}</legend>
      <label v-for="one in options" class="k-choice"><input type="radio" :name="own" :checked="one.value === value"
        @change="choose(one.value)"><span>{{ one.word }}<span v-if="one.help" class="k-choice-help">{{ one.help }}</span></span></label>
    </fieldset>`,
};
