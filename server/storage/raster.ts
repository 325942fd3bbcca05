import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import pLimit from 'p-limit';
import sharp from 'sharp';

const fontFile = (name: string) =>
  join(process.cwd(), 'node_modules', '@expo-google-fonts', 'be-vietnam-pro', name, `BeVietnamPro_${name}.ttf`);
const FAMILY = 'Be Vietnam Pro';
const FONTS = {
  loadSystemFonts: false,
  fontFiles: [
    ...['400Regular', '600SemiBold', '700Bold'].map(fontFile),
    join(process.cwd(), 'public', 'fonts', 'literata-700.ttf'),
  ],
  defaultFontFamily: FAMILY,
  sansSerifFamily: FAMILY,
};

/** A drawing is few colours and the steps between two that meet: so many of those are left out that letters stay sharp and a map weighs a third. */
const COLOURS = { palette: true, quality: 40, dither: 0 };

/** One is painted after the other, and none in the thread that answers: whoever asks for many waits for herself. */
const oneAfterAnother = pLimit(1);

/** A drawing as PNG, so many pixels wide. It has our own typeface with it: a bare machine has none. */
export const rasterOf = (svg: string, width: number): Promise<Buffer> =>
  oneAfterAnother(async () => {
    const painted = await renderAsync(svg, { font: FONTS, fitTo: { mode: 'width', value: width }, logLevel: 'off' });
    const raw = { width: painted.width, height: painted.height, channels: 4 as const };
    return sharp(painted.pixels, { raw }).png(COLOURS).toBuffer();
  });
