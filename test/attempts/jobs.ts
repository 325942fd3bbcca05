import { runJobNow } from '@/domain/jobs/commands';
import { listJobs } from '@/domain/jobs/queries';
import { db } from '@/prisma/client';
import type { Attempts } from '../attempt';

export function jobsAttempts(): Attempts<'jobs'> {
  return {
    'jobs.see': async (viewer) => (await listJobs(viewer)) !== null,
    'jobs.run': async (viewer) => {
      await db.job.createMany({ data: [{ name: 'seats' }], skipDuplicates: true });
      return (await runJobNow(viewer, { name: 'seats' })).ok;
    },
  };
}
