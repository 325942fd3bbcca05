import { expect, test } from 'vitest';
import { jobNames } from '@/domain/jobs/job';
import { askedWorks, longWorks, works } from './work';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

test('each job has one clock, and what takes the processor for a minute shares it with nothing', () => {
  expect([works, askedWorks, longWorks].flatMap(names).sort()).toEqual([...jobNames].sort());
  expect(names(askedWorks)).toEqual(['signings']);
  expect(names(longWorks)).toEqual(['picture-sizes']);
});
