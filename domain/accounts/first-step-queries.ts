import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import type { FirstSteps } from './first-step';

/**
 * The first steps of a new portal, for those who invite: whether an official of the province is there or invited, and
 * a sub-association on record. Null once both are so, and for everybody else.
 */
export async function findFirstSteps(viewer: Viewer): Promise<FirstSteps | null> {
  if (!mayAnywhere(viewer, 'accounts.invite')) return null;
  const [{ official, units } = { official: true, units: true }] = await db.$queryRaw<FirstSteps[]>`
    SELECT EXISTS (SELECT FROM role_grant g WHERE g.role = 'province_official' AND g.revoked_at IS NULL)
      OR EXISTS (SELECT FROM invitation i WHERE i.role = 'province_official') AS official,
      EXISTS (SELECT FROM unit u WHERE u.level = 'sub_association') AS units`;
  return official && units ? null : { official, units };
}
