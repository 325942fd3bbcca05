import pLimit from 'p-limit';
import type { Storage } from './storage';

type Bounds = { files: number; milliseconds: number };

/**
 * Files that are asked for part by part: the last few lie in memory for a moment, so that one who listens does not have the whole read anew
 * for each part.
 */
export function lately(place: Pick<Storage, 'get'>, { files, milliseconds }: Bounds): Pick<Storage, 'get'> {
  const known = new Map<string, ReturnType<Storage['get']>>();
  const fewAtOnce = pLimit(2);
  return {
    get(sha256) {
      const found = known.get(sha256) ?? fewAtOnce(() => place.get(sha256));
      known.delete(sha256);
      known.set(sha256, found);
      const forget = () => {
        if (known.get(sha256) === found) known.delete(sha256);
      };
      found.then((bytes) => (bytes ? setTimeout(forget, milliseconds).unref() : forget()), forget);
      for (const oldest of [...known.keys()].slice(0, -files)) known.delete(oldest);
      return found;
    },
  };
}
