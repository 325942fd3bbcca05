import 'server-only';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import sharp from 'sharp';
import type { MakeSize } from '@/domain/pictures/size-commands';
import { keptFiles } from './kept-files';
import type { Storage } from './storage';

/** Bytes that the narrowest may weigh: an article and its picture come to a phone on a slow line in 32 KB. WebP is for browsers that do not know AVIF. */
const PHONE_BYTES_MAX = { avif: 5_000, webp: 9_000 };
const PHONE_WIDTH = 480;
/** From good to just good enough; a wider one is always good. */
const QUALITIES = { avif: [52, 44, 36, 28, 20, 12], webp: [72, 60, 48, 36, 24, 12] };
/** Pixels that run into one another where the least quality is still too heavy: what is tall, or unquiet. */
const BLURS = [1, 2, 4, 8, 16];

/** One is made after the other, and none in the thread that answers. */
const oneAfterAnother = pLimit(1);

/** Makes sizes of pictures that lie in a place, and keeps them there. The narrowest loses quality, then sharpness, until it is light enough. */
export const sizer =
  (place: Storage): MakeSize =>
  (sha256, width, format) =>
    oneAfterAnother(async () => {
      const whole = await place.get(sha256);
      if (!whole) throw new Error(`The picture ${sha256} is not in storage.`);
      const bytes = await lightEnough(whole, width, format);
      const hash = createHash('sha256').update(bytes).digest('hex');
      await place.put(hash, bytes);
      return { sha256: hash, bytes: bytes.length };
    });

async function lightEnough(whole: Uint8Array, width: number, format: 'avif' | 'webp'): Promise<Buffer> {
  const most = width <= PHONE_WIDTH ? PHONE_BYTES_MAX[format] : Number.POSITIVE_INFINITY;
  const least = QUALITIES[format].at(-1) ?? 0;
  const tries = [
    ...QUALITIES[format].map((quality) => ({ quality, blur: 0 })),
    ...BLURS.map((blur) => ({ quality: least, blur })),
  ];
  let bytes = Buffer.alloc(0);
  for (const { quality, blur } of tries) {
    const sized = sharp(whole).resize({ width, withoutEnlargement: true });
    const image = blur > 0 ? sized.blur(blur) : sized;
    bytes = await (format === 'avif' ? image.avif({ quality, effort: 3 }) : image.webp({ quality })).toBuffer();
    if (bytes.length <= most) break;
  }
  return bytes;
}

export const makeSize = sizer(keptFiles);
