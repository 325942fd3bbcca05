import { addDays, type Day } from '@/domain/days/day';
import { type Check, check } from './check';
import type { KeptFacts, MachineFacts, NewMachineFacts, Room, SupportEnds } from './facts';

const GB = 1_000_000_000;
/** Days before the end of a version's fixes on which somebody should think of the next one. */
const ENDING_DAYS = 90;
/** Shares of a disk, and bytes, below which it is said: a start alone writes three gigabytes, a full disk stops the database. */
const LITTLE = { share: 0.15, bytes: 5 * GB };
const FULL = { share: 0.05, bytes: 2 * GB };
/** A gigabyte does for a demonstration (docs/operations.md); a tenth of the memory is what a burst takes. */
const MEMORY = { least: 0.95 * GB, share: 0.1 };

/** https://github.com/nodejs/release#release-schedule; even versions alone. */
export const nodeEnds: SupportEnds = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30', 26: '2029-04-30' };
/** https://www.postgresql.org/support/versioning/ */
export const postgresEnds: SupportEnds = {
  15: '2027-11-11',
  16: '2028-11-09',
  17: '2029-11-08',
  18: '2030-11-14',
};

/** What the machine gives, whether or not the portal runs on it. */
export function machineChecks(facts: MachineFacts, day: Day): Check[] {
  return [
    facts.disk ? roomCheck('disk', facts.disk) : null,
    memoryCheck(facts),
    check('release', 'is', { release: facts.release }),
    check('node', ...supportOf(facts.node, nodeEnds, day)),
  ].filter((each) => each !== null);
}

/** What a new machine lacks before the first start. */
export function newMachineChecks({ port, folder, database }: NewMachineFacts): Check[] {
  return [
    check('port', port.state, { port: String(port.number) }),
    check('folder', folder.state, { path: folder.path }),
    databaseCheck(database),
  ];
}

function databaseCheck(database: NewMachineFacts['database']): Check {
  if (!database) return check('database', 'embedded');
  if ('problem' in database) return check('database', 'unusable', { problem: database.problem });
  return check('database', 'reached', { version: database.version });
}

/** The provider by which people may sign in: what it last said, and whether the portal can prove itself there. */
export function providerCheck(kept: KeptFacts['provider'], { provider }: MachineFacts): Check {
  if (!provider) return check('provider', 'none');
  const { name, secret } = provider;
  if (!secret) return check('provider', 'secretless', { name });
  return kept ? check('provider', kept.says, { name, at: kept.at }) : check('provider', 'unasked', { name });
}

/** The database's version and its disk. */
export function postgresChecks(
  version: string,
  bytes: number,
  { embedded, demonstration, databaseDisk }: MachineFacts,
  day: Day,
): Check[] {
  const said = supportOf(version, postgresEnds, day);
  return [
    embedded ? check('postgres', demonstration ? 'demonstration' : 'embedded', said[1]) : check('postgres', ...said),
    databaseDisk
      ? roomCheck('database-disk', databaseDisk, bytes)
      : check('database-disk', 'elsewhere', { gigabytes: inGigabytes(bytes) }),
  ];
}

/** A version that no table knows is newer than it, or an odd one that gets no fixes for long. */
export function supportOf(
  version: string,
  ends: SupportEnds,
  day: Day,
): ['supported' | 'ending' | 'ended', { version: string; end: string }] {
  const end = ends[Number.parseInt(version, 10)];
  if (!end) return ['supported', { version, end: 'none' }];
  if (day > end) return ['ended', { version, end }];
  return [addDays(day, ENDING_DAYS) > end ? 'ending' : 'supported', { version, end }];
}

function roomCheck(name: 'disk' | 'database-disk', { free, total }: Room, bytes = 0): Check {
  const isBelow = (most: typeof LITTLE) => free < Math.min(most.bytes, total * most.share);
  const figures = { free: inGigabytes(free), total: inGigabytes(total), gigabytes: inGigabytes(bytes) };
  return check(name, isBelow(FULL) ? 'full' : isBelow(LITTLE) ? 'little' : 'room', figures);
}

function memoryCheck({ memory: { total, available } }: MachineFacts): Check {
  const figures = { total: inGigabytes(total), available: inGigabytes(available) };
  if (total < MEMORY.least) return check('memory', 'short', figures);
  return check('memory', available < total * MEMORY.share ? 'little' : 'enough', figures);
}

const inGigabytes = (bytes: number) => Math.round(bytes / (GB / 10)) / 10;
