import 'server-only';
import { resolve } from 'node:path';
import { env } from '@/domain/ground/env';
import { diskStorage } from './disk';
import type { Storage } from './storage';

/** The pictures of this portal, in its data folder. */
export const keptFiles: Storage = diskStorage(resolve(/* turbopackIgnore: true */ env.DATA_DIR, 'media'));
