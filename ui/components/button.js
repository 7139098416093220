/** Vue half of `button.py`. */
export default {
  props: { word: String, icon: String, look: String, submits: Boolean, pressable: Boolean },
  template: `
    <button class="k-button" :class="'k-button--' + look" :type="submits ? 'submit' : 'button'" :disabled="!pressable">
      <svg v-if="icon" class="k-icon" aria-hidden="true"><use :href="icon"/></svg><span>{{ word }}</span>
    </button>`,
};
