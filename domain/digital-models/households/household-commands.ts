import { withinAreas } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, fromDate, toDate, today } from '@/domain/days/day';
import { endDetail, endingTrail, firstDayWithout, lastingAfter } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { holdVersion } from '@/domain/version-writes';
import { db } from '@/prisma/client';
import type { EndInput } from '../people/model-people';
import { holdModel, type RefusalProblem, refusalOfAdding, refusalOfDay, refusalOfEnding } from '../refusals';
import type { AddHouseholdInput, CreateHouseholdInput, EditHouseholdInput, Household } from './household';
import { findFamily, knowsAll } from './household-change-queries';
import { freeFromHouseholds } from './household-move-writes';
import { findHousehold } from './household-queries';
import { joinWithHouseholds, leaveWithHouseholds, noteHouseholds } from './household-writes';

type Reached = 'not-found' | 'not-allowed' | RefusalProblem | 'not-a-family';
export type HouseholdProblem = Reached | 'household-elsewhere' | 'person-in-household';
type Kept = { id: string };

/** A new household of the host's unit with its head and members, which joins a Digital Family on a day. */
export async function createHousehold(
  viewer: Viewer,
  input: CreateHouseholdInput,
): Promise<Result<Kept, HouseholdProblem>> {
  const found = await findFamily(viewer, input.modelId);
  if (!found.ok) return found;
  const model = found.value;
  const personIds = personsOf(input);
  if (!(await knowsAll(viewer, model, personIds))) return problem('not-found');
  const wrongDay = refusalOfDay(model, input.from);
  if (wrongDay) return wrongDay;

  return countedTransaction(async (tx) => {
    const refused = await refusalOfAdding(tx, model, input.from);
    if (refused) return refused;
    if (!(await freeFromHouseholds(tx, personIds, input.from))) return problem('person-in-household');
    const since = { validFrom: toDate(input.from) };
    const { id: householdId } = await tx.household.create({
      data: {
        unitId: model.unitId,
        headPersonId: input.headPersonId,
        name: input.name ?? null,
        size: input.size ?? null,
        householdMembers: { create: personIds.map((personId) => ({ personId, ...since })) },
        modelHouseholds: { create: { modelId: model.id, ...since } },
      },
      select: { id: true },
    });
    await joinWithHouseholds(tx, model.id, [householdId], input.from);
    await noteHouseholds(tx, viewer, model, 'created', 'createHousehold', {
      householdId,
      persons: personIds.length,
      from: input.from,
    });
    return ok({ id: model.id });
  });
}

/** A household of the host's sub-association joins a Digital Family on a day. It is in one family at a time. */
export async function addHousehold(viewer: Viewer, input: AddHouseholdInput): Promise<Result<Kept, HouseholdProblem>> {
  const found = await findFamily(viewer, input.modelId);
  if (!found.ok) return found;
  const model = found.value;
  const { householdId, from } = input;
  const near = await db.household.count({
    where: { id: householdId, unit: withinAreas([model.area]), householdMembers: { some: activeOn(today()) } },
  });
  if (!near) return problem('not-found');
  const wrongDay = refusalOfDay(model, from);
  if (wrongDay) return wrongDay;

  return countedTransaction(async (tx) => {
    const refused = await refusalOfAdding(tx, model, from);
    if (refused) return refused;
    // of two families that take it up at once the second waits here, and sees the first one's
    await tx.$queryRaw`SELECT 1 AS held FROM household WHERE id = ${householdId}::uuid FOR NO KEY UPDATE`;
    const stands = await tx.modelHousehold.findFirst({
      where: { householdId, ...lastingAfter(from, tx.modelHousehold.fields) },
      select: { id: true },
    });
    if (stands) return problem('household-elsewhere');
    await tx.modelHousehold.create({
      data: { modelId: model.id, householdId, validFrom: toDate(from) },
      select: { id: true },
    });
    await joinWithHouseholds(tx, model.id, [householdId], from);
    await noteHouseholds(tx, viewer, model, 'created', 'addHousehold', { householdId, from });
    return ok({ id: model.id });
  });
}

/** Corrects a household: its name and size, its head, and who belongs to it from today on. */
export async function editHousehold(
  viewer: Viewer,
  input: EditHouseholdInput,
): Promise<Result<Kept, HouseholdProblem | 'changed-meanwhile'>> {
  const found = await findFamily(viewer, input.modelId);
  if (!found.ok) return found;
  const model = found.value;
  const household = await findHousehold(viewer, model.id, input.householdId);
  if (!household) return problem('not-found');
  const personIds = personsOf(input);
  const staying = new Set(household.members.map(({ personId }) => personId));
  const joining = personIds.filter((id) => !staying.has(id));
  const leaving = [...staying].filter((id) => !personIds.includes(id));
  if (!(await knowsAll(viewer, model, joining))) return problem('not-found');

  return countedTransaction(async (tx) => {
    const refused = await refusalOfAdding(tx, model, today());
    if (refused) return refused;
    const { name, size, headPersonId, householdId } = input;
    if (!(await holdVersion(tx, 'household', householdId, input.version))) {
      const now = await findHousehold(viewer, model.id, householdId);
      return now ? problem('changed-meanwhile', asFields(now)) : problem('not-found');
    }
    await tx.household.update({
      where: { id: householdId },
      data: { name: name ?? null, size: size ?? null, headPersonId },
      select: { id: true },
    });
    if (!(await freeFromHouseholds(tx, joining, today()))) return problem('person-in-household');
    const now = toDate(today());
    await tx.householdMember.updateMany({
      where: { householdId, personId: { in: leaving }, ...activeOn(today()) },
      data: { validTo: now },
    });
    await tx.householdMember.createMany({
      data: joining.map((personId) => ({ householdId, personId, validFrom: now })),
    });
    await joinWithHouseholds(tx, model.id, [householdId], today());
    await leaveWithHouseholds(tx, model.id, leaving, today());
    const change = { householdId, joining: joining.length, leaving: leaving.length };
    await noteHouseholds(tx, viewer, model, 'changed', 'editHousehold', change);
    return ok({ id: model.id });
  });
}

/** The household as the form's fields hold it, to be shown beside the typed values. */
const asFields = ({ name, size, headId, version }: Household) => ({
  name: name ?? '',
  size: String(size ?? ''),
  headPersonId: headId,
  version: String(version),
});

export type LeaveProblem = Reached | 'ended-already' | 'end-too-early';

/** A household leaves a Digital Family after its last day there, or is taken back as if it never was in it. */
export async function endHousehold(viewer: Viewer, input: EndInput): Promise<Result<Kept, LeaveProblem>> {
  const found = await findFamily(viewer, input.modelId);
  if (!found.ok) return found;
  const model = found.value;
  const wrongDay = input.lastDay && refusalOfDay(model, input.lastDay);
  if (wrongDay) return wrongDay;
  return countedTransaction(async (tx) => {
    await holdModel(tx, model.id);
    const row = await tx.modelHousehold.findFirst({
      where: { id: input.rowId, modelId: model.id },
      select: {
        householdId: true,
        validFrom: true,
        validTo: true,
        household: { select: { householdMembers: { where: activeOn(today()), select: { personId: true } } } },
      },
    });
    if (!row) return problem('not-found');
    const from = fromDate(row.validFrom);
    if (row.validTo) return problem('ended-already', endDetail(from, fromDate(row.validTo)));
    const end = firstDayWithout(input, from);
    if (!end.ok) return end;
    const refused = await refusalOfEnding(tx, model, end.value);
    if (refused) return refused;
    const data = { validTo: toDate(end.value) };
    await tx.modelHousehold.update({ where: { id: input.rowId }, data, select: { id: true } });
    const living = row.household.householdMembers.map(({ personId }) => personId);
    await leaveWithHouseholds(tx, model.id, living, end.value);
    await noteHouseholds(tx, viewer, model, 'ended', 'endHousehold', {
      householdId: row.householdId,
      ...endingTrail(input),
    });
    return ok({ id: model.id });
  });
}

const personsOf = (input: { headPersonId: string; personIds: string[] }) => [
  ...new Set([input.headPersonId, ...input.personIds]),
];
