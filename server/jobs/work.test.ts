import { expect, test } from 'vitest';
import { jobNames } from '@/domain/jobs/job';
import { askedWorks, backupWorks, changeWorks, longWorks, outsideWorks, pushWorks, works } from './work';

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

test('each job has one clock, and what takes the processor for a minute or waits for others shares it with nothing', () => {
  const clocks = [works, askedWorks, longWorks, pushWorks, outsideWorks, backupWorks, changeWorks];
  expect(clocks.flatMap(names).sort()).toEqual([...jobNames].sort());
  expect(names(askedWorks)).toEqual(['signings']);
  expect(names(longWorks)).toEqual(['picture-sizes', 'file-removals']);
  expect([pushWorks, outsideWorks].map(names)).toEqual([['pushes'], ['links']]);
  expect([backupWorks, changeWorks].map(names)).toEqual([['backups'], ['backup-changes']]);
});
