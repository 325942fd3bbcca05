import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { jobNames } from '@/domain/jobs/job';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findDatabaseFacts, readDatabaseFacts } from './fact-queries';

let union: TestUnion;
let administrator: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  administrator = await makeViewer('system_administrator', union.province);
});

const facts = async () => (await findDatabaseFacts(administrator)) ?? expect.unreachable();

test('the administrator reads them, nobody else; the console reads the same', async () => {
  for (const role of ['province_official', 'commune_official', 'viewer', 'editor'] as const)
    expect(await findDatabaseFacts(await makeViewer(role, union.province)), role).toBeNull();
  const told = await facts();
  expect(told.version).toMatch(/^1\d\.\d+$/);
  expect(told.migrations).toContain('20261224040100_alarms');
  expect(told.bytes).toBeGreaterThan(1_000_000);
  expect(Math.abs(told.aheadMs)).toBeLessThan(60_000);
  expect({ ...(await readDatabaseFacts()), bytes: 0, aheadMs: 0 }).toEqual({ ...told, bytes: 0, aheadMs: 0 });
});

test('a job that fails, and one whose time is over by more than two minutes, are counted apart', async () => {
  const dueAt = new Date(Date.now() + 3_600_000);
  await db.job.createMany({ data: jobNames.map((name) => ({ name, dueAt })), skipDuplicates: true });
  await db.job.updateMany({ data: { dueAt, failures: 0, error: null } });
  expect((await facts()).jobs).toMatchObject({ late: 0, failing: 0 });
  await db.job.update({ where: { name: 'seats' }, data: { failures: 2, error: 'E', dueAt: new Date(0) } });
  await db.job.update({ where: { name: 'digest' }, data: { dueAt: new Date(Date.now() - 121_000) } });
  await db.job.update({ where: { name: 'links' }, data: { dueAt: new Date(Date.now() - 60_000) } });
  expect((await facts()).jobs).toMatchObject({ late: 1, failing: 1 });
  await db.job.updateMany({ data: { dueAt, failures: 0, error: null } });
});

test('letters that wait have an oldest, and of those that failed the last week counts', async () => {
  const before = (await facts()).mail;
  const letter = { kind: 'email', about: 'digest', locale: 'vi', recipient: 'a@example.org' } as const;
  const createdAt = new Date('2026-01-02T03:04:05Z');
  const rows = await db.outboxMessage.createManyAndReturn({
    data: [
      { ...letter, dedupeKey: `waits ${crypto.randomUUID()}`, createdAt, notBefore: new Date('2099-01-01') },
      { ...letter, dedupeKey: `failed ${crypto.randomUUID()}`, state: 'failed', lastError: 'ETIMEDOUT CONN' },
      { ...letter, dedupeKey: `failed long ago ${crypto.randomUUID()}`, state: 'failed', createdAt },
    ],
    select: { id: true },
  });
  const { mail } = await facts();
  expect(mail).toEqual({
    waiting: before.waiting + 1,
    oldestAt: createdAt,
    failed: before.failed + 1,
    code: 'ETIMEDOUT CONN',
  });
  await db.outboxMessage.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { state: 'discarded' },
  });
});

test('open sessions are counted once, by the first role of their account; ended ones are not', async () => {
  const counted = async (role: string) => (await facts()).sessions.find((each) => each.role === role)?.count ?? 0;
  const { id: accountId } = await createAccountWithRole(db, 'trainer', [union.province]);
  const before = await counted('trainer');
  const session = (more: { endedAt?: Date; expiresAt?: Date }) =>
    db.accountSession.create({
      data: {
        accountId,
        tokenHash: crypto.getRandomValues(new Uint8Array(32)),
        expiresAt: new Date('2099-01-01'),
        ...more,
      },
      select: { id: true },
    });
  await session({});
  await session({ endedAt: new Date() });
  await session({ expiresAt: new Date('2026-01-01') });
  expect(await counted('trainer')).toBe(before + 1);
});

test('accounts that see records and have no second factor are counted, others are not', async () => {
  const before = (await facts()).accounts;
  const { id: accountId } = await createAccountWithRole(db, 'commune_official', [union.longHung]);
  await createAccountWithRole(db, 'editor', [union.province]);
  expect((await facts()).accounts).toEqual({ all: before.all + 1, without: before.without + 1 });
  await db.secondFactor.create({
    data: {
      accountId,
      kind: 'passkey',
      label: 'Máy của chị',
      secret: new Uint8Array(8),
      credentialId: new Uint8Array(8),
    },
    select: { id: true },
  });
  expect((await facts()).accounts).toEqual({ all: before.all + 1, without: before.without });
});
