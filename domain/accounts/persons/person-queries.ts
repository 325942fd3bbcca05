import { reach, withinAreas } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { problem } from '@/domain/result';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { findAccount } from '../queries';
import { type AccountPerson, toTeach } from './person';

/** Whose record an account is attached to, for whoever may know of the account. */
export async function findAccountPerson(viewer: Viewer, accountId: string): Promise<AccountPerson> {
  if (!(await findAccount(viewer, accountId))) return { kind: 'none' };
  const row = await db.account.findUnique({ where: { id: accountId }, select: { personId: true } });
  if (!row?.personId) return { kind: 'none' };
  const person = await db.person.findFirst({
    where: { id: row.personId, ...personsWithin(viewer, 'people.see') },
    select: { id: true, fullName: true, keeperUnit: { select: unitSelect() } },
  });
  if (!person) return { kind: 'unseen' };
  const keeper = toUnit(person.keeperUnit);
  const { name, communeName } = toHost(keeper, await listPublishedNames(unitsAbove(keeper)));
  return {
    kind: 'seen',
    id: person.id,
    name: person.fullName ?? '',
    keeperName: [name, communeName !== name && communeName].filter(Boolean).join(', '),
    toTeach: await db.sessionTrainer.count({ where: toTeach(person.id) }),
  };
}

/** The unit that keeps a record the viewer may attach to an account; null where there is none that she sees. */
export async function findPersonToAttach(
  viewer: Viewer,
  personId: string,
): Promise<{ id: string; unitId: string } | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: { id: true, keeperUnitId: true },
  });
  return row && { id: row.id, unitId: row.keeperUnitId };
}

/** One account for each record: whose move it is where another one has it already. */
export type TakenProblem = 'record-taken' | 'record-taken-elsewhere';

/** Refuses a record that an account is attached to: named where the viewer may know of that account. */
export async function refusalOfTaken(viewer: Viewer, personId: string) {
  const other = await db.account.findUnique({ where: { personId }, select: { id: true } });
  if (!other) return null;
  const seen = await findAccount(viewer, other.id);
  return seen ? problem('record-taken', { account: seen.displayName }) : problem('record-taken-elsewhere');
}

/** The names of these accounts, as far as she may know of them. */
export async function listAccountNames(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.account.findMany({
    where: {
      id: { in: [...ids] },
      roleGrantsAsAccount: { some: { unit: withinAreas(reach(viewer, 'accounts.see')) } },
    },
    select: { id: true, displayName: true },
    take: ids.length,
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
