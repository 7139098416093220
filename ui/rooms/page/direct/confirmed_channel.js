/** A data channel that says nothing and hears nothing before both ends have proved that they are of the room. */

const CONFIRM_WITHIN = 5_000; // ms from the channel's opening
const EARLY = 64; // messages that may be here while the proof before them is looked at

export class ConfirmedChannel {
  isOpen = false;
  #channel;
  #early = [];
  #patience;
  #isClosed = false;

  /**
   * @param {RTCDataChannel} channel
   * @param {object} ends
   * @param {() => Promise<Uint8Array>} ends.proof what this end sends first
   * @param {(sent: BufferSource) => Promise<boolean>} ends.isProof whether that is what the other end has to send
   * @param {() => void} ends.opened
   * @param {(data: string | ArrayBuffer) => void} ends.heard
   * @param {(why: "not_confirmed" | "lost") => void} ends.failed
   */
  constructor(channel, { proof, isProof, opened, heard, failed }) {
    this.#channel = channel;
    channel.binaryType = "arraybuffer";
    const fail = (why) => {
      if (why === "not_confirmed") this.close();
      failed(why);
    };
    channel.onopen = async () => {
      this.#patience = setTimeout(() => fail("not_confirmed"), CONFIRM_WITHIN);
      const words = await proof();
      if (channel.readyState === "open") channel.send(words);
    };
    channel.onclose = () => fail("lost");
    channel.onmessage = async ({ data: first }) => {
      channel.onmessage = ({ data }) => this.#early.push(data) > EARLY && fail("not_confirmed");
      const isGood = first instanceof ArrayBuffer && (await isProof(first));
      if (this.#isClosed) return;
      if (!isGood) return void fail("not_confirmed"); // also where the other end was faster and has closed it
      clearTimeout(this.#patience);
      this.isOpen = true;
      channel.onmessage = ({ data }) => heard(data);
      opened();
      for (const data of this.#early.splice(0)) heard(data);
    };
  }

  /** @param {string | Uint8Array} data */
  send(data) {
    this.#channel.send(data);
  }

  /** Nothing is heard of it after that. */
  close() {
    this.isOpen = false;
    this.#isClosed = true;
    clearTimeout(this.#patience);
    const channel = this.#channel;
    channel.onopen = channel.onclose = channel.onmessage = channel.onbufferedamountlow = null;
    channel.close();
  }
}
