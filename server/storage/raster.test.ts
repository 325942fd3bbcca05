import sharp from 'sharp';
import { expect, test } from 'vitest';
import { savedSvg } from '@/components/charts/saving/saved-svg';
import { jpegOf, rasterOf } from './raster';

const drawing = { inner: '', x: 0, y: 0, width: 600, height: 40 };
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
/** of PNG: each point is a number of a colour, a quarter of what its four parts take */
const PALETTE = 3;
const svgOf = (title: string) => savedSvg([drawing], { title, lines: [] }).markup;

test('a drawing becomes a PNG of the width that is asked for and of few colours, with its words in our own letters', async () => {
  const [empty, worded] = await Promise.all(
    [svgOf(''), svgOf('Tỷ lệ bao phủ Đăk Ơ')].map((svg) => rasterOf(svg, 1200)),
  );
  if (!empty || !worded) expect.unreachable();
  expect(worded.subarray(1, 4).toString()).toBe('PNG');
  expect(sizeOf(worded)[0]).toBe(1200);
  expect(worded[25]).toBe(PALETTE);
  // without a typeface nothing would be painted, and both were one
  expect(worded.length).toBeGreaterThan(empty.length + 1000);
});

test('a picture that was taken lies where nothing is drawn, cut as it is told, and the drawing lies over it', async () => {
  const half = { width: 40, height: 40, channels: 3 as const };
  const right = await sharp({ create: { ...half, background: '#00f' } })
    .png()
    .toBuffer();
  const file = await sharp({ create: { ...half, width: 80, background: '#f00' } })
    .composite([{ input: right, left: 40, top: 0 }])
    .webp({ lossless: true })
    .toBuffer();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40"><path d="M0 0h60v40H0ZM90 0h10v40H90Z" fill="#0f0"/></svg>`;
  const below = {
    file,
    scaled: { width: 80, height: 40 },
    cut: { left: 40, top: 0, width: 40, height: 40 },
    at: { left: 60, top: 0 },
  };
  const seenAt = async (jpeg: Buffer, left: number) =>
    [...(await sharp(jpeg).extract({ left, top: 16, width: 1, height: 1 }).raw().toBuffer())].map((each) => each > 127);
  const jpeg = await jpegOf(svg, 100, below);
  expect(jpeg.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  for (const [left, colour] of [
    [20, [false, true, false]],
    [76, [false, false, true]],
    [96, [false, true, false]],
  ] as const)
    expect(await seenAt(jpeg, left)).toEqual(colour);
  expect(await seenAt(await jpegOf(svg, 100, null), 76)).toEqual([false, false, false]);
});

test('whoever is answered meanwhile does not wait for it', async () => {
  const heavy = savedSvg(
    [{ ...drawing, height: 600, inner: '<circle cx="9" cy="9" r="300" opacity=".1"/>'.repeat(40) }],
    { title: '', lines: [] },
  ).markup;
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const started = performance.now();
  await rasterOf(heavy, 1200);
  clearInterval(pulse);
  expect(longest).toBeLessThan(Math.max(150, (performance.now() - started) / 3));
});
