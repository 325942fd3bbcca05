import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './storage';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files in folders by the first two signs of their hash. One that is there is whole: it was written aside, then renamed. */
export function diskStorage(folder: string): Storage {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256.');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(sha256, bytes) {
      const place = placeOf(sha256);
      if (await exists(place)) return;
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      const aside = `${place}.${randomBytes(6).toString('hex')}`;
      try {
        const file = await open(/* turbopackIgnore: true */ aside, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(aside, place);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    },
    async get(sha256) {
      try {
        return new Uint8Array(await readFile(placeOf(sha256)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(sha256) {
      const place = placeOf(sha256);
      // with what was written aside when a process was killed
      const beside = await namesIn(dirname(place));
      const parts = beside.filter((name) => name.startsWith(sha256));
      await Promise.all(parts.map((name) => rm(join(dirname(place), name), { force: true })));
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(/* turbopackIgnore: true */ folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function exists(place: string): Promise<boolean> {
  try {
    await access(place);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
