import { expect, test, vi } from 'vitest';
import { works } from './work';

const due = vi.hoisted(() => vi.fn(async () => 2));
vi.mock('@/domain/newsroom/due-publication-commands', () => ({ settleDuePublications: due }));
vi.mock('@/domain/articles/subject-person/settle-commands', () => ({
  settleSubjectPersons: async () => {
    throw new Error('no answer');
  },
}));

test('publications that are due go out though stories of women cannot be settled, and the run says that it failed', async () => {
  const work = works.find(({ name }) => name === 'publications');
  await expect(work?.run(async () => true, false)).rejects.toThrow('no answer');
  expect(due).toHaveBeenCalledOnce();
});
