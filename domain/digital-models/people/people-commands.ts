import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { endDetail, endingTrail, firstDayWithout } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findModelToChange, type ModelToChange } from '../change-queries';
import { keepsMembers } from '../digital-model';
import { holdModel, type RefusalProblem, refusalOfAdding, refusalOfDay, refusalOfEnding } from '../refusals';
import { candidatesWithin, type EndInput, type MembersInput, type SeatInput } from './model-people';

type Reached = 'not-found' | 'not-allowed' | RefusalProblem;
type Added = Result<{ id: string }, AddProblem>;
export type AddProblem = Reached | 'no-members-of-its-own' | 'head-stands' | 'on-board-already' | 'member-already';

/** The database's rules about the people of a model, by their names, and what they are called here. */
const refused: Record<string, AddProblem> = {
  one_board_head: 'head-stands',
  one_board_seat: 'on-board-already',
  one_model_member: 'member-already',
};

/**
 * Gives a member of the host's sub-association an office on the board from a day on. One head at a time, one office a
 * woman: an office that goes on must end first.
 */
export const appointToBoard = (viewer: Viewer, input: SeatInput): Promise<Added> =>
  add(viewer, { ...input, personIds: [input.personId] }, 'appointToBoard', async (tx, model) => {
    const { personId, office, from } = input;
    const data = { modelId: model.id, personId, office, validFrom: toDate(from) };
    await tx.boardSeat.create({ data, select: { id: true } });
    return { personId, office, from };
  });

/** Takes several members of the host's sub-association into a model from a day on: all of them, or none. */
export const addModelMembers = (viewer: Viewer, input: MembersInput): Promise<Added> =>
  add(viewer, input, 'addModelMembers', async (tx, model) => {
    const personIds = [...new Set(input.personIds)];
    const row = { modelId: model.id, validFrom: toDate(input.from), recordedById: viewer.accountId };
    await tx.modelMember.createMany({ data: personIds.map((personId) => ({ ...row, personId })) });
    return { personIds, from: input.from };
  });

type Adding = { modelId: string; personIds: string[]; from: Day };
type Write = (tx: Transaction, model: ModelToChange) => Promise<Record<string, unknown>>;

async function add(viewer: Viewer, { modelId, personIds, from }: Adding, action: string, write: Write): Promise<Added> {
  const found = await findModelToChange(viewer, modelId, 'digital-models.keep-people');
  if (!found.ok) return found;
  const model = found.value;
  if (action === 'addModelMembers' && !keepsMembers(model.kind)) return problem('no-members-of-its-own');
  const ids = [...new Set(personIds)];
  const known = await db.person.count({ where: { AND: [{ id: { in: ids } }, candidatesWithin(viewer, model.area)] } });
  if (known < ids.length) return problem('not-found');
  const wrongDay = refusalOfDay(model, from);
  if (wrongDay) return wrongDay;

  try {
    return await countedTransaction(async (tx) => {
      const refusedNow = await refusalOfAdding(tx, model, from);
      if (refusedNow) return refusedNow;
      const change = await write(tx, model);
      await record(tx, viewer, { verb: 'created', action, ...subjectOf(model), change });
      return ok({ id: model.id });
    });
  } catch (error) {
    const name = refused[refusal(error) ?? ''];
    if (name) return problem(name);
    throw error;
  }
}

const subjectOf = ({ id, unitId }: ModelToChange) => ({ subjectType: 'digital-model', subjectId: id, unitId });

export type EndProblem = Reached | 'ended-already' | 'end-too-early' | 'in-household';
type Ended = Result<{ id: string }, EndProblem>;
type Open = { personId: string; validFrom: Date; validTo: Date | null } | null;
type Ending = {
  action: string;
  read: (tx: Transaction) => Promise<Open>;
  /** what keeps her, though the row could end */
  stays?: (tx: Transaction, row: NonNullable<Open>) => Promise<unknown>;
  write: (tx: Transaction, validTo: Date) => Promise<unknown>;
};

/** Ends an office on the board after its last day, or takes it back as if it never was. */
export const endBoardSeat = (viewer: Viewer, input: EndInput): Promise<Ended> => {
  const where = { id: input.rowId, modelId: input.modelId };
  return end(viewer, input, {
    action: 'endBoardSeat',
    read: (tx) => tx.boardSeat.findFirst({ where, select: { personId: true, validFrom: true, validTo: true } }),
    write: (tx, validTo) =>
      tx.boardSeat.update({ where: { id: input.rowId }, data: { validTo }, select: { id: true } }),
  });
};

/** Ends a membership of a model, or takes it back. Who belongs to a household of a family leaves with it. */
export const endModelMember = (viewer: Viewer, input: EndInput): Promise<Ended> => {
  const where = { id: input.rowId, modelId: input.modelId };
  return end(viewer, input, {
    action: 'endModelMember',
    stays: (tx, { personId }) =>
      tx.householdMember.findFirst({
        where: {
          personId,
          ...activeOn(today()),
          household: { modelHouseholds: { some: { ...activeOn(today()), modelId: input.modelId } } },
        },
        select: { id: true },
      }),
    read: (tx) => tx.modelMember.findFirst({ where, select: { personId: true, validFrom: true, validTo: true } }),
    write: (tx, validTo) =>
      tx.modelMember.update({ where: { id: input.rowId }, data: { validTo }, select: { id: true } }),
  });
};

async function end(viewer: Viewer, input: EndInput, { action, read, stays, write }: Ending): Promise<Ended> {
  const found = await findModelToChange(viewer, input.modelId, 'digital-models.keep-people');
  if (!found.ok) return found;
  const model = found.value;
  const wrongDay = input.lastDay && refusalOfDay(model, input.lastDay);
  if (wrongDay) return wrongDay;
  return countedTransaction(async (tx) => {
    await holdModel(tx, model.id);
    const row = await read(tx);
    if (!row) return problem('not-found');
    const from = fromDate(row.validFrom);
    if (row.validTo) return problem('ended-already', endDetail(from, fromDate(row.validTo)));
    const end = firstDayWithout(input, from);
    if (!end.ok) return end;
    const refusedNow = await refusalOfEnding(tx, model, end.value);
    if (refusedNow) return refusedNow;
    if (await stays?.(tx, row)) return problem('in-household');
    await write(tx, toDate(end.value));
    const change = { personId: row.personId, ...endingTrail(input) };
    await record(tx, viewer, { verb: 'ended', action, ...subjectOf(model), change });
    return ok({ id: model.id });
  });
}
