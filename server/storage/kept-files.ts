import 'server-only';
import { resolve } from 'node:path';
import { env } from '@/domain/ground/env';
import { noteFile } from '@/domain/pictures/removal-commands';
import { diskStorage } from './disk';
import { noted } from './noted';
import { s3Storage } from './s3';
import type { Storage } from './storage';

const place = env.STORAGE
  ? s3Storage(env.STORAGE)
  : diskStorage(resolve(/* turbopackIgnore: true */ env.DATA_DIR, 'media'));

/** The pictures and files of this portal: in the bucket that its surroundings name, else in its data folder. */
export const keptFiles: Storage = noted(place, noteFile);
