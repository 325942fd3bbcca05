import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { type JobRow, jobNames, stateOf } from './job';

/** The portal's jobs, when each ran last and will next; null for a viewer who may not see them. */
export async function listJobs(viewer: Viewer): Promise<JobRow[] | null> {
  if (!mayAnywhere(viewer, 'jobs.see')) return null;
  const known = db.job.findMany({
    where: { name: { in: [...jobNames] } },
    select: {
      name: true,
      dueAt: true,
      running: true,
      startedAt: true,
      doneAt: true,
      moved: true,
      took: true,
      failures: true,
      failedAt: true,
      error: true,
    },
    take: jobNames.length,
  });
  const difference = db.coverageDifference.findFirst({ where: { seenAt: null }, select: { id: true } });
  const [rows, unseen] = await Promise.all([known, difference]);
  const now = new Date();
  return jobNames.map((name) => {
    const { running, ...row } = rows.find((each) => each.name === name) ?? untouched;
    const found = name === 'coverage' && unseen !== null;
    return { ...row, name, state: stateOf({ ...row, running, found }, now) };
  });
}

/** Before the first process has started. */
const untouched = {
  dueAt: null,
  running: false,
  startedAt: null,
  doneAt: null,
  moved: null,
  took: null,
  failures: 0,
  failedAt: null,
  error: null,
};

/** Those that need somebody to look; none for whoever may not see them. */
export async function listTroubledJobs(viewer: Viewer): Promise<JobRow[]> {
  const jobs = (await listJobs(viewer)) ?? [];
  return jobs.filter(({ state }) => state === 'failing' || state === 'late' || state === 'found');
}
