import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesSince, waitingChanges } from '../backup/changes.mjs';
import { checkRoomFor } from '../backup/disk-room.mjs';
import { openLogFolder, systemOf } from '../database/change-log.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { write } from '../ground/settings.mjs';
import { unsettledFile } from '../portal/portal.mjs';
import { changesOf, laidChanges, layChanges, placeBeside, recover, removeBeside, unpackCluster } from './recovery.mjs';
import {
  besideWay,
  bornLine,
  historyName,
  isHistory,
  positionOf,
  timelineOf,
  untoldLines,
  wayOn,
} from './timelines.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */
/** @import { Asked } from './put-back.mjs' */
/** @import { Way } from './timelines.mjs' */

/**
 * How a gap is told, with what can be done about it.
 * @param {Pick<Way, 'missing' | 'behind'>} way
 * @param {string[]} damaged
 */
function gapSentence({ missing: [first = ''], missing, behind }, damaged) {
  const what = missing.length === 1 ? 'A segment of the log is' : `${missing.length} segments of the log are`;
  const how = damaged.includes(first) ? 'damaged' : 'missing';
  return `${what} ${how}, the first of them ${first}: nothing behind it can be put back, ${behind} whole segments included. Look for another copy of the folder of backups; or take what is before it: --up-to-gap`;
}

/**
 * Which way the log leads on, and whether it is whole that far: a gap would end the recovery without a word. What lies beside it is not laid
 * ready any longer.
 * @param {Place} beside
 * @param {Asked} asked
 * @param {Manifest} manifest
 * @param {string[]} damaged
 */
function findWay(beside, { to, upToGap }, { firstChange, lastChange }, damaged) {
  if (!firstChange) return undefined;
  const { names, histories } = laidChanges(beside);
  const how = { histories, firstChange, lastChange, to };
  const [lost] = untoldLines(names, how).map(historyName);
  const history = damaged.filter(isHistory).find((name) => timelineOf(name) > timelineOf(firstChange)) ?? lost;
  if (history && !upToGap)
    throw new PlainProblem(
      `The history ${history} of the log is ${damaged.includes(history) ? 'damaged' : 'missing'}: what was written after an earlier restore cannot be followed. Look for another copy of the folder of backups; or take what can be followed without it: --up-to-gap`,
    );
  const way = wayOn(names, how);
  for (const name of besideWay(names, how)) rmSync(join(changesOf(beside), name));
  // a minute may lie before the gap: the recovery itself finds out
  if (way.missing.length > 0 && !to && !upToGap) throw new PlainProblem(gapSentence(way, damaged));
  return way;
}

/**
 * Reads the log again along its way, and says how far it came. What ends before the way does is damaged within.
 * @param {Place} beside
 * @param {Asked} asked
 * @param {Way | undefined} way
 * @param {string[]} damaged
 */
async function recoverAlong(beside, { to, upToGap }, way, damaged) {
  // a minute that was asked for lies behind the beginning of the line, or it would be another one; of what was written there nothing is at hand
  if (to && way?.until && !upToGap)
    throw new PlainProblem(
      'What was carried away ends before that minute: it lies behind an earlier restore, and nothing that was written after that one is at hand. Leave out --to for all there is; or take what is before it: --up-to-gap',
    );
  const target = way?.until ? { until: way.until } : { to };
  const reached = await recover(beside, { ...target, ...(way ? { timeline: way.timeline } : {}) }).catch((error) => {
    if (error instanceof PlainProblem && /ends before that minute/.test(error.message) && way && way.missing.length > 0)
      throw new PlainProblem(`That minute lies behind a gap. ${gapSentence(way, damaged)}`);
    throw error;
  });
  const last = way?.last;
  const short = last !== undefined && !to && reached.position !== undefined && reached.position < positionOf(last);
  if (short && !upToGap)
    throw new PlainProblem(
      `The log was read up to its segment ${reached.position} only, not to ${last}: one of those between is damaged within. Look for another copy of the folder of backups; or take what is before it: --up-to-gap`,
    );
  const upTo = reached.at ? `up to ${reached.at.toISOString()}` : 'nothing was written since';
  return short || (way && way.missing.length > 0 && !to) ? `${upTo}, where the log has a gap` : upTo;
}

/**
 * Puts files and log together beside the portal's own cluster, and only then in its place. What lay there is set aside.
 * @param {Asked} asked
 * @param {Manifest} manifest
 * @param {Display} display
 */
export async function putCluster(asked, manifest, display) {
  const { folder, dataDir, place, identities, signal } = asked;
  const beside = placeBeside(place, `${place.cluster}.restored`);
  await removeBeside(beside);
  try {
    const changes = changesSince(folder, manifest);
    const own = existsSync(join(place.cluster, 'PG_VERSION')) && systemOf(place.cluster) === manifest.system;
    const { aside, names } = own ? waitingChanges(place.cluster) : { aside: '', names: [] };
    checkRoomFor(place.cluster, manifest, changes.length + names.length);
    /** @type {string[]} */
    let damaged = [];
    await display.step('Changes', async (progress) => {
      damaged = await layChanges(beside, {
        changes,
        aside: names.map((name) => join(aside, name)),
        identities,
        signal,
        moved: (count) => count % 50 === 0 && progress(`${count} of ${changes.length}`),
      });
      return `${changes.length + names.length} segments of the log`;
    });
    const way = findWay(beside, asked, manifest, damaged);
    await display.step('Files', () =>
      unpackCluster(join(folder, manifest.id, manifest.parts[0]?.name ?? ''), beside, { identities, signal }),
    );
    await display.step('Recovery', () => recoverAlong(beside, asked, way, damaged));
    // from here on it has to be settled, or put back anew, before a portal starts on it
    write(unsettledFile(dataDir), manifest.id);
    const set = setAside(place);
    renameSync(beside.cluster, place.cluster);
    if (place.logged) layHistories(place);
    return set;
  } finally {
    await removeBeside(beside);
  }
}

/**
 * What lay in the place of the cluster gets another name, and is never removed by us.
 * @param {Place} place
 */
function setAside({ cluster }) {
  if (!existsSync(cluster)) return undefined;
  const aside = `${cluster}.before-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
  renameSync(cluster, aside);
  return aside;
}

/**
 * Puts the histories of its timelines aside, to be carried away with the log: PostgreSQL does so by itself only where it recovers with its log put
 * aside. Without them nobody finds what is written from now on.
 * @param {Place} place
 */
function layHistories(place) {
  const log = openLogFolder(place);
  const names = readdirSync(join(place.cluster, 'pg_wal')).filter(isHistory).sort();
  for (const name of names) {
    const text = readFileSync(join(place.cluster, 'pg_wal', name), 'utf8');
    const file = join(log, name);
    writeFileSync(file, name === names.at(-1) ? `${text}${bornLine(new Date())}` : text, { mode: 0o600 });
    if (place.user) chownSync(file, place.user.uid, place.user.gid);
  }
}
