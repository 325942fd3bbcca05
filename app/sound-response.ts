import 'server-only';
import { mimeOf, type StoredSound } from '@/domain/articles/sounds/sound';
import { keptFiles } from '@/server/storage/kept-files';
import { lately } from '@/server/storage/lately';

const sounds = lately(keptFiles, { files: 3, milliseconds: 60_000 });

/** Bytes of one answer to a question for a part: who listens on a slow line holds no place for a quarter of an hour. Browsers ask on. */
const PART_MAX = 1_048_576;

/** For everyone the same, and asked for anew each time, so that what was taken back is gone at once. */
export const ASK_EACH_TIME = 'public, max-age=0, must-revalidate';

type Part = { from: number; to: number };

/** The part of so many bytes that a header asks for, at most as much as one answer holds. Null: the whole, or several; 'none': there is no such part. */
export function partOf(range: string | null, size: number): Part | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || (first !== '' && last !== '' && Number(last) < from)) return 'none';
  return { from, to: Math.min(to, from + PART_MAX - 1) };
}

/** A kept sound, whole or the part of it that was asked for; one that was not found as if it had never been. */
export async function soundResponse(request: Request, sound: StoredSound | null, cache: string): Promise<Response> {
  const bytes = sound && (await sounds.get(sound.sha256));
  if (!bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const { sha256, format } = sound;
  const [size, etag] = [bytes.length, `"${sha256}"`];
  const headers = { 'accept-ranges': 'bytes', 'cache-control': cache, etag };
  const asked = (name: string) => request.headers.get(name);
  if (
    asked('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers });
  const part = (asked('if-range') ?? etag) === etag ? partOf(asked('range'), size) : null;
  if (part === 'none')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { from, to } = part ?? { from: 0, to: size - 1 };
  return new Response(part ? bytes.slice(from, to + 1) : inPieces(sha256, size), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'content-type': mimeOf(format),
      'content-length': String(to - from + 1),
      'x-content-type-options': 'nosniff',
      ...(part ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    },
  });
}

/** A whole sound piece by piece, each when the one before has left: a slow reader keeps none of it in memory. */
function inPieces(sha256: string, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      async pull(stream) {
        const bytes = await sounds.get(sha256);
        if (!bytes) return stream.error(new Error('The sound is in storage no more.'));
        stream.enqueue(bytes.slice(at, at + PART_MAX));
        at += PART_MAX;
        if (at >= size) stream.close();
      },
    },
    { highWaterMark: 0 },
  );
}
