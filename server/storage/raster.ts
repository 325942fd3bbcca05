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

const painted = async (svg: string, width: number) => {
  const drawn = await renderAsync(svg, { font: FONTS, fitTo: { mode: 'width', value: width }, logLevel: 'off' });
  return sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } });
};

/** A drawing as PNG, so many pixels wide. It has our own typeface with it: a bare machine has none. */
export const rasterOf = (svg: string, width: number): Promise<Buffer> =>
  oneAfterAnother(async () => (await painted(svg, width)).png(COLOURS).toBuffer());

type Laid = {
  file: Uint8Array;
  scaled: { width: number; height: number };
  cut: { left: number; top: number; width: number; height: number };
  at: { left: number; top: number };
};

/** Letters stay sharp, and a phone on a slow line has it in a second. */
const JPEG = { quality: 80, chromaSubsampling: '4:4:4', mozjpeg: true } as const;

/** A drawing as JPEG, with a picture that was taken below where nothing is drawn. */
export const jpegOf = (svg: string, width: number, below: Laid | null): Promise<Buffer> =>
  oneAfterAnother(async () => {
    const drawing = await painted(svg, width);
    if (!below) return drawing.flatten().jpeg(JPEG).toBuffer();
    const { file, scaled, cut, at } = below;
    const input = await sharp(file)
      .resize({ ...scaled, fit: 'fill' })
      .extract(cut)
      .toBuffer();
    // all is covered then: what was see-through would be black
    return drawing
      .composite([{ input, ...at, blend: 'dest-over' }])
      .jpeg(JPEG)
      .toBuffer();
  });
