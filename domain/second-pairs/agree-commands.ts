import type { Viewer } from '@/domain/access/viewer';
import { problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Content, Second, SecondAction, Standing, StandingProblem } from './second-pair';
import { bySecond } from './second-pair-writes';

/**
 * The second agrees to what whoever asked, the viewer, does herself, as a list that she takes away: nothing is done yet, and from now on she may do just
 * that, once.
 */
export const agreeOnly = (
  viewer: Viewer,
  action: SecondAction,
  second: Second,
): Promise<Result<Standing, StandingProblem>> =>
  transaction(async (tx) => {
    const row = await tx.secondPair.findFirst({
      where: { id: second.requestId, action },
      select: { unitId: true, count: true, role: true, payload: true },
    });
    if (!row) return problem('request-over');
    const { unitId, count, role, payload } = row;
    const content = payload as Content;
    return bySecond(tx, viewer, { what: action, unitId, count, content, ...(role && { role }) }, second);
  });
