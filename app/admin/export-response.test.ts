import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backFromElsewhere, download } from './export-response';

test('a file with persons is for her alone: nothing on the way keeps it, and a browser takes it for what it is', () => {
  const { headers } = download('a;b', 'text/csv; charset=utf-8', 'hoi-vien.csv');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toBe('attachment; filename="hoi-vien.csv"');
});

const files = readdirSync('app/admin', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('route.ts'),
);

test('a link on somebody else’s page takes nothing out; the portal’s own, and an address that is typed, do', () => {
  const asked = (site?: string) =>
    backFromElsewhere(
      new Request('https://x.invalid/admin/people/export?format=csv', {
        ...(site && { headers: { 'sec-fetch-site': site } }),
      }),
    );
  for (const site of ['cross-site', 'same-site']) expect(asked(site)?.headers.get('location')).toBe('/admin/people');
  for (const site of ['same-origin', 'none', undefined]) expect(asked(site)).toBeNull();
});

test('what a browser fetches ahead of the click brings nothing and is kept by nobody; the click itself does', () => {
  const asked = (headers: Record<string, string>) =>
    backFromElsewhere(
      new Request('https://x.invalid/admin/people/export?format=csv', {
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
    );
  for (const ahead of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]) {
    expect(asked(ahead)?.status).toBe(503);
    expect(asked(ahead)?.headers.get('cache-control')).toBe('private, no-store');
  }
  expect(asked({})).toBeNull();
});

test('every address that leaves a line in the trail when it is read asks where the link stands', () => {
  const sources = files.map((file) => [file, readFileSync(join('app/admin', file), 'utf8')] as const);
  const leaving = sources.filter(([, source]) => /commands'/.test(source));
  expect(leaving.length).toBeGreaterThan(15);
  expect(
    leaving.filter(([, source]) => !/exportRoute[<(]|backFromElsewhere\(/.test(source)).map(([file]) => file),
  ).toEqual([]);
});

/** Files and ways on that name no woman, each looked through. */
const NAMELESS = [
  'articles/[articleId]/preview/card/[shape]/route.ts',
  'courses/materials/[materialId]/route.ts',
  'coverage/[communeId]/train/route.ts',
  'coverage/remind/route.ts',
  'coverage/train/route.ts',
  'media/[pictureId]/route.ts',
  'pictures/[pictureId]/print/route.ts',
  'reports/template/file/route.ts',
];

test('a file or paper that leaves without a line in the trail is one that names no woman', () => {
  const without = files.filter((file) => !/commands'/.test(readFileSync(join('app/admin', file), 'utf8')));
  expect(without.sort()).toEqual(NAMELESS);
});
