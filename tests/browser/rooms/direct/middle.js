// Somebody who passes signals on and sits in between: one connection to each end, and everything handed over.
window.heard = [];
const ends = {};

const channelsOf = (pc, there) =>
  [0, 1].map((id) => {
    const channel = pc.createDataChannel("", { negotiated: true, id });
    channel.binaryType = "arraybuffer";
    channel.waiting = [];
    channel.onopen = () => channel.waiting.forEach((data) => channel.send(data));
    channel.onmessage = ({ data }) => {
      heard.push(data.byteLength ?? data);
      const other = ends[there]?.channels[id];
      if (other?.readyState === "open") other.send(data);
      else other?.waiting.push(data);
    };
    return channel;
  });

const make = (name, there, say) => {
  const pc = new RTCPeerConnection();
  pc.onicecandidate = ({ candidate }) => candidate && say(there, name, { candidates: [candidate.toJSON()] });
  return (ends[name] = { pc, channels: null, early: [] });
};

const give = async ({ pc, early }, candidates) => {
  if (!pc.remoteDescription) return early.push(...candidates);
  for (const candidate of candidates) await pc.addIceCandidate(candidate);
};

/** `say(from, to, signal)` is the test's; what comes back from the two is ours to answer. */
window.between = async (from, to, { connection, description, candidates = [], bye }) => {
  const say = (as, name, signal) => sayAs(as, name, JSON.stringify({ connection, ...signal }));
  if (bye) return say(from, to, { bye });
  if (description?.type === "offer") {
    const near = make(from, to, say);
    const far = make(to, from, say);
    far.channels = channelsOf(far.pc, from);
    await far.pc.setLocalDescription();
    say(from, to, { description: far.pc.localDescription.toJSON() });
    await near.pc.setRemoteDescription(description);
    near.channels = channelsOf(near.pc, to);
    await near.pc.setLocalDescription();
    say(to, from, { description: near.pc.localDescription.toJSON() });
    await give(near, near.early);
  } else if (description) {
    await ends[from].pc.setRemoteDescription(description);
    await give(ends[from], ends[from].early);
  }
  await give(ends[from], candidates);
};
