import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer } from '@/test/union';
import { runJobNow } from './commands';
import { listJobs, listTroubledJobs } from './queries';

let administrator: Viewer;
let official: Viewer;
beforeAll(async () => {
  const union = await makeUnion();
  administrator = await makeViewer('system_administrator', union.province);
  official = await makeViewer('province_official', union.province);
});

test('the administrator sees every job, also one that has never run, and those that need her; others see that there is no such thing', async () => {
  await db.job.createMany({
    data: [
      { name: 'seats', dueAt: new Date(Date.now() + 60_000), doneAt: new Date(), moved: 4, took: 12 },
      { name: 'forgetting', dueAt: new Date(Date.now() + 60_000), failures: 2, failedAt: new Date(), error: '57014' },
    ],
  });
  expect(await listJobs(administrator)).toMatchObject([
    { name: 'seats', state: 'fine', moved: 4, took: 12 },
    { name: 'unit-moves', state: 'late', dueAt: null, doneAt: null },
    { name: 'forgetting', state: 'failing', failures: 2, error: '57014' },
    { name: 'coverage', state: 'late' },
    { name: 'periods', state: 'late' },
    { name: 'digest', state: 'late' },
    { name: 'spot-checks', state: 'late' },
    { name: 'publications', state: 'late' },
    { name: 'pushes', state: 'late' },
    { name: 'signings', state: 'late' },
    { name: 'pictures', state: 'late' },
    { name: 'picture-sizes', state: 'late' },
    { name: 'links', state: 'late' },
    { name: 'uploads', state: 'late' },
    { name: 'file-removals', state: 'late' },
    { name: 'backups', state: 'late' },
    { name: 'backup-changes', state: 'late' },
    { name: 'alarms', state: 'late' },
  ]);
  expect(await listTroubledJobs(administrator)).toHaveLength(17);
  expect(await listJobs(official)).toBeNull();
  expect(await listTroubledJobs(official)).toHaveLength(0);
});

test('she has one done now, which goes into the trail; nobody else can, and one that no process knows yet cannot be', async () => {
  expect(await runJobNow(official, { name: 'seats' })).toEqual({ ok: false, problem: 'not-found' });
  expect(await runJobNow(administrator, { name: 'unit-moves' })).toEqual({ ok: false, problem: 'not-found' });
  expect((await runJobNow(administrator, { name: 'seats' })).ok).toBe(true);
  const { dueAt, moved } = await db.job.findUniqueOrThrow({ where: { name: 'seats' } });
  expect(dueAt.getTime()).toBeLessThan(Date.now());
  expect(moved).toBe(4);
  const entry = await db.auditEntry.findFirst({ where: { action: 'runJobNow' } });
  expect(entry).toMatchObject({ actorId: administrator.accountId, subjectType: 'job', change: { name: 'seats' } });
});
