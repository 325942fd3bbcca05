import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export const dynamic = 'force-dynamic';

/** The reader of codes (zxing-wasm, MIT; ZXing-C++, Apache 2.0) as it was installed: no copy of it that could grow old, and no CDN. */
const FILE = join(process.cwd(), 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm');

let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
const pack = async () => new Uint8Array(await promisify(gzip)(await readFile(FILE)));

/**
 * The reader for browsers without one of their own; they unpack it themselves (half of it on the way). It is fetched
 * when the scanner is first made ready, and kept by the worker.
 */
export async function GET() {
  packed ??= pack();
  return new Response(await packed, {
    headers: {
      'content-type': 'application/gzip',
      'cache-control': 'private, max-age=604800',
    },
  });
}
