import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { fromDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findUnit } from './queries';
import { type ChangeProblem, type CodeInput, pathAbove } from './restructuring/change';
import { lockTree, refusalOfCode } from './restructuring/rules';

export type CodeProblem = Extract<
  ChangeProblem,
  'not-found' | 'not-allowed' | 'changed-meanwhile' | 'level-differs' | 'closed-already' | 'code-taken'
>;

/**
 * Gives a commune its official code, or corrects it. The code has no days: it is the commune's identity. One of
 * another commune, closed ones too, is refused ('code-taken' with its name). Answers with the unit's id.
 */
export async function giveUnitCode(
  viewer: Viewer,
  { unitId, version, code }: CodeInput,
): Promise<Result<{ id: string }, CodeProblem>> {
  const unit = await findUnit(viewer, unitId);
  if (!unit) return problem('not-found');
  // as with everything about a commune, who answers for the unit above decides
  if (!may(viewer, 'units.change', pathAbove(unit.path))) return problem('not-allowed');
  if (unit.level !== 'commune') return problem('level-differs');
  return transaction(async (tx) => {
    // a split that gives the same code at the same time waits, or is waited for
    await lockTree(tx);
    const before = await tx.unit.findUniqueOrThrow({
      where: { id: unitId },
      select: { code: true, closedOn: true, version: true },
    });
    if (before.version !== version)
      return problem('changed-meanwhile', { code: before.code ?? '', version: String(before.version) });
    const closed = before.closedOn && fromDate(before.closedOn);
    if (closed && closed <= today()) return problem('closed-already', { day: closed });
    if (before.code === code) return ok({ id: unitId });
    const taken = await refusalOfCode(tx, [code], unitId);
    if (taken) return taken;
    await tx.unit.update({ where: { id: unitId, version }, data: { code }, select: { id: true } });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'giveUnitCode',
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      change: { before: before.code, after: code },
    });
    return ok({ id: unitId });
  });
}
