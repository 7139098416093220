/** Vue half of `switch.py`. */
export default {
  props: { label: String, help: String, value: Boolean },
  emits: ["update:value"],
  template: `
    <label class="k-switch">
      <span>{{ label }}<span v-if="help" class="k-choice-help">{{ help }}</span></span>
      <input type="checkbox" role="switch" :checked="value" @change="$emit('update:value', $event.target.checked)">
    </label>`,
};
