import { expect, test, vi } from 'vitest';
import { markMissing, markWaiting } from './cache-tags';

const lent = vi.hoisted(() => [] as string[]);
vi.mock('next/cache', () => ({
  unstable_cache: (work: () => unknown, _key: string[], { tags }: { tags: string[] }) => {
    lent.push(...tags);
    return work;
  },
}));

test('a page says with which status it is answered: that it leads to nothing, or that its reader has to wait', async () => {
  await markMissing();
  await markWaiting();
  expect(lent).toEqual(['status:404', 'status:429']);
});
