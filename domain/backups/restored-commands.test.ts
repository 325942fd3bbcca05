import { beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer } from '@/test/union';
import { settleRestored } from './restored-commands';

let accountId: string;
beforeAll(async () => {
  const union = await makeUnion();
  ({ accountId } = await makeViewer('commune_official', union.longHung));
});

const letter = (dedupeKey: string, more: object) =>
  db.outboxMessage.create({
    data: {
      kind: 'email',
      dedupeKey,
      recipient: 'x@example.invalid',
      accountId,
      about: 'digest',
      locale: 'vi',
      ...more,
    },
    select: { id: true },
  });

test('after a restore no session is open, no device goes unasked, no link opens anything, no letter that waited goes out by itself, and what was sent or is told by hand stays', async () => {
  await db.accountSession.create({
    data: { accountId, tokenHash: Buffer.alloc(32, 7), expiresAt: new Date(Date.now() + 86_400_000) },
    select: { id: true },
  });
  const later = { accountId, expiresAt: new Date(Date.now() + 86_400_000) };
  await db.rememberedDevice.create({ data: { ...later, tokenHash: Buffer.alloc(32, 8) }, select: { id: true } });
  await db.passwordReset.create({ data: { ...later, tokenHash: Buffer.alloc(32, 9) }, select: { id: true } });
  const tie = { accountId, issuer: 'https://id.example.org' };
  const reopened = { endedAt: new Date(), endedById: accountId, reopenedAt: new Date() };
  await db.providerTie.create({ data: { ...tie, ...reopened, subject: 'reopened' } });
  await db.providerTie.create({ data: { ...tie, subject: 'standing' } });
  await letter('restored-1', {});
  await letter('restored-2', { state: 'sent', sentAt: new Date() });
  await letter('restored-3', { kind: 'sms', recipient: null });
  const open = await db.accountSession.count({ where: { endedAt: null } });
  const held = await settleRestored();
  expect(held).toMatchObject({ sessions: open, letters: 1 });
  expect(await db.accountSession.count({ where: { endedAt: null } })).toBe(0);
  expect(await db.rememberedDevice.count()).toBe(0);
  expect(await db.providerTie.count({ where: { OR: [{ endedAt: null }, { reopenedAt: { not: null } }] } })).toBe(0);
  expect(await db.passwordReset.count({ where: { usedAt: null, expiresAt: { gt: new Date() } } })).toBe(0);
  expect(await db.invitation.count({ where: { acceptedAt: null, endedAt: null } })).toBe(0);
  const states = await db.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: 'restored-' } },
    select: { state: true, lastError: true },
    orderBy: { dedupeKey: 'asc' },
    take: 3,
  });
  expect(states).toEqual([
    { state: 'failed', lastError: 'RESTORED' },
    { state: 'sent', lastError: null },
    { state: 'ready', lastError: null },
  ]);
  expect(await settleRestored()).toEqual({ sessions: 0, letters: 0, rounds: 0 });
  expect(await db.auditEntry.count({ where: { action: 'settleRestored', actorId: null } })).toBe(2);
});
