import 'server-only';
import { createHash } from 'node:crypto';
import sharp, { type OutputInfo } from 'sharp';
import type { KeepPicture, PictureProblem } from '@/domain/pictures/picture';
import { ok, problem } from '@/domain/result';
import { keptFiles } from './kept-files';
import type { Storage } from './storage';

const SIDE_MAX = 1600;
/** A phone's largest picture has 50 million; what claims more would fill the memory. */
const PIXELS_MAX = 64_000_000;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

/**
 * Makes a picture anew from what was sent, and keeps that: upright, at most 1600 pixels a side, without where and by
 * whom it was taken. Its content tells its kind, not its name.
 */
export const keeper =
  (place: Storage): KeepPicture =>
  async (file) => {
    const made = await madeAnew(Buffer.from(await file.arrayBuffer()));
    if (typeof made === 'string') return problem(made);
    const { data, info } = made;
    const sha256 = createHash('sha256').update(data).digest('hex');
    await place.put(sha256, data);
    return ok({ sha256, mime: 'image/webp', bytes: data.length, width: info.width, height: info.height });
  };

type Refused = Exclude<PictureProblem, 'picture-needs-words'>;

async function madeAnew(sent: Buffer): Promise<{ data: Buffer; info: OutputInfo } | Refused> {
  try {
    const image = sharp(sent, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) return 'not-a-picture';
    return await image
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    return /pixel limit/.test(String(error)) ? 'picture-too-large' : 'not-a-picture';
  }
}

export const keepPicture = keeper(keptFiles);
