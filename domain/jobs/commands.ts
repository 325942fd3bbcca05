import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { JobInput } from './job';

/** Makes a job due now: whichever process looks next does it, within seconds. What it did before stays written down. */
export async function runJobNow(viewer: Viewer, { name }: JobInput): Promise<Result<JobInput, 'not-found'>> {
  if (!mayAnywhere(viewer, 'jobs.run')) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.job.updateMany({ where: { name }, data: { dueAt: new Date(0) } });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, { verb: 'changed', action: 'runJobNow', subjectType: 'job', change: { name } });
    return ok({ name });
  });
}
