import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { endDetail, endingTrail, firstDayWithout, hasEndedBy, lastingAfter } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { holdVersion } from '@/domain/version-writes';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonReached } from '../change-queries';
import { personsWithin } from '../person';
import { refusalOfDeath } from './leaving-writes';
import { type AppointInput, type EndOfficeInput, type OpenTermInput, titlesOf } from './office';
import { holdReached } from './reached-writes';

type Reached = 'not-found' | 'not-allowed';
export type AppointProblem =
  | 'has-died'
  | Reached
  | 'title-level'
  | 'too-far-ahead'
  | 'unit-not-open'
  | 'unit-closed'
  | 'no-membership'
  | 'term-days'
  | 'term-elsewhere'
  | 'head-taken'
  | 'office-held';

/**
 * Gives a title in a unit from a day on, within a term where one is named; no right comes with it. Of two who appoint
 * a head at once the second is told whose place it is, where allowed.
 */
export async function appoint(viewer: Viewer, input: AppointInput): Promise<Result<{ id: string }, AppointProblem>> {
  const { personId, unitId, title, termId, from } = input;
  const [person, unit] = await Promise.all([
    findPersonReached(viewer, personId, 'people.appoint'),
    findUnit(viewer, unitId, 'people.see'),
  ]);
  if (!person || !unit) return problem('not-found');
  if (!may(viewer, 'people.appoint', unit.path)) return problem('not-allowed');
  if (!titlesOf[unit.level].includes(title)) return problem('title-level');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (from > latest) return problem('too-far-ahead', { day: latest });
  try {
    return await transaction(async (tx) => {
      if (!(await holdReached(tx, viewer, person, 'people.appoint', unitId))) return problem('not-found');
      const refused =
        (await refusalOfUnitDay(tx, unitId, from)) ??
        (await refusalOfDeath(tx, personId)) ??
        (await refusalOfMember(tx, personId, from));
      if (refused) return refused;
      const term = termId ? await findTerm(tx, termId, unitId) : null;
      if (termId && !term) return problem('term-elsewhere');
      if (term && (from < fromDate(term.validFrom) || (term.validTo && from >= fromDate(term.validTo))))
        return problem('term-days', { day: fromDate(term.validFrom) });
      const data = {
        personId,
        unitId,
        title,
        termId: termId ?? null,
        validFrom: toDate(from),
        validTo: term?.validTo ?? null,
      };
      const { id } = await tx.office.create({ data, select: { id: true } });
      await trail(tx, viewer, 'appoint', personId, unitId, { officeId: id, title, from, termId: termId ?? null });
      return ok({ id: personId });
    });
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'one_office') return problem('office-held');
    if (rule === 'one_head') return problem('head-taken', { who: await headOf(viewer, input) });
    throw error;
  }
}

/** An office is held by a member: of whatever unit, on the day on which it begins. */
async function refusalOfMember(tx: Transaction, personId: string, day: Day) {
  const memberships = await tx.membership.count({ where: { personId, ...activeOn(day) } });
  return memberships > 0 ? null : problem('no-membership', { day });
}

/** The term of a unit that is held: whoever opens the next one, and so ends it, waits for that unit. */
const findTerm = (tx: Transaction, id: string, unitId: string) =>
  tx.term.findFirst({ where: { id, unitId }, select: { validFrom: true, validTo: true } });

/** The head of the unit from that day on, where the viewer may see her; empty where not. */
async function headOf(viewer: Viewer, { unitId, title, from }: AppointInput): Promise<string> {
  const row = await db.office.findFirst({
    where: {
      AND: [{ unitId, title, person: personsWithin(viewer, 'people.see') }, lastingAfter(from, db.office.fields)],
    },
    select: { person: { select: { fullName: true } } },
  });
  return row?.person.fullName ?? '';
}

export type EndOfficeProblem = Reached | 'changed-meanwhile' | 'already-ended' | 'end-too-early' | 'too-far-ahead';

/** Ends an office after its last day, or takes it back as if it never was. May whoever appoints in that unit. */
export async function endOffice(
  viewer: Viewer,
  input: EndOfficeInput,
): Promise<Result<{ id: string }, EndOfficeProblem>> {
  const { personId, officeId, version, lastDay, reason } = input;
  const person = await findPersonReached(viewer, personId, 'people.appoint');
  if (!person) return problem('not-found');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (lastDay && lastDay > latest) return problem('too-far-ahead', { day: latest });
  return transaction(async (tx) => {
    if (!(await holdReached(tx, viewer, person, 'people.appoint'))) return problem('not-found');
    const office = await tx.office.findFirst({
      where: { id: officeId, personId },
      select: { validFrom: true, validTo: true, version: true, unit: { select: unitSelect() } },
    });
    if (!office) return problem('not-found');
    const unit = toUnit(office.unit);
    if (!may(viewer, 'people.appoint', unit.path)) return problem('not-allowed');
    const from = fromDate(office.validFrom);
    const to = office.validTo && fromDate(office.validTo);
    if (to && hasEndedBy({ from, to }, today())) return problem('already-ended', endDetail(from, to));
    const end = firstDayWithout(input, from);
    if (!end.ok) return end;
    if (!(await holdVersion(tx, 'office', officeId, version)))
      return problem('changed-meanwhile', { version: String(office.version) });
    const data = { validTo: toDate(end.value), endReason: reason };
    await tx.office.update({ where: { id: officeId }, data, select: { id: true } });
    await trail(tx, viewer, 'endOffice', personId, unit.id, { officeId, ...endingTrail(input) });
    return ok({ id: personId });
  });
}

export type OpenTermProblem = Reached | 'term-level' | 'term-stands' | 'too-far-ahead';

/** Opens a term of a unit's committee, as its congress does; the term before it ends on that day. */
export async function openTerm(
  viewer: Viewer,
  input: Omit<OpenTermInput, 'personId'>,
): Promise<Result<{ id: string }, OpenTermProblem>> {
  const { unitId, name, from } = input;
  const unit = await findUnit(viewer, unitId, 'people.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'people.appoint', unit.path)) return problem('not-allowed');
  if (unit.level === 'group' || unit.level === 'sub_association') return problem('term-level');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (from > latest) return problem('too-far-ahead', { day: latest });
  return transaction(async (tx) => {
    // of two who open a term at once the second sees the first one's
    await tx.$executeRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
    const later = await tx.term.findFirst({
      where: { unitId, validFrom: { gte: toDate(from) } },
      select: { validFrom: true },
    });
    if (later) return problem('term-stands', { day: fromDate(later.validFrom) });
    await tx.term.updateMany({ where: { unitId, ...activeOn(from) }, data: { validTo: toDate(from) } });
    const { id } = await tx.term.create({ data: { unitId, name, validFrom: toDate(from) }, select: { id: true } });
    await record(tx, viewer, {
      verb: 'created',
      action: 'openTerm',
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      change: { termId: id, name, from },
    });
    return ok({ id });
  });
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  action: 'appoint' | 'endOffice',
  subjectId: string,
  unitId: string,
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'appoint' ? 'changed' : 'ended',
    action,
    subjectType: 'person',
    subjectId,
    unitId,
    change,
  });
