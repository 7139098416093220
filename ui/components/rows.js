/** Vue half of `rows.py`. */

const STEPS = [
  ["year", 31536000],
  ["month", 2592000],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

/** @param {Date} moment @returns {string} such as "3 hours ago"; a difference of clocks is no future */
function agoText(moment) {
  const seconds = (Date.now() - moment.getTime()) / 1000;
  const step = STEPS.find(([, length]) => seconds >= length);
  return step ? ago.format(-Math.floor(seconds / step[1]), step[0]) : "just now";
}

export default {
  props: { rows: Array, none: String },
  emits: ["act"],
  methods: {
    parts(line) {
      const [before, after = ""] = line.text.split("{time}");
      if (!line.time) return { before, after, time: "", said: "", title: null };
      const moment = new Date(line.time);
      const said = line.style === "day" ? day.format(moment) : agoText(moment);
      return { before, after, time: line.time, said, title: exact.format(moment) };
    },
  },
  template: `
    <div>
      <p v-if="none && !rows.length" class="k-soft">{{ none }}</p>
      <ul v-else class="k-rows" role="list">
        <li v-for="row in rows" :key="row.key" class="k-row">
          <template v-if="row.face"><img v-if="row.face.url" class="k-avatar" :src="row.face.url" alt="" width="32" height="32"><span
            v-else class="k-avatar" aria-hidden="true">{{ row.face.letter }}</span></template>
          <div class="k-rows-main">
            <div><strong class="k-row-title">{{ row.title }}</strong> <span v-if="row.aside" class="k-fact k-soft">{{ row.aside }}</span></div>
            <div v-if="row.mark" class="k-small k-live">{{ row.mark }}</div>
            <div v-if="row.lines.length" class="k-small k-soft"><template v-for="(line, at) in row.lines.map(parts)">{{
              at ? " · " : "" }}{{ line.before }}<time v-if="line.time" :datetime="line.time" :title="line.title">{{
              line.said }}</time>{{ line.after }}</template></div>
          </div>
          <div v-if="row.actions.length" class="k-buttons">
            <button v-for="action in row.actions" type="button" class="k-button" :aria-label="action.word + ': ' + row.title"
              @click="$emit('act', [row.key, action.name])">{{ action.word }}</button>
          </div>
        </li>
      </ul>
    </div>`,
};
