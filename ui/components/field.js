/** Vue half of `field.py`; the value goes to the server when the person leaves the field or presses Enter. */

let made = 0;

export default {
  props: {
    label: String,
    kind: String,
    value: String,
    help: String,
    trouble: String,
    sign: String,
    autocomplete: String,
    optional: String,
    maxlength: Number,
    options: Array,
    locked: Boolean,
    words: Object,
  },
  emits: ["update:value"],
  data() {
    return { own: `k-field-${++made}`, text: this.value ?? "", shown: false };
  },
  watch: {
    value(value) {
      this.text = value ?? "";
    },
  },
  computed: {
    tag() {
      return { area: "textarea", choice: "select" }[this.kind] ?? "input";
    },
    type() {
      if (this.tag !== "input") return undefined;
      return this.kind === "password" && this.shown ? "text" : this.kind;
    },
    says() {
      return [this.help && `${this.own}-help`, this.trouble && `${this.own}-trouble`].filter(Boolean).join(" ") || null;
    },
  },
  methods: {
    take(event) {
      this.text = event.target.value;
    },
    tell() {
      this.$emit("update:value", this.text);
    },
    wipe() {
      this.text = "";
    },
  },
  template: `
    <div class="k-field">
      <label class="k-field-label" :for="own">{{ label }} <span v-if="optional" class="k-field-optional">({{ optional }})</span></label>
      <div class="k-input-row">
        <component :is="tag" :id="own" class="k-input" :type="type" :value="text" :autocomplete="autocomplete"
          :maxlength="maxlength" :readonly="locked" :disabled="locked && tag === 'select'" :aria-invalid="trouble ? 'true' : null" :aria-describedby="says"
          @input="take" @change="tell"><option v-for="one in options" :value="one.value">{{ one.word }}</option></component>
        <button v-if="kind === 'password'" type="button" class="k-input-aside" :aria-controls="own"
          @click="shown = !shown">{{ shown ? words.hide : words.show }}</button>
      </div>
      <span v-if="help" :id="own + '-help'" class="k-field-help">{{ help }}</span>
      <span :id="own + '-trouble'" class="k-field-said" role="alert"><span v-if="trouble" class="k-field-trouble"><svg class="k-icon"
        aria-hidden="true"><use :href="sign"/></svg>{{ trouble }}</span></span>
    </div>`,
};
