import { describe, expect, test } from 'vitest';
import { inOrder, mustAct, sayings } from './check';
import { conditionOf, type Facts } from './condition';
import { machineChecks, newMachineChecks, nodeEnds, supportOf } from './machine-checks';

const now = new Date('2026-11-29T09:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const GB = 1_000_000_000;

/** A portal in use to which nothing has to be done. */
const well: Facts = {
  wanted: ['1_first', '2_second'],
  machine: {
    node: '24.11.0',
    release: '0.3.0',
    memory: { total: 8 * GB, available: 4 * GB },
    disk: { free: 40 * GB, total: 80 * GB },
    databaseDisk: null,
    embedded: false,
    demonstration: false,
    mailServer: true,
    keys: 'closed',
    https: true,
    provider: { name: 'Tài khoản Đồng Nai', secret: true },
  },
  kept: {
    trail: { at: ago(9), entries: 1200, wrong: 0 },
    backup: { doneAt: ago(7), failedAt: null, brokenAt: null },
    certificate: { at: ago(9), endsAt: ago(-24 * 60) },
    provider: { at: ago(9), says: 'answers' },
    pages: [{ kind: 'public', p95: 120, count: 400 }],
    refused: 12,
  },
  database: {
    version: '18.1',
    migrations: ['1_first', '2_second', '3_of_a_later_release'],
    jobs: { late: 0, failing: 0, found: 0 },
    mail: { waiting: 1, oldestAt: ago(0.2), failed: 0, code: null },
    key: { at: ago(24 * 100), kept: 1 },
    sessions: [
      { role: 'commune_official', count: 3 },
      { role: 'trainer', count: 2 },
    ],
    accounts: { all: 40, without: 0 },
    push: { devices: 5, sent: 9, refused: 1 },
    alarms: 0,
    bytes: 3 * GB,
    aheadMs: 400,
  },
};
const withFacts = (change: { [Part in keyof Facts]?: Partial<Facts[Part]> }): Facts => ({
  wanted: well.wanted,
  machine: { ...well.machine, ...change.machine },
  kept: { ...well.kept, ...change.kept },
  database: { ...well.database, ...change.database },
});
const said = (change: Parameters<typeof withFacts>[0], name: string, at = now) =>
  conditionOf(withFacts(change), at).find((each) => each.name === name)?.says;

describe('the condition of the portal', () => {
  test('is fine in every line where all is well, and nothing must be done', () => {
    const checks = conditionOf(well, now);
    expect(checks.filter(({ weight }) => weight !== 'fine')).toEqual([]);
    expect(mustAct(checks)).toBe(false);
    expect(checks.map(({ name }) => name)).toEqual(
      Object.keys(sayings).filter((name) => !/^(port|folder|database)$/.test(name)),
    );
  });

  test.each<[string, string, Parameters<typeof withFacts>[0]]>([
    ['alarms', 'unseen', { database: { alarms: 1 } }],
    ['trail', 'broken', { kept: { trail: { at: ago(1), entries: 9, wrong: 1 } } }],
    ['trail', 'old', { kept: { trail: { at: ago(49), entries: 9, wrong: 0 } } }],
    ['backups', 'none', { kept: { backup: null } }],
    ['backups', 'old', { kept: { backup: { doneAt: ago(27), failedAt: ago(40), brokenAt: null } } }],
    ['backups', 'failed', { kept: { backup: { doneAt: ago(7), failedAt: ago(1), brokenAt: null } } }],
    ['backups', 'broken', { kept: { backup: { doneAt: ago(7), failedAt: null, brokenAt: ago(5) } } }],
    [
      'backups',
      'gap',
      { kept: { backup: { doneAt: ago(7), failedAt: null, brokenAt: null, gap: { since: ago(5), missing: 2 } } } },
    ],
    ['clock', 'ahead', { database: { aheadMs: 3_600_000 } }],
    ['clock', 'behind', { database: { aheadMs: -60_001 } }],
    ['keys', 'open', { machine: { keys: 'open' } }],
    ['keys', 'missing', { machine: { keys: 'missing' } }],
    ['migrations', 'missing', { database: { migrations: ['1_first'] } }],
    ['jobs', 'failing', { database: { jobs: { late: 1, failing: 1, found: 1 } } }],
    ['jobs', 'late', { database: { jobs: { late: 1, failing: 0, found: 1 } } }],
    ['mail', 'unnamed', { machine: { mailServer: false } }],
    ['mail', 'waiting', { database: { mail: { waiting: 3, oldestAt: ago(1.1), failed: 0, code: 'EAUTH 535' } } }],
    ['provider', 'secretless', { machine: { provider: { name: 'Tài khoản Đồng Nai', secret: false } } }],
    ['provider', 'otherwise', { kept: { provider: { at: ago(9), says: 'otherwise' } } }],
    ['certificate', 'ended', { kept: { certificate: { at: ago(9), endsAt: ago(-24 * 13) } } }],
    ['disk', 'full', { machine: { disk: { free: GB, total: 80 * GB } } }],
    ['database-disk', 'full', { machine: { databaseDisk: { free: GB, total: 80 * GB } } }],
    ['memory', 'short', { machine: { memory: { total: GB / 2, available: GB / 4 } } }],
  ])('something must be done: %s, %s', (name, says, change) => {
    const checks = conditionOf(withFacts(change), now);
    expect(checks[0]).toMatchObject({ name, says, weight: 'act' });
    expect(checks.filter(({ weight }) => weight === 'act')).toHaveLength(1);
    expect(mustAct(checks)).toBe(true);
  });

  test.each<[string, string, Parameters<typeof withFacts>[0]]>([
    ['trail', 'never', { kept: { trail: null } }],
    ['keys', 'old', { database: { key: { at: ago(24 * 367), kept: 2 } } }],
    ['jobs', 'found', { database: { jobs: { late: 0, failing: 0, found: 1 } } }],
    ['mail', 'failed', { database: { mail: { waiting: 0, oldestAt: null, failed: 2, code: 'ETIMEDOUT CONN' } } }],
    ['provider', 'unasked', { kept: { provider: null } }],
    ['provider', 'silent', { kept: { provider: { at: ago(9), says: 'silent' } } }],
    ['certificate', 'unreached', { kept: { certificate: { at: ago(9), endsAt: null } } }],
    ['certificate', 'ending', { kept: { certificate: { at: ago(9), endsAt: ago(-24 * 20) } } }],
    ['disk', 'little', { machine: { disk: { free: 4 * GB, total: 80 * GB } } }],
    ['pages', 'slow', { kept: { pages: [{ kind: 'admin/people', p95: 1_001, count: 20 }] } }],
    ['second-factors', 'without', { database: { accounts: { all: 4, without: 1 } } }],
    ['refusals', 'many', { kept: { refused: 500 } }],
    ['push', 'refused', { database: { push: { devices: 9, sent: 0, refused: 1 } } }],
    ['node', 'ended', { machine: { node: '20.19.4' } }],
    ['postgres', 'embedded', { machine: { embedded: true } }],
  ])('somebody should look: %s, %s', (name, says, change) => {
    const checks = conditionOf(withFacts(change), now);
    expect(checks[0]).toMatchObject({ name, says, weight: 'look' });
    expect(mustAct(checks)).toBe(false);
  });

  test('a demonstration needs no backup and no mail server, and a portal without https no certificate', () => {
    const demonstration = {
      machine: { demonstration: true, mailServer: false, https: false, embedded: true },
      kept: { backup: null, certificate: null },
    };
    for (const name of ['backups', 'mail', 'postgres']) expect(said(demonstration, name)).toBe('demonstration');
    expect(said(demonstration, 'certificate')).toBe('none');
  });

  test('a failure before the last backup is past, and too few requests say nothing of a page', () => {
    expect(said({ kept: { backup: { doneAt: ago(7), failedAt: ago(8), brokenAt: null } } }, 'backups')).toBe('made');
    const gap = { since: ago(8), missing: 2 };
    expect(said({ kept: { backup: { doneAt: ago(7), failedAt: null, brokenAt: null, gap } } }, 'backups')).toBe('made');
    expect(said({ kept: { pages: [{ kind: 'form', p95: 9_000, count: 19 }] } }, 'pages')).toBe('unmeasured');
  });
});

test('versions are mended until the last day of their table, and an unknown one is newer than it', () => {
  expect(supportOf('22.1.0', nodeEnds, '2027-04-30')[0]).toBe('ending');
  expect(supportOf('22.1.0', nodeEnds, '2027-05-01')[0]).toBe('ended');
  expect(supportOf('22.1.0', nodeEnds, '2027-01-29')[0]).toBe('supported');
  expect(supportOf('28.0.0', nodeEnds, '2026-11-29')).toEqual(['supported', { version: '28.0.0', end: 'none' }]);
});

test('a small disk is judged by its share, a large one by its gigabytes', () => {
  const disk = (free: number, total: number) =>
    machineChecks({ ...well.machine, disk: { free: free * GB, total: total * GB } }, '2026-11-29')[0]?.says;
  expect([disk(2, 10), disk(1.4, 10), disk(0.4, 10)]).toEqual(['room', 'little', 'full']);
  expect([disk(5.1, 2_000), disk(4.9, 2_000), disk(1.9, 2_000)]).toEqual(['room', 'little', 'full']);
});

test('a new machine is told what stands in the way of its first start', () => {
  const folder = { path: '/srv/portal/.data', state: 'closed' } as const;
  const checks = newMachineChecks({
    port: { number: 3000, state: 'taken' },
    folder,
    database: { problem: 'It is PostgreSQL 13.' },
  });
  expect(inOrder(checks).map(({ name, says, weight }) => `${name} ${says} ${weight}`)).toEqual([
    'database unusable act',
    'port taken act',
    'folder closed act',
  ]);
  const free = newMachineChecks({
    port: { number: 3000, state: 'free' },
    folder: { ...folder, state: 'made' },
    database: null,
  });
  expect(mustAct(free)).toBe(false);
});
