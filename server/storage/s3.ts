import { createHash } from 'node:crypto';
import { S3mini } from 's3mini';
import type { Storage } from './storage';

/** A bucket, by its whole address, and the keys that open it. */
export type Bucket = { url: string; region: string; keyId: string; secret: string };

/** Milliseconds for one request: a picture is small, and whoever waits for it should hear. */
const PATIENCE = 20_000;

/** A bucket that speaks S3: objects under `media/`, called as files on a disk are. What comes back is what was put there, or an error. */
export function s3Storage({ url, region, keyId, secret }: Bucket): Storage {
  const bucket = new S3mini({
    endpoint: url,
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    requestAbortTimeout: PATIENCE,
  });
  const keyOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256.');
    return `media/${sha256.slice(0, 2)}/${sha256}`;
  };
  return {
    async put(sha256, bytes) {
      const key = keyOf(sha256);
      await plainly(() => bucket.putObject(key, bytes, 'application/octet-stream'));
    },
    async get(sha256) {
      const key = keyOf(sha256);
      const found = await plainly(() => bucket.getObjectArrayBuffer(key));
      if (!found) return null;
      const bytes = new Uint8Array(found);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (hash !== sha256) throw new Error(`The bucket has something else under ${sha256}.`);
      return bytes;
    },
    async remove(sha256) {
      const key = keyOf(sha256);
      const removed = await plainly(() => bucket.deleteObject(key));
      if (!removed) throw new Error('The bucket removed nothing.');
    },
  };
}

/** What the client throws carries what the bucket answered, and that may repeat the key and what was signed: told is a status or a code alone. */
async function plainly<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    const { status, code, name } = error as { status?: number; code?: string; name?: string };
    throw new Error(status ? `The bucket answered ${status}.` : `The bucket did not answer: ${code ?? name}.`);
  }
}
