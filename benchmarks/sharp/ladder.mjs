// Makes JPEG ladders with sharp as its users write them: one line of JSON per picture, answered when it is made.
import { createInterface } from "node:readline";
import sharp from "sharp";

/** @type {(original: string, longest: number, into: string) => Promise<unknown>} */
const resized = (original, longest, into) =>
  sharp(original)
    .rotate()
    .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .jpeg({ quality: 80 })
    .toFile(`${into}/sharp-${longest}.jpg`);

for await (const line of createInterface({ input: process.stdin })) {
  const { original, into, sizes } = JSON.parse(line);
  await Promise.all(sizes.map((longest) => resized(original, longest, into)));
  console.log("made");
}
