import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import { db, transaction } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { NUMBERS_AN_HOUR } from './alarm';
import { seeToAlarm, tellAlarms } from './alarm-commands';
import { listUnseenAlarms } from './alarm-queries';

let union: TestUnion;
let administrator: Viewer;
let other: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  administrator = await makeViewer('system_administrator', union.province);
  other = await makeViewer('system_administrator', union.province);
});

/** Numbers of so many different women, shown to her. */
const looks = (viewer: Viewer, count: number, subjectId = () => crypto.randomUUID() as string) =>
  transaction((tx) =>
    recordAll(
      tx,
      viewer,
      Array.from({ length: count }, () => ({
        verb: 'read' as const,
        action: 'seePhone',
        subjectType: 'person',
        subjectId: subjectId(),
      })),
    ),
  );
const alarmsOf = async ({ accountId }: Viewer) =>
  ((await listUnseenAlarms(administrator)) ?? []).filter(({ account }) => account?.id === accountId);
const note = (network: string, count: number) =>
  db.$executeRaw`SELECT app.note_alarm('spraying'::alarm_kind, NULL::uuid, ${network}, ${count}::int)`;
const alarmAt = async (network: string) =>
  (await listUnseenAlarms(administrator))?.find((each) => each.network === network) ?? expect.unreachable();

describe('who sees more numbers in an hour than a person does', () => {
  test('rings; an official who tells three classes on the day of a report does not, nor one who looks at one number again and again', async () => {
    const busy = await makeViewer('commune_official', union.longHung);
    const restless = await makeViewer('commune_official', union.longHung);
    const scraper = await makeViewer('commune_official', union.trangDai);
    await looks(busy, 120);
    const one = crypto.randomUUID();
    await looks(restless, NUMBERS_AN_HOUR * 2, () => one);
    await looks(scraper, NUMBERS_AN_HOUR + 1);
    await tellAlarms();
    expect([await alarmsOf(busy), await alarmsOf(restless)]).toEqual([[], []]);
    expect(await alarmsOf(scraper)).toMatchObject([
      { kind: 'numbers_seen', count: NUMBERS_AN_HOUR + 1, account: { name: scraper.displayName } },
    ]);
  });

  test('rings on as one alarm while it is unseen, and anew only for what she sees after somebody saw to it', async () => {
    const scraper = await makeViewer('commune_official', union.trangDai);
    await looks(scraper, NUMBERS_AN_HOUR + 1);
    await tellAlarms();
    await looks(scraper, 9);
    await tellAlarms();
    const [alarm, ...more] = await alarmsOf(scraper);
    expect([alarm?.count, more]).toEqual([NUMBERS_AN_HOUR + 10, []]);
    const seen = { alarmId: alarm?.id ?? '', word: 'Đã gọi hỏi: chị ấy nhắn cả xã' };
    expect(await seeToAlarm(administrator, seen)).toMatchObject({ ok: true });
    await tellAlarms();
    expect(await alarmsOf(scraper)).toEqual([]);
    await looks(scraper, NUMBERS_AN_HOUR + 1);
    await tellAlarms();
    expect(await alarmsOf(scraper)).toHaveLength(1);
  });
});

describe('an alarm is seen to', () => {
  test('with a word, once, on record; by an administrator alone', async () => {
    await note('192.0.2.7', 12);
    const { id: alarmId } = await alarmAt('192.0.2.7');
    const official = await makeViewer('province_official', union.province);
    const word = 'Trường học, đã đổi mật khẩu';
    expect(await listUnseenAlarms(official)).toBeNull();
    expect(await seeToAlarm(official, { alarmId, word })).toEqual({ ok: false, problem: 'not-found' });
    const both = await Promise.all([
      seeToAlarm(administrator, { alarmId, word }),
      seeToAlarm(other, { alarmId, word }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.auditEntry.count({ where: { action: 'seeToAlarm', subjectId: alarmId } })).toBe(1);
    expect(await db.alarm.findUnique({ where: { id: alarmId } })).toMatchObject({ word, network: '192.0.2.7' });
  });

  test('never by whom it is about, whatever asks: not even the database takes it', async () => {
    const { id: alarmId } = await db.alarm.create({
      data: { kind: 'records_opened', accountId: administrator.accountId, count: 900 },
      select: { id: true },
    });
    const word = 'Không có gì';
    expect(await seeToAlarm(administrator, { alarmId, word })).toEqual({ ok: false, problem: 'own-alarm' });
    expect((await alarmsOf(administrator))[0]).toMatchObject({ id: alarmId, isHers: true });
    const seen = { seenAt: new Date(), seenById: administrator.accountId, word };
    await expect(db.alarm.update({ where: { id: alarmId }, data: seen })).rejects.toThrow(/alarm_not_seen_by_who_rang/);
    expect(await seeToAlarm(other, { alarmId, word })).toMatchObject({ ok: true });
  });
});

test('administrators are mailed once a day and kind, however often it rings; nobody else is', async () => {
  const lettersOf = ({ id }: { id: string }) =>
    db.outboxMessage.findMany({ where: { accountId: id, about: 'alarm' }, select: { facts: true, dedupeKey: true } });
  const fresh = await createAccountWithRole(db, 'system_administrator', [union.province]);
  const official = await createAccountWithRole(db, 'province_official', [union.province]);
  const email = () => `${crypto.randomUUID()}@example.org`;
  for (const { id } of [fresh, official]) await db.account.update({ where: { id }, data: { email: email() } });
  await note('192.0.2.8', 12);
  await note('192.0.2.9', 14);
  await tellAlarms();
  await note('192.0.2.10', 12);
  await Promise.all([tellAlarms(), tellAlarms()]);
  const letters = (await lettersOf(fresh)).filter(({ facts }) => (facts as { kind: string }).kind === 'spraying');
  expect(letters).toHaveLength(1);
  expect(await lettersOf(official)).toEqual([]);
});
