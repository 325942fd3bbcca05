import { expect, test } from 'vitest';
import { isFromElsewhere } from '@/app/forms/ways-on';
import { download } from './export-response';

test('a file with persons is for her alone: nothing on the way keeps it, and a browser takes it for what it is', () => {
  const { headers } = download('a;b', 'text/csv; charset=utf-8', 'hoi-vien.csv');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toBe('attachment; filename="hoi-vien.csv"');
});

test('a link on somebody else’s page takes no list out; the portal’s own, and an address that is typed, do', () => {
  const asked = (site?: string) =>
    isFromElsewhere(
      new Request('https://x.invalid/admin/people/export', { ...(site && { headers: { 'sec-fetch-site': site } }) }),
    );
  expect(asked('cross-site')).toBe(true);
  for (const site of ['same-origin', 'none', undefined]) expect(asked(site)).toBe(false);
});
