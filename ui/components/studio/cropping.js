/** Cutting out a part on the stage: the whole picture with a frame over it, until the part is chosen. */

import { CropFrame } from "./crop_frame.js";
import { firstPart, shapeOf } from "./crop_part.js";
import { turned } from "./picture_place.js";

export class Cropping {
  isOn = false;
  #stage;
  #frame;
  #changed;

  /**
   * @param {import("./comparison.js").Comparison} stage
   * @param {(crop: import("./settings.js").Crop | null) => void} changed
   * @param {() => void} done
   */
  constructor(stage, changed, done) {
    this.#stage = stage;
    this.#changed = changed;
    this.#frame = new CropFrame({ changed, done: () => this.#end(done) });
  }

  /**
   * @param {string} shape `whole` takes the frame away; an empty one goes on with the part there is
   * @param {import("./settings.js").Settings} settings
   * @param {{width: number | null, height: number | null}} picture upright, not turned
   */
  begin(shape, { rotate, crop }, picture) {
    if (shape === "whole") {
      this.stop();
      this.#changed(null);
      return;
    }
    const size = turned(picture, rotate);
    const part = shape || !crop ? firstPart(size, shape) : crop;
    this.isOn = true;
    this.#stage.toggle("cropping", true);
    this.#stage.showCut({ rotate, crop: null });
    this.#stage.lay(this.#frame);
    this.#frame.show(size, part, shape || shapeOf(part));
    this.#stage.place();
    this.#frame.focus();
    this.#changed(part);
  }

  /** Take the frame away. */
  stop() {
    this.isOn = false;
    this.#frame.element.remove();
    this.#frame.done.remove();
    this.#stage.onPlace = null;
    this.#stage.toggle("cropping", false);
  }

  #end(done) {
    this.stop();
    done();
  }
}
