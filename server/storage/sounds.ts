import 'server-only';
import { createHash } from 'node:crypto';
import type { KeepSound } from '@/domain/articles/sounds/sound';
import { readSoundApart } from '@/domain/articles/sounds/sound-reader';
import { ok } from '@/domain/result';
import { keptFiles } from './kept-files';
import type { Storage } from './storage';

/** Makes a recording anew from what was sent, and keeps that alone. Its content tells its kind, not its name. */
export const keeper =
  (place: Storage): KeepSound =>
  async (file) => {
    const made = await readSoundApart(new Uint8Array(await file.arrayBuffer()));
    if (!made.ok) return made;
    const { bytes, format, seconds } = made.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await place.put(sha256, bytes);
    return ok({ sha256, format, bytes: bytes.length, seconds });
  };

export const keepSound = keeper(keptFiles);
