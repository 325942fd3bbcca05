import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { HostInput } from './link';
import { mayKeepHosts } from './link-queries';

export type HostProblem = 'not-found' | 'added-already' | 'too-many-hosts';

const HOSTS_MAX = 200;

/** Lets the portal ask a host, and those beneath it, whether its pages are there. */
export async function addHost(viewer: Viewer, { host }: HostInput): Promise<Result<{ host: string }, HostProblem>> {
  if (!mayKeepHosts(viewer)) return problem('not-found');
  return transaction(async (tx) => {
    if ((await tx.linkHost.count()) >= HOSTS_MAX) return problem('too-many-hosts');
    const { count } = await tx.linkHost.createMany({
      data: [{ host, addedById: viewer.accountId }],
      skipDuplicates: true,
    });
    if (count === 0) return problem('added-already');
    await record(tx, viewer, { verb: 'created', action: 'addHost', subjectType: 'link-host', change: { host } });
    return ok({ host });
  });
}

/** Has a host asked no more; its links are told as not asked from the next look on. */
export async function removeHost(viewer: Viewer, { host }: HostInput): Promise<Result<{ host: string }, HostProblem>> {
  if (!mayKeepHosts(viewer)) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.linkHost.deleteMany({ where: { host } });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, { verb: 'ended', action: 'removeHost', subjectType: 'link-host', change: { host } });
    return ok({ host });
  });
}

/** Has all links looked at again, within seconds; a miss of today counts once all the same. */
export async function lookNow(viewer: Viewer): Promise<Result<{ count: number }, HostProblem>> {
  if (!mayKeepHosts(viewer)) return problem('not-found');
  return transaction(async (tx) => {
    const count = await tx.$executeRaw`UPDATE link SET due_on = app.today() WHERE due_on > app.today()`;
    await tx.job.updateMany({ where: { name: 'links' }, data: { dueAt: new Date(0) } });
    await record(tx, viewer, { verb: 'changed', action: 'lookNow', subjectType: 'link', change: { count } });
    return ok({ count });
  });
}
