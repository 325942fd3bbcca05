import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { carry } from '../backup/changes.mjs';
import { makeBackup } from '../backup/make-backup.mjs';
import { identitiesIn, ownKeyFile, sealedFor } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { findServer, stopPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { settle } from '../restore/command.mjs';
import { digestsOf } from '../restore/digests.mjs';
import { putBack } from '../restore/put-back.mjs';
import { wipe } from '../tests/test-database.mjs';
import { holdsBelongings } from './belongings.mjs';
import { startLedger } from './ledger.mjs';
import { makeSource } from './source.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Display } from '../ground/steps.mjs' */
/** @import { Belongings } from './belongings.mjs' */
/** @import { Size } from './main.mjs' */

const FOLDER = join(ROOT, '.test', 'drill');
/** What is promised: seconds that may be lost, and seconds until the portal is there again. */
const RPO_S = 300;
const RTO_S = 1_800;
const CARRIED_EVERY_MS = 60_000;
/** A segment is closed after three minutes and carried away within the next: what is written for a shorter time is not there to be gone back to. */
const SECONDS_LEAST = 240;
const MB = 1024 ** 2;

/** @param {string} name */
const room = (name) => join(FOLDER, name);

/**
 * Goes on writing, carries changes away every minute as the portal does, and kills the server in the middle of it.
 * @param {Parameters<typeof carry>[0] & { place: Place }} wanted
 * @param {number} seconds
 */
async function writeAndKill(wanted, seconds) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    await wait(Math.min(CARRIED_EVERY_MS, Math.max(0, until - Date.now())));
    if (Date.now() < until) await carry(wanted);
  }
  const server = findServer(wanted.place);
  if (server) process.kill(server.pid, 'SIGKILL');
  return Date.now();
}

/**
 * Puts the backup into a fresh place, as on another machine: from the folder of backups and its key alone.
 * @param {{ name: string, backups: string, key: string, erased: string, belongings: Belongings, to?: Date }} how
 * @param {Display} display
 * @param {(databaseUrl: string) => Promise<void>} look before anything is settled
 */
async function restoreInto({ name, backups, key, erased, belongings, to }, display, look) {
  const dataDir = room(name);
  openDataDir(dataDir);
  const identities = identitiesIn(key);
  const place = placeOf(dataDir, { logged: false });
  const since = Date.now();
  const asked = {
    folder: backups,
    dataDir,
    place,
    identities,
    keysIdentities: identities,
    trial: true,
    ...(to ? { to } : {}),
  };
  try {
    const { databaseUrl } = await putBack(asked, display);
    const looking = Date.now();
    await look(databaseUrl);
    const looked = Date.now() - looking;
    await settle({ dataDir, databaseUrl, backups }, display);
    const seconds = (Date.now() - since - looked) / 1000;
    const [her] = await query(databaseUrl, 'SELECT full_name AS name FROM person WHERE id = $1', [erased]);
    return { seconds, gone: her?.name === null, beside: await holdsBelongings({ dataDir, databaseUrl }, belongings) };
  } finally {
    await stopPostgres(place);
    await wipe(dataDir);
  }
}

/**
 * Backs the portal up while it is written to, has somebody erased, writes on, and kills the server.
 * @param {Awaited<ReturnType<typeof makeSource>>} source
 * @param {number} seconds
 * @param {Display} display
 */
async function backUpAndKill({ dataDir, place, databaseUrl, belongings }, seconds, display) {
  const backups = room('backups');
  const sealed = await sealedFor({ dataDir, recipients: [], keysRecipients: [] }, display);
  const wanted = { dataDir, folder: backups, databaseUrl, place, ...sealed };
  const digests = await digestsOf(databaseUrl);
  const ledger = await startLedger(databaseUrl);
  const begun = Date.now();
  const manifest = await makeBackup(wanted, display);
  const took = (Date.now() - begun) / 1000;
  const [{ id }] = await query(databaseUrl, 'SELECT id::text FROM person WHERE full_name IS NOT NULL LIMIT 1');
  writeFileSync(join(dataDir, 'erasures'), `${new Date().toISOString()} ${id}\n`);
  await wait((seconds * 1000) / 8);
  const minute = new Date();
  let killed = 0;
  await display.step('Written on, and killed', async () => {
    killed = await writeAndKill(wanted, (seconds * 7) / 8);
  });
  const acknowledged = await ledger.stop();
  return {
    manifest,
    took,
    acknowledged,
    killed,
    minute,
    ledger,
    digests,
    erased: String(id),
    belongings,
    backups,
    key: ownKeyFile(dataDir),
  };
}

/**
 * Puts back what is left, to its end and to a minute, and holds it against what was acknowledged.
 * @param {Awaited<ReturnType<typeof backUpAndKill>>} left
 * @param {Display} display
 */
async function putBackTwice({ acknowledged, killed, minute, ledger, digests, ...left }, display) {
  /** @type {number[]} */
  const there = [];
  let same = false;
  const { backups, key, erased, belongings } = left;
  const how = { backups, key, erased, belongings };
  const end = await restoreInto({ ...how, name: 'end' }, display, async (url) => {
    there.push(...(await ledger.numbersIn(url)));
    const now = await digestsOf(url, ['public.drill_note']);
    same = Object.entries(digests).every(([table, digest]) => now[table] === digest);
  });
  const back = await restoreInto({ ...how, name: 'minute', to: minute }, display, async (url) =>
    ledger.holdAgainst(await ledger.numbersIn(url), minute),
  );
  const last = there.at(-1) ?? 0;
  const found = new Set(there);
  const lost = acknowledged.filter(({ number }) => number > last);
  const gaps = acknowledged.filter(({ number }) => number <= last && !found.has(number)).length;
  return { end, back, lost: lost.length, gaps, same, rpo: lost[0] ? (killed - lost[0].at) / 1000 : 0 };
}

/**
 * Backs a portal up while it is written to, kills it, puts it back to its end and to a minute, and tells what was lost and how long it took.
 * Returns whether all of it held.
 * @param {Size} size
 * @param {Display} display
 */
export async function drillBackup({ members, seconds }, display) {
  if (seconds < SECONDS_LEAST) throw new PlainProblem(`It is written to for at least ${SECONDS_LEAST} seconds.`);
  for (const name of ['portal', 'end', 'minute']) await wipe(room(name));
  rmSync(FOLDER, { recursive: true, force: true });
  const source = await makeSource(room('portal'), members, display);
  try {
    const left = await backUpAndKill(source, seconds, display);
    const { end, back, lost, gaps, same, rpo } = await putBackTwice(left, display);
    const { manifest, took, acknowledged } = left;
    const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / MB);
    const sealed = megabytes(manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0));
    const beside = end.beside && back.beside;
    const held = rpo <= RPO_S && end.seconds <= RTO_S && same && gaps === 0 && end.gone && back.gone && beside;
    display.line(`
Backup of ${members} members, ${megabytes(manifest.clusterBytes ?? 0)} MB: ${took.toFixed(0)} s while it was written to, ${sealed} MB sealed.
RPO ${rpo.toFixed(0)} s (at most ${RPO_S}): ${lost} of ${acknowledged.length} acknowledged writes were lost with the disk, ${gaps} before them.
RTO ${end.seconds.toFixed(0)} s (at most ${RTO_S}): put back to its end, erased again, trail verified.
To a minute: ${back.seconds.toFixed(0)} s, every write before it there and none after it.
Tables ${same ? 'are' : 'are NOT'} what they were; who was erased ${end.gone && back.gone ? 'stays erased' : 'CAME BACK'}.
Pictures, devices that follow and what waited ${beside ? 'are there, and nothing of it goes out twice' : 'are NOT as they must be'}.
${held ? 'Everything held.' : 'Something did NOT hold.'}`);
    return held;
  } finally {
    for (const name of ['portal', 'end', 'minute']) await wipe(room(name));
    rmSync(FOLDER, { recursive: true, force: true });
  }
}
