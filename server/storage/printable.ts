import 'server-only';
import pLimit from 'p-limit';
import sharp from 'sharp';

/** One is made after the other, and none in the thread that answers. */
const oneAfterAnother = pLimit(1);

/** A kept picture as every program that writes pages knows it. */
export const printable = (kept: Uint8Array): Promise<Buffer> =>
  oneAfterAnother(() => sharp(kept).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer());
