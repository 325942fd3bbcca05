import { expect, test, vi } from 'vitest';
import { materialResponse } from './material-response';

vi.mock('@/server/storage/kept-files', () => ({
  keptFiles: { get: async (sha256: string) => (sha256 === 'known' ? Buffer.from('<script>alert(1)</script>') : null) },
}));
const file = { name: 'bai-giang.html', mime: 'text/html' };

test('material that somebody uploaded is a download, and runs nowhere even where it is opened', async () => {
  const answer = await materialResponse({ ...file, sha256: 'known' } as never, 'private, no-store');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="bai-giang.html"');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test('what is not kept here is not there, and nobody remembers that', async () => {
  for (const missing of [null, { ...file, sha256: 'unknown' } as never]) {
    const answer = await materialResponse(missing, 'public, max-age=600');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
  }
});
