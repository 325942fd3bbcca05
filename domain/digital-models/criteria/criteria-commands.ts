import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, fromDate, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ModelKind } from '../digital-model';
import {
  type ArrangeInput,
  CRITERIA_MAX,
  type CriterionInput,
  type DropInput,
  type MoveInput,
  type PlanInput,
} from './criteria';

type DayProblem = 'edition-not-ahead' | 'too-far-ahead';
type Changed = Result<{ kind: ModelKind }, ChangeProblem>;
export type ChangeProblem = 'not-found' | 'not-allowed' | 'changed-meanwhile' | 'edition-in-force';

/** A new checklist of a kind, planned from a day ahead and beginning as a copy of the one before. One is planned at a time. */
export async function planCriteria(
  viewer: Viewer,
  { kind, from }: PlanInput,
): Promise<Result<{ kind: ModelKind }, 'not-found' | 'not-allowed' | DayProblem | 'edition-planned'>> {
  const refused = refusalOf(viewer) ?? refusalOfStart(from);
  if (refused) return refused;
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`criteria ${kind}`}, 0))::text`;
    const [last, planned] = await Promise.all([
      tx.criteriaList.findFirst({ where: { kind }, orderBy: { edition: 'desc' }, select: { edition: true } }),
      tx.criteriaList.findFirst({
        where: { kind, validFrom: { gt: toDate(today()) }, validTo: null },
        select: { validFrom: true },
      }),
    ]);
    if (planned) return problem('edition-planned', { day: fromDate(planned.validFrom) });
    const running = await tx.criteriaList.findFirst({
      where: { kind, validTo: null },
      select: { id: true, criterions: { orderBy: { position: 'asc' }, take: CRITERIA_MAX } },
    });
    if (running)
      await tx.criteriaList.update({
        where: { id: running.id },
        data: { validTo: toDate(from) },
        select: { id: true },
      });
    const copied = running?.criterions.map(({ id: _id, listId: _list, ...criterion }) => criterion) ?? [];
    const { id } = await tx.criteriaList.create({
      data: {
        kind,
        edition: (last?.edition ?? 0) + 1,
        validFrom: toDate(from),
        decidedById: viewer.accountId,
        criterions: { create: copied },
      },
      select: { id: true },
    });
    await note(tx, viewer, 'created', 'planCriteria', id, { kind, from });
    return ok({ kind });
  });
}

/** Moves the first day of a planned checklist; the one in force holds until then. */
export async function moveCriteria(
  viewer: Viewer,
  input: MoveInput,
): Promise<Result<{ kind: ModelKind }, ChangeProblem | DayProblem>> {
  const wrongDay = refusalOf(viewer) ?? refusalOfStart(input.from);
  if (wrongDay) return wrongDay;
  return change(viewer, input, 'moveCriteria', async (tx, { kind, validFrom }) => {
    const [before, own] = [{ kind, validTo: validFrom }, { id: input.listId }];
    const start = toDate(input.from);
    // the one that moves out of the way first, so that the two never overlap
    const end = () =>
      tx.criteriaList.updateMany({ where: { ...before, validFrom: { lt: validFrom } }, data: { validTo: start } });
    const begin = () => tx.criteriaList.updateMany({ where: own, data: { validFrom: start } });
    await (start < validFrom ? end() : begin());
    await (start < validFrom ? begin() : end());
    return { from: input.from };
  });
}

/** Drops a planned checklist before it came into force; the one before goes on. */
export const dropCriteria = (viewer: Viewer, input: DropInput): Promise<Changed> =>
  change(viewer, input, 'dropCriteria', async (tx, { kind, validFrom }) => {
    await tx.criteriaList.updateMany({ where: { id: input.listId }, data: { validTo: validFrom } });
    await tx.criteriaList.updateMany({
      where: { kind, validTo: validFrom, validFrom: { lt: validFrom } },
      data: { validTo: null },
    });
    return {};
  });

/** Adds a criterion at the end of a planned checklist, or rewords one. */
export async function saveCriterion(
  viewer: Viewer,
  input: CriterionInput,
): Promise<Result<{ kind: ModelKind }, ChangeProblem | 'list-full'>> {
  const { listId, criterionId, labelVi, labelEn, required } = input;
  const counts = input.countedBy && input.countedLeast ? input : undefined;
  const data = {
    labelVi,
    labelEn,
    required,
    countedBy: counts?.countedBy ?? null,
    countedLeast: counts?.countedLeast ?? null,
  };
  const own = await db.criterion.findMany({
    where: { listId },
    select: { id: true, position: true },
    take: CRITERIA_MAX,
  });
  if (criterionId && !own.some(({ id }) => id === criterionId)) return refusalOf(viewer) ?? problem('not-found');
  if (!criterionId && own.length >= CRITERIA_MAX) return refusalOf(viewer) ?? problem('list-full');
  return change(viewer, input, 'saveCriterion', async (tx) => {
    const position = Math.max(0, ...own.map((each) => each.position)) + 1;
    if (criterionId) await tx.criterion.update({ where: { id: criterionId }, data, select: { id: true } });
    else await tx.criterion.create({ data: { listId, position, ...data }, select: { id: true } });
    return { labelVi, required };
  });
}

/** Moves a criterion of a planned checklist up or down, or takes it out. */
export const arrangeCriteria = (viewer: Viewer, { step, ...input }: ArrangeInput): Promise<Changed> =>
  change(viewer, input, 'arrangeCriteria', async (tx) => {
    const rows = await tx.criterion.findMany({
      where: { listId: input.listId },
      orderBy: { position: 'asc' },
      select: { id: true, position: true },
      take: CRITERIA_MAX,
    });
    const at = rows.findIndex(({ id }) => id === input.criterionId);
    const one = rows[at];
    const other = step === 'remove' ? undefined : rows[step === 'up' ? at - 1 : at + 1];
    if (one && step === 'remove') await tx.criterion.delete({ where: { id: one.id }, select: { id: true } });
    if (one && other) {
      const place = (id: string, position: number) =>
        tx.criterion.update({ where: { id }, data: { position }, select: { id: true } });
      await place(one.id, 0); // no two stand in one place, for a moment neither
      await place(other.id, one.position);
      await place(one.id, other.position);
    }
    return { step };
  });

/** Checklists are seen by whoever sees models; setting them is the province's. */
function refusalOf(viewer: Viewer) {
  if (!mayAnywhere(viewer, 'digital-models.see')) return problem('not-found');
  return mayForProvince(viewer, 'digital-models.set-criteria') ? null : problem('not-allowed');
}

function refusalOfStart(from: PlanInput['from']) {
  if (from <= today()) return problem('edition-not-ahead');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  return from > latest ? problem('too-far-ahead', { day: latest }) : null;
}

type Planned = { kind: ModelKind; validFrom: Date };

/** A change of a checklist that is not yet in force and still is as she saw it; its version rises. */
async function change(
  viewer: Viewer,
  { listId, version }: DropInput,
  action: string,
  write: (tx: Transaction, list: Planned) => Promise<Record<string, unknown>>,
): Promise<Changed> {
  const refused = refusalOf(viewer);
  if (refused) return refused;
  return transaction(async (tx) => {
    const list = await tx.criteriaList.findUnique({
      where: { id: listId },
      select: { kind: true, validFrom: true, validTo: true, version: true },
    });
    if (!list) return problem('not-found');
    if (list.validTo || list.validFrom <= toDate(today())) return problem('edition-in-force');
    if (!(await takeVersion(tx, 'criteria_list', listId, version)))
      return problem('changed-meanwhile', { version: String(list.version) });
    await note(tx, viewer, 'changed', action, listId, { kind: list.kind, ...(await write(tx, list)) });
    return ok({ kind: list.kind });
  });
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed',
  action: string,
  subjectId: string,
  change: Record<string, unknown>,
) => record(tx, viewer, { verb, action, subjectType: 'criteria', subjectId, change });
