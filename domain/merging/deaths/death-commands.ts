import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, today } from '@/domain/days/day';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { DeathInput, TakeBackDeathInput } from './death';
import { countRolesOfOthers } from './death-queries';
import { closeDoors, endWhatRuns, leaveTrainings, lockHer, noteDay, openDayAfter } from './death-writes';

export type DeathProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'day-in-future'
  | 'died-already'
  | 'herself'
  | 'roles-of-city'
  | 'period-locked';

/**
 * A woman has died: after her last day, or from the first day that is not closed, nothing of hers runs, and nobody writes to her.
 * `roles-of-city`: a role of hers is for the city to end.
 */
export async function recordDeath(viewer: Viewer, input: DeathInput): Promise<Result<{ id: string }, DeathProblem>> {
  const { personId, version, lastDay } = input;
  const refused = await refusalOfReach(viewer, personId);
  if (refused) return refused;
  if (lastDay > today()) return problem('day-in-future');
  if (viewer.personId === personId) return problem('herself');
  return countedTransaction(async (tx) => {
    const records = await lockHer(tx, personId);
    const her = records.find(({ id }) => id === personId);
    if (!her) return problem('not-found');
    if (her.diedOn) return problem('died-already', { day: her.diedOn });
    if (her.version !== version) return problem('changed-meanwhile', { version: String(her.version) });
    const ids = records.map(({ id }) => id);
    const after = addDays(lastDay, 1);
    const roles = await countRolesOfOthers(viewer, ids, after, tx);
    if (roles > 0) return problem('roles-of-city', { count: String(roles) });
    const open = await openDayAfter(tx, ids, after);
    const day = open && open > after ? open : after;
    await leaveTrainings(tx, ids, records);
    await endWhatRuns(tx, viewer, ids, day);
    await closeDoors(tx, viewer, ids, day);
    await noteDay(tx, ids, lastDay);
    await trail(tx, viewer, 'recordDeath', her, { lastDay, ...(day > after && { day }) });
    return ok({ id: personId });
  });
}

export type TakeBackDeathProblem = 'not-found' | 'not-allowed' | 'changed-meanwhile' | 'not-died' | 'period-locked';

/** It was noted of the wrong woman: her record is that of a living one again. What had ended is begun anew by hand, with its own days. */
export async function takeBackDeath(
  viewer: Viewer,
  { personId, version }: TakeBackDeathInput,
): Promise<Result<{ id: string }, TakeBackDeathProblem>> {
  const refused = await refusalOfReach(viewer, personId);
  if (refused) return refused;
  return countedTransaction(async (tx) => {
    const records = await lockHer(tx, personId);
    const her = records.find(({ id }) => id === personId);
    if (!her) return problem('not-found');
    if (!her.diedOn) return problem('not-died');
    if (her.version !== version) return problem('changed-meanwhile', { version: String(her.version) });
    await noteDay(
      tx,
      records.map(({ id }) => id),
      null,
    );
    await trail(tx, viewer, 'takeBackDeath', her, {});
    return ok({ id: personId });
  });
}

/** Beyond her reach there is none; who sees her but may not hand her work over is told so. */
async function refusalOfReach(viewer: Viewer, personId: string) {
  const among = (permission: 'people.see' | 'merging.hand-over') =>
    db.person.count({ where: { id: personId, ...personsKeptWithin(viewer, permission) } });
  const [seen, may] = await Promise.all([among('people.see'), among('merging.hand-over')]);
  return seen === 0 ? problem('not-found') : may === 0 ? problem('not-allowed') : null;
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  action: 'recordDeath' | 'takeBackDeath',
  { id, keeperUnitId }: { id: string; keeperUnitId: string },
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'recordDeath' ? 'ended' : 'changed',
    action,
    subjectType: 'person',
    subjectId: id,
    unitId: keeperUnitId,
    change,
  });
