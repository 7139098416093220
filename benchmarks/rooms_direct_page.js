// What direct transfers are held against: one peer connection as anybody would make it, nothing sealed or confirmed.
const FRAME = 65_496;
const HIGH = 1024 * 1024; // bytes; four times what ours lets wait

const ours = window.signalIn;
window.signalIn = (from, text) => {
  const signal = JSON.parse(text);
  return signal.connection === "bare" ? takeBare(signal) : ours(from, text);
};

let bare;
window.openBare = async (peer, offers) => {
  const pc = new RTCPeerConnection();
  const channel = pc.createDataChannel("data", { negotiated: true, id: 1 });
  channel.binaryType = "arraybuffer";
  const say = (signal) => signalOut(peer, JSON.stringify({ connection: "bare", ...signal }));
  pc.onicecandidate = ({ candidate }) => candidate && say({ candidates: [candidate.toJSON()] });
  bare = { pc, channel, say, open: new Promise((resolve) => (channel.onopen = resolve)) };
  if (!offers) return;
  await pc.setLocalDescription();
  say({ description: pc.localDescription.toJSON() });
};

async function takeBare({ description, candidates = [] }) {
  const { pc, say } = bare;
  if (description) await pc.setRemoteDescription(description);
  if (description?.type === "offer") {
    await pc.setLocalDescription();
    say({ description: pc.localDescription.toJSON() });
  }
  for (const candidate of candidates) await pc.addIceCandidate(candidate);
}

window.bareOpen = () => bare.open;

window.sendBare = (size) => {
  const { channel } = bare;
  const frame = new Uint8Array(FRAME);
  let left = size;
  channel.bufferedAmountLowThreshold = HIGH / 2;
  channel.onbufferedamountlow = () => {
    for (; left > 0 && channel.bufferedAmount < HIGH; left -= FRAME) {
      channel.send(frame.subarray(0, Math.min(left, FRAME)));
    }
  };
  channel.onbufferedamountlow();
};

window.receiveBare = (size) =>
  new Promise((resolve) => {
    const began = performance.now();
    let left = size;
    bare.channel.onmessage = ({ data }) => {
      left -= data.byteLength;
      if (left <= 0) resolve((performance.now() - began) / 1000);
    };
  });

window.closeBare = () => bare.pc.close();

window.receiveOurs = async (file) => {
  const began = performance.now();
  await want(file);
  await happening("fetched", { objectId: file.id });
  return (performance.now() - began) / 1000;
};
