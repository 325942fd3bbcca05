import { mayForProvince, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { ALONE, ALWAYS, type RuleInput, type Second, type StandingProblem } from './second-pair';
import { bySecond, noteDone } from './second-pair-writes';

export type RuleProblem = 'not-found' | 'always-two' | StandingProblem;

/**
 * From how many on something needs two. A stricter rule holds at once; a looser one is itself something that two decide, or one could take
 * the other's word away.
 */
export async function changeRule(
  viewer: Viewer,
  input: RuleInput,
  second?: Second,
): Promise<Result<{ asked: boolean }, RuleProblem>> {
  if (!mayForProvince(viewer, 'second-pairs.rule')) return problem('not-found');
  if (input.action === ALWAYS) return problem('always-two');
  const { action, reason } = input;
  const fromCount = input.fromCount ?? null;
  const [path] = reach(viewer, 'second-pairs.rule');
  const unitId = viewer.grants.find((grant) => grant.path === path)?.unitId ?? null;
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`second pair rule ${action}`}))`;
    const [row] = await tx.$queryRaw<{ before: number | null }[]>`SELECT app.second_rule(${action}) AS before`;
    const before = row?.before ?? null;
    const isLooser = before !== null && (fromCount === null || fromCount > before);
    const deed = { what: 'changeRule' as const, unitId, count: 1, content: { action, fromCount, before, reason } };
    const standing = isLooser ? await bySecond(tx, viewer, deed, second) : ok(ALONE);
    if (!standing.ok) return standing;
    if (standing.value.asked) return ok({ asked: true });
    const { requestId } = standing.value;
    const rule = await tx.secondPairRule.create({
      data: { action, fromCount, reason, setById: viewer.accountId, requestId },
      select: { id: true },
    });
    await noteDone(tx, standing.value);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'changeRule',
      subjectType: 'second-pair-rule',
      subjectId: rule.id,
      unitId,
      change: { of: action, before, fromCount, reason, requestId },
    });
    return ok({ asked: false });
  });
}
