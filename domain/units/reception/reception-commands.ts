import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { fromDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findUnit } from '../queries';
import { lockTree } from '../restructuring/rules';
import type { ReceptionInput, ReceptionProblem } from './reception';
import { findReception } from './reception-queries';

/**
 * Says where women of a commune ask and are received; fields that are left empty are told no more. Answers with the unit's id, and
 * 'changed-meanwhile' with what stands where somebody else was first.
 */
export async function setReception(
  viewer: Viewer,
  input: ReceptionInput,
): Promise<Result<{ id: string }, ReceptionProblem>> {
  const { unitId } = input;
  const unit = await findUnit(viewer, unitId, 'units.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'units.receive', unit.path)) return problem('not-allowed');
  if (unit.level !== 'commune') return problem('level-differs');
  const result = await transaction((tx) => write(tx, viewer, input));
  if (result.ok || result.problem !== 'changed-meanwhile') return result;
  const now = await findReception(viewer, unitId);
  return problem('changed-meanwhile', {
    number: now?.number ?? '',
    place: now?.place ?? '',
    hours: now?.hours ?? '',
    version: String(now?.version ?? 0),
  });
}

async function write(tx: Transaction, viewer: Viewer, { unitId, version, number, place, hours }: ReceptionInput) {
  // two who say it at once, and a merger of the commune, wait for each other
  await lockTree(tx);
  const unit = await tx.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: { closedOn: true, reception: { select: { phone: true, place: true, hours: true, version: true } } },
  });
  const closed = unit.closedOn && fromDate(unit.closedOn);
  if (closed && closed <= today()) return problem('closed-already', { day: closed });
  if ((unit.reception?.version ?? 0) !== version) return problem('changed-meanwhile');
  const said = { phone: number ?? null, place: place ?? null, hours: hours ?? null };
  const by = { ...said, setById: viewer.accountId, setAt: new Date() };
  await tx.unitReception.upsert({ where: { unitId }, create: { unitId, ...by }, update: by, select: { unitId: true } });
  const { version: _version, ...before } = unit.reception ?? { version: 0, phone: null, place: null, hours: null };
  await record(tx, viewer, {
    verb: 'changed',
    action: 'setReception',
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    change: { before, after: said },
  });
  return ok({ id: unitId });
}
