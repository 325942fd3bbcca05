import { expect, test } from 'vitest';
import { download } from './export-response';

test('a file with persons is for her alone: nothing on the way keeps it, and a browser takes it for what it is', () => {
  const { headers } = download('a;b', 'text/csv; charset=utf-8', 'hoi-vien.csv');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toBe('attachment; filename="hoi-vien.csv"');
});
