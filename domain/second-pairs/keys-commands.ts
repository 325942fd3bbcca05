import { mayForProvince, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { KeysInput, StandingProblem } from './second-pair';
import { bySecond, noteDone } from './second-pair-writes';

const ACTION = 'changeKeys' as const;

/**
 * Asks that the sealing keys be changed at the machine; 'alone-already' where the rules ask for nobody else, so that it may be done as it is.
 */
export async function askForKeys(
  viewer: Viewer,
  { reason }: KeysInput,
): Promise<Result<{ asked: true }, 'not-found' | 'alone-already' | StandingProblem>> {
  if (!mayForProvince(viewer, 'second-pairs.rule')) return problem('not-found');
  const [path] = reach(viewer, 'second-pairs.rule');
  const unitId = viewer.grants.find((grant) => grant.path === path)?.unitId ?? null;
  return transaction(async (tx) => {
    const standing = await bySecond(tx, viewer, { what: ACTION, unitId, count: 1, content: { reason } });
    if (!standing.ok) return standing;
    return standing.value.asked ? ok({ asked: true as const }) : problem('alone-already');
  });
}

/**
 * At the machine: may the keys be changed now? Uses up what two agreed to, or does without where the rules or whoever keeps the machine say so.
 * 'needs-two': it has to be asked for first.
 */
export const takeWordForKeys = (isAlone: boolean): Promise<Result<{ agreed: boolean }, 'needs-two'>> =>
  transaction(async (tx) => {
    const agreed = await tx.secondPair.findFirst({
      where: { action: ACTION, answer: 'agreed', doneAt: null, expiresAt: { gt: new Date() } },
      orderBy: { id: 'desc' },
      select: { id: true },
    });
    if (!agreed && !isAlone && (await isNeededByAnybody(tx))) return problem('needs-two');
    await noteDone(tx, { asked: false, requestId: agreed?.id ?? null });
    await record(tx, null, {
      verb: 'changed',
      action: 'decideKeys',
      subjectType: 'second-pair',
      subjectId: agreed?.id ?? null,
      change: { requestId: agreed?.id ?? null },
    });
    return ok({ agreed: agreed !== null });
  });

/** Whether any two people could decide it: whoever runs a command has no account. */
async function isNeededByAnybody(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ needed: boolean }[]>`
    SELECT EXISTS (SELECT FROM role_grant g JOIN unit u ON u.id = g.unit_id AND u.level = 'province'
      WHERE g.role = ANY (app.seconds_for(${ACTION})) AND app.second_needed(${ACTION}, g.account_id, g.unit_id, 1)) AS needed`;
  return row?.needed === true;
}
