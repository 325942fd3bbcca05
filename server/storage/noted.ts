import type { Storage } from './storage';

/** A place in which each file is noted before it is put there, so that one which nothing comes to show is found again. */
export const noted = (place: Storage, note: (sha256: string) => Promise<void>): Storage => ({
  ...place,
  async put(sha256, bytes) {
    await note(sha256);
    await place.put(sha256, bytes);
  },
});
