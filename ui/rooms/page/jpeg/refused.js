/** Why a file is not coded: an error with a name that tests and figures can count; whoever meets it sends the file raw. */

/**
 * @typedef {"not_jpeg"|"arithmetic"|"twelve_bit"|"lossless"|"hierarchical"|"unknown_frame"|"height_later"|"truncated"
 *   |"bad_header"|"bad_code"|"bad_scan"|"too_many_scans"|"too_many_pixels"|"coefficient_too_large"|"no_smaller"
 *   |"not_reproduced"|"bad_container"} Reason
 */

export class Refused extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail] for a person who looks into it
   */
  constructor(reason, detail = "") {
    super(detail || reason);
    this.name = "Refused";
    /** @type {Reason} */
    this.reason = reason;
  }
}
