import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeCovered, makePastPeriod } from '@/test/stages/reports';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { digestInstant, digestWeek, isOfThisWeek } from './digest';
import { chooseDigest, sendDigests } from './digest-commands';
import { findDigest } from './digest-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;

async function signedUp(role: 'commune_official' | 'sub_association_head', unit: { id: string; path: string }) {
  const { id, displayName } = await createAccountWithRole(db, role, [unit], { locale: 'en' });
  const grants = [{ role, unitId: unit.id, path: unit.path }];
  return { accountId: id, personId: null, displayName, locale: 'en' as const, grants };
}

beforeEach(async () => {
  union = await makeUnion();
  [official, head] = [
    await signedUp('commune_official', union.longHung),
    await signedUp('sub_association_head', union.khuPho5),
  ];
});

/** An hour after the next week is told: hours later it is the same week still, on whatever day and hour this runs. */
const NEXT_WEEK = new Date(digestInstant(addDays(digestWeek(new Date()), 7)).getTime() + 3_600_000);
const send = (now = NEXT_WEEK) => sendDigests(undefined, now);
const mailsOf = ({ accountId }: Viewer) =>
  db.outboxMessage.findMany({ where: { about: 'digest', accountId }, orderBy: { createdAt: 'asc' }, take: 9 });

test('a week is told by the last Monday at seven in Viet Nam: a minute before it is still the week before', () => {
  expect(digestWeek(new Date('2026-11-29T23:59:00Z'))).toBe('2026-11-23');
  expect(digestWeek(new Date('2026-11-30T00:00:00Z'))).toBe('2026-11-30');
  expect(digestWeek(new Date('2026-12-06T23:59:00Z'))).toBe('2026-11-30');
  expect(digestInstant('2026-11-30').toISOString()).toBe('2026-11-30T00:00:00.000Z');
  expect(isOfThisWeek({ week: '2026-11-30' }, '2026-12-06')).toBe(true);
  expect(isOfThisWeek({ week: '2026-11-30' }, '2026-12-07')).toBe(false);
});

test('it goes to whoever switched it on before and to nobody else, once a week, and ends with one tap', async () => {
  await send();
  expect(await mailsOf(official)).toEqual([]);
  expect(await chooseDigest(official, { wanted: 'yes' })).toMatchObject({ ok: true });
  await send(new Date());
  expect(await mailsOf(official)).toEqual([]); // this week had been told before she wanted it
  await Promise.all([send(), send()]);
  await send(new Date(NEXT_WEEK.getTime() + 2 * 3_600_000)); // late on the same week
  const [mail, ...others] = await mailsOf(official);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ kind: 'email', locale: 'en', state: 'ready' });
  expect(await mailsOf(head)).toEqual([]);
  expect((await chooseDigest(official, { wanted: 'no' })).ok).toBe(true);
  await send(new Date(NEXT_WEEK.getTime() + 7 * 86_400_000));
  expect(await mailsOf(official)).toHaveLength(1);
});

/** What three lines are made of: of places, counts, days and reports. */
const TOLD =
  /^(scene|isSilent|week|place(Kind|Name)|(sub_association|group)_(covered|units|before)|reports(Of)?|report(Kind|From)|due(Of|Day|Kind|From))$/;

test('it is of her own place: an official’s commune, a head’s unit; it names no person and nothing of the neighbour', async () => {
  await makeCovered(union.khuPho5, addDays(today(), -3));
  await makeMember(union.khuPho5, 'Nguyễn Thị Kín Đáo');
  await makeCovered(union.ongHuong);
  for (const viewer of [official, head]) await chooseDigest(viewer, { wanted: 'yes' });
  await send();
  const [[ofCommune], [ofUnit]] = await Promise.all([mailsOf(official), mailsOf(head)]);
  expect(ofCommune?.facts).toMatchObject({
    scene: 'commune',
    placeName: 'Long Hưng',
    sub_association_units: '2',
    sub_association_covered: '1',
    sub_association_before: '0',
  });
  expect(ofUnit?.facts).toMatchObject({ scene: 'unit', placeName: 'Khu phố 5', sub_association_units: '1' });
  expect(ofUnit?.facts).not.toHaveProperty('reports');
  for (const mail of [ofCommune, ofUnit]) {
    expect(Object.keys(mail?.facts ?? {}).filter((key) => !TOLD.test(key))).toEqual([]);
    for (const name of ['Kín Đáo', 'Trảng Dài', 'Ông Hường', official.displayName, head.displayName])
      expect(JSON.stringify(mail?.facts)).not.toContain(name);
  }
});

test('a disabled account, one without an address and one without a place get none; who has no address is told', async () => {
  const trainer = await makeViewer('trainer', union.longHung);
  const viewers = [official, head, trainer];
  for (const viewer of viewers) await chooseDigest(viewer, { wanted: 'yes' });
  await db.account.update({ where: { id: official.accountId }, data: { disabledAt: new Date() } });
  await db.account.update({ where: { id: head.accountId }, data: { email: null, phone: '+84900000001' } });
  await send();
  for (const viewer of viewers) expect(await mailsOf(viewer)).toEqual([]);
  await chooseDigest(head, { wanted: 'no' });
  expect(await chooseDigest(head, { wanted: 'yes' })).toEqual({ ok: false, problem: 'no-address' });
});

test('what is not hers to see is not told: the neighbour’s official asks for another place and reads nothing of it', async () => {
  await makeCovered(union.khuPho5);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const facts = await findDigest(neighbour, { unitId: union.longHung.id, path: union.longHung.path });
  expect(facts).not.toHaveProperty('sub_association_units');
});

test('a report that is due is told to a commune that keeps its records here, and to none that does not', async () => {
  const { id } = await makePastPeriod('quarter');
  await db.reportingPeriod.update({
    where: { id },
    data: { dueOn: new Date(addDays(today(), 1)) },
    select: { id: true },
  });
  const due = async () => (await findDigest(official, { unitId: union.longHung.id, path: union.longHung.path })).dueOf;
  expect(await due()).toBe('report');
  await db.$executeRaw`UPDATE record_keeping SET valid_to = valid_from WHERE unit_id = ${union.longHung.id}::uuid`;
  expect(await due()).toBeUndefined();
});
