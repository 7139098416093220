/** What the benchmark of the JPEG coder asks of a page: its functions get the coder's address and files by address. */

const bytesOf = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

async function directions(folder) {
  const { encode } = await import(`${folder}encode.js?enc`);
  const { decode } = await import(`${folder}decode.js?dec`);
  return { encode, decode };
}

/** Bytes before and after, and milliseconds there and back, after a first time that is not counted. */
window.coded = async (folder, address, warmUp) => {
  const { encode, decode } = await directions(folder);
  const bytes = await bytesOf(address);
  if (warmUp) await decode(await encode(bytes));
  const began = performance.now();
  const packed = await encode(bytes);
  const there = performance.now();
  const back = await decode(packed);
  const done = performance.now();
  return {
    bytes: bytes.length,
    packed: packed.length,
    encoding: there - began,
    decoding: done - there,
    same: back.length === bytes.length && back.every((byte, n) => byte === bytes[n]),
  };
};

/** Milliseconds for a batch of files with so many workers. */
window.batch = async (folder, addresses, workers) => {
  const { JpegPool } = await import(`${folder}pool.js`);
  const pool = new JpegPool(workers);
  const files = await Promise.all(addresses.map(bytesOf));
  await Promise.all(Array.from({ length: workers }, () => pool.encode(files[0])));
  const began = performance.now();
  await Promise.all(files.map((file) => pool.encode(file)));
  const took = performance.now() - began;
  pool.close();
  return took;
};

/** How many of the files ended in which way, and the slowest. */
window.damaged = async (folder, texts, packed) => {
  const { encodeProven, decodeProven } = await import(`${folder}proven.js`);
  const told = { ends: {}, slowest: 0 };
  for (const text of texts) {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const began = performance.now();
    const end = await (packed ? decodeProven(bytes) : encodeProven(bytes)).then(
      () => "exact",
      (error) => error.reason ?? `broken: ${error}`,
    );
    told.slowest = Math.max(told.slowest, performance.now() - began);
    told.ends[end] = (told.ends[end] ?? 0) + 1;
  }
  return told;
};
