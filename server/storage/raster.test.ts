import { expect, test } from 'vitest';
import { savedSvg } from '@/components/charts/saving/saved-svg';
import { rasterOf } from './raster';

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
