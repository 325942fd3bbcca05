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
      await bucket.putObject(keyOf(sha256), bytes, 'application/octet-stream');
    },
    async get(sha256) {
      const found = await bucket.getObjectArrayBuffer(keyOf(sha256));
      if (!found) return null;
      const bytes = new Uint8Array(found);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (hash !== sha256) throw new Error(`The bucket has something else under ${sha256}.`);
      return bytes;
    },
  };
}
