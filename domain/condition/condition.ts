import { dayOf } from '@/domain/days/day';
import { mailTroubleOf } from '@/domain/messages/mail-trouble';
import { type Check, check, inOrder } from './check';
import type { DatabaseFacts, KeptFacts, MachineFacts } from './facts';
import { machineChecks, postgresChecks, providerCheck } from './machine-checks';

/** Roles whose open sessions are told one by one. */
const namedRoles = ['system_administrator', 'province_official', 'commune_official', 'sub_association_head'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A backup is made each day: one that is later than this was left out. */
const BACKUP_HOURS = 26;
/** The trail is gone through at midnight and at each start. */
const TRAIL_DAYS = 2;
/** Keys are changed once a year (docs/operations.md). */
const KEY_DAYS = 366;
/** A certificate is renewed by itself a month before its end; two weeks before it, that did not work. */
const CERTIFICATE_DAYS = { ending: 30, ended: 14 };
/** A letter that has waited for so long has been tried five times. */
const MAIL_HOURS = 1;
/** Pages that take longer than a second for one in twenty readers are slow, where enough were read to say so. */
const SLOW = { ms: 1_000, least: 20 };
/** Codes of the second step are good for less than two minutes. */
const CLOCK_MS = 60_000;
/** Slips of the fingers and closed pages: a city's officials come to a few dozen a day. */
const REFUSED_MANY = 500;

export type Facts = { machine: MachineFacts; kept: KeptFacts; database: DatabaseFacts; wanted: readonly string[] };

/** How the portal stands at an instant, what must be done first. `wanted`: names of the migrations of this release. */
export function conditionOf({ machine, kept, database, wanted }: Facts, now: Date): Check[] {
  const day = dayOf(now);
  return inOrder([
    check('settings', 'right'),
    database.alarms > 0 ? check('alarms', 'unseen', { count: database.alarms }) : check('alarms', 'none'),
    trailCheck(kept.trail, now),
    backupCheck(kept.backup, machine, now),
    keyCheck(machine, database.key, now),
    migrationCheck(database.migrations, wanted),
    jobCheck(database.jobs),
    mailCheck(database.mail, machine, now),
    certificateCheck(kept.certificate, machine, now),
    providerCheck(kept.provider, machine),
    pageCheck(kept.pages),
    ...accessChecks(database, kept),
    pushCheck(database.push),
    clockCheck(database.aheadMs),
    ...machineChecks(machine, day),
    ...postgresChecks(database.version, database.bytes, machine, day),
  ]);
}

const hasPassed = (since: Date, most: number, now: Date) => now.getTime() - since.getTime() > most;

function trailCheck(trail: KeptFacts['trail'], now: Date): Check {
  if (!trail) return check('trail', 'never');
  const figures = { at: trail.at, entries: trail.entries, wrong: trail.wrong };
  if (trail.wrong > 0) return check('trail', 'broken', figures);
  return check('trail', hasPassed(trail.at, TRAIL_DAYS * DAY, now) ? 'old' : 'whole', figures);
}

function backupCheck(backup: KeptFacts['backup'], { demonstration }: MachineFacts, now: Date): Check {
  const { doneAt = null, failedAt = null, brokenAt = null, gap = null } = backup ?? {};
  if (brokenAt) return check('backups', 'broken', { brokenAt });
  if (failedAt && (!doneAt || failedAt > doneAt)) return check('backups', 'failed', { failedAt });
  if (gap && (!doneAt || gap.since > doneAt)) return check('backups', 'gap', gap);
  if (doneAt) return check('backups', hasPassed(doneAt, BACKUP_HOURS * HOUR, now) ? 'old' : 'made', { at: doneAt });
  return check('backups', demonstration ? 'demonstration' : 'none');
}

function keyCheck({ keys }: MachineFacts, { at, kept }: DatabaseFacts['key'], now: Date): Check {
  if (keys === 'open' || keys === 'missing') return check('keys', keys);
  const figures = { at: at ?? now, count: kept };
  if (at && hasPassed(at, KEY_DAYS * DAY, now)) return check('keys', 'old', figures);
  return check('keys', kept > 1 ? 'several' : keys, figures);
}

function migrationCheck(applied: readonly string[], wanted: readonly string[]): Check {
  const there = new Set(applied);
  const missing = wanted.filter((name) => !there.has(name));
  if (missing.length === 0) return check('migrations', 'applied', { count: applied.length });
  return check('migrations', 'missing', { count: missing.length, first: missing[0] ?? '' });
}

function jobCheck({ failing, late, found }: DatabaseFacts['jobs']): Check {
  if (failing > 0) return check('jobs', 'failing', { count: failing });
  if (late > 0) return check('jobs', 'late', { count: late });
  return found > 0 ? check('jobs', 'found', { count: found }) : check('jobs', 'onTime');
}

function mailCheck(mail: DatabaseFacts['mail'], machine: MachineFacts, now: Date): Check {
  const { waiting, oldestAt, failed, code } = mail;
  const why = { trouble: code ? mailTroubleOf(code) : 'none', ...(code && { code }) };
  if (oldestAt && hasPassed(oldestAt, MAIL_HOURS * HOUR, now))
    return check('mail', 'waiting', { count: waiting, oldestAt, ...why });
  if (!machine.mailServer && !machine.demonstration) return check('mail', 'unnamed', { count: waiting });
  if (failed > 0) return check('mail', 'failed', { count: failed, ...why });
  return check('mail', machine.mailServer ? 'sent' : 'demonstration', { count: waiting });
}

function certificateCheck(certificate: KeptFacts['certificate'], { https }: MachineFacts, now: Date): Check {
  if (!https) return check('certificate', 'none');
  if (!certificate) return check('certificate', 'unasked');
  const { at, endsAt } = certificate;
  if (!endsAt) return check('certificate', 'unreached', { at });
  const days = Math.floor((endsAt.getTime() - now.getTime()) / DAY);
  const { ending, ended } = CERTIFICATE_DAYS;
  return check('certificate', days < ended ? 'ended' : days < ending ? 'ending' : 'valid', { endsAt, days });
}

function pageCheck(pages: KeptFacts['pages']): Check {
  const enough = (pages ?? []).filter(({ count }) => count >= SLOW.least);
  const [slowest] = [...enough].sort((one, other) => other.p95 - one.p95);
  if (!slowest) return check('pages', 'unmeasured');
  const figures = { kind: slowest.kind, p95: slowest.p95, count: enough.filter(({ p95 }) => p95 > SLOW.ms).length };
  return check('pages', slowest.p95 > SLOW.ms ? 'slow' : 'quick', figures);
}

/** One of the two is wrong: which, a person sees by her own. */
function clockCheck(aheadMs: number): Check {
  const figures = { minutes: Math.round(Math.abs(aheadMs) / 60_000) };
  if (Math.abs(aheadMs) < CLOCK_MS) return check('clock', 'same');
  return check('clock', aheadMs > 0 ? 'ahead' : 'behind', figures);
}

function accessChecks({ sessions, accounts }: DatabaseFacts, { refused }: KeptFacts): Check[] {
  const count = sessions.reduce((sum, each) => sum + each.count, 0);
  const named = namedRoles.map((role) => [role, sessions.find((each) => each.role === role)?.count ?? 0] as const);
  const others = named.reduce((rest, [, each]) => rest - each, count);
  return [
    check('sessions', 'open', { count, others, ...Object.fromEntries(named) }),
    check('second-factors', accounts.without > 0 ? 'without' : 'all', { ...accounts }),
    refused === null
      ? check('refusals', 'unknown')
      : check('refusals', refused >= REFUSED_MANY ? 'many' : 'few', { count: refused }),
  ];
}

function pushCheck({ devices, sent, refused }: DatabaseFacts['push']): Check {
  const figures = { devices, sent, refused };
  if (refused > 0 && refused >= sent) return check('push', 'refused', figures);
  return check('push', devices > 0 ? 'told' : 'nobody', figures);
}
