import { expect, test } from 'vitest';
import { priorityColumns } from './columns';

test('a sheet of priority groups tells women in tens, and of fewer than ten that they are fewer, never how many', () => {
  const columns = priorityColumns({
    locale: 'vi',
    heading: (key: string) => key,
    words: (key: string) => key,
  } as never);
  const line = { day: '2026-10-31', place: 'Long Hưng', group: 'elderly', count: 20 } as const;
  const said = (count: number | null) => columns.map(({ value }) => value({ ...line, count }));
  expect(said(20)).toEqual(['31/10/2026', 'Long Hưng', 'consents.sensitive.groups.elderly', 20]);
  expect(said(null).at(-1)).toBe('<10');
});
