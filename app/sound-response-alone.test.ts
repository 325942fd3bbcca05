import { describe, expect, test, vi } from 'vitest';
import { partOf, soundResponse } from './sound-response';

const SIZE = 3_000_000;
const bytes = Uint8Array.from({ length: SIZE }, (_, at) => at % 251);
const asked: string[] = [];
vi.mock('@/server/storage/kept-files', () => ({
  keptFiles: {
    get: async (sha256: string) => {
      asked.push(sha256);
      return sha256.startsWith('known') ? bytes : null;
    },
  },
}));

const answerTo = (headers: Record<string, string>, sha256 = 'known') =>
  soundResponse(new Request('http://portal/nghe/x.mp3', { headers }), { sha256, format: 'mp3' }, 'no-cache');
const bodyOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe('a sound', () => {
  test('is whole for who asks for all of it, as what it is, and asked for anew each time', async () => {
    const answer = await answerTo({});
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': String(SIZE),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      etag: '"known"',
    });
    expect(Buffer.compare(await bodyOf(answer), bytes)).toBe(0);
    expect((await answerTo({ 'if-none-match': 'W/"x", "known"' })).status).toBe(304);
  });

  test('is told in parts, of which one is never larger than a megabyte', async () => {
    const first = await answerTo({ range: 'bytes=0-' });
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-1048575/${SIZE}`]);
    const middle = await answerTo({ range: 'bytes=1000-1999' });
    expect(middle.headers.get('content-length')).toBe('1000');
    expect(Buffer.compare(await bodyOf(middle), bytes.subarray(1000, 2000))).toBe(0);
    const last = await answerTo({ range: 'bytes=-10' });
    expect(last.headers.get('content-range')).toBe(`bytes ${SIZE - 10}-${SIZE - 1}/${SIZE}`);
    expect(Buffer.compare(await bodyOf(last), bytes.subarray(-10))).toBe(0);
  });

  test('has no part behind its end, and says how long it is', async () => {
    const behind = await answerTo({ range: `bytes=${SIZE}-` });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${SIZE}`]);
    expect((await answerTo({ range: 'bytes=20-10' })).status).toBe(416);
    expect((await answerTo({ range: 'bytes=-0' })).status).toBe(416);
  });

  test('is whole where the question for a part is another’s, or about what it was before', async () => {
    for (const range of ['bytes=0-1,5-6', 'bytes=-', 'lines=1-2', `bytes=${'9'.repeat(20)}-`])
      expect((await answerTo({ range })).status).toBe(200);
    expect((await answerTo({ range: 'bytes=0-9', 'if-range': '"older"' })).status).toBe(200);
    expect((await answerTo({ range: 'bytes=0-9', 'if-range': '"known"' })).status).toBe(206);
  });

  test('that is not there is not remembered', async () => {
    for (const answer of [
      await answerTo({}, 'unknown'),
      await soundResponse(new Request('http://portal/nghe/x.mp3'), null, 'public, max-age=600'),
    ])
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  test('is read from its place once for who listens on, and the oldest leaves for others', async () => {
    const reads = (sha256: string) => asked.filter((each) => each === sha256).length;
    for (const from of [0, 1000, 2000]) await answerTo({ range: `bytes=${from}-` }, 'known-1');
    expect(reads('known-1')).toBe(1);
    for (const other of ['known-2', 'known-3', 'known-4']) await answerTo({ range: 'bytes=0-' }, other);
    await answerTo({ range: 'bytes=0-' }, 'known-1');
    expect(reads('known-1')).toBe(2);
  });
});

test('parts are read as browsers ask for them', () => {
  expect(partOf('bytes=0-', 10)).toEqual({ from: 0, to: 9 });
  expect(partOf('bytes=9-99', 10)).toEqual({ from: 9, to: 9 });
  expect(partOf('bytes=-99', 10)).toEqual({ from: 0, to: 9 });
  expect(partOf(null, 10)).toBeNull();
});
