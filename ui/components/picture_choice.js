/** Vue half of `picture_choice.py`. */
export default {
  props: { pictures: Array },
  emits: ["chosen"],
  template: `
    <div class="k-picture-choice">
      <button v-for="one in pictures" :key="one.id" type="button" :aria-label="one.name" @click="$emit('chosen', one.id)"><img
        :src="one.url" alt="" loading="lazy" decoding="async"></button>
    </div>`,
};
