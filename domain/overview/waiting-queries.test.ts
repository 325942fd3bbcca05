import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { instantAt, today } from '@/domain/days/day';
import { listCommunesWithPlanned } from '@/domain/digital-models/planned-queries';
import { listFirstModels, listModels } from '@/domain/digital-models/queries';
import { listFirstFailedMails, listFirstToTell } from '@/domain/messages/first-queries';
import { listMessages } from '@/domain/messages/queries';
import { listCommunesWithQuiet } from '@/domain/pairs/quiet/quiet-place-queries';
import { listFirstQuietPairs, listQuietPairs } from '@/domain/pairs/quiet-queries';
import { listSessions } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { makeEnrolled } from '@/test/stages/attendance';
import { inDays, makeApproved, makeProposal, makeTrainingStage } from '@/test/stages/trainings';
import { makeMember, makeViewer } from '@/test/union';
import { listComing } from './coming-queries';
import { listPlaces } from './place-queries';
import { findNextProposal, findUnreported } from './session-queries';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId, hall } = stage;
const wish = { unit: union.khuPho5, courseId };
let head: Viewer;
let province: Viewer;

beforeAll(async () => {
  head = await makeViewer('sub_association_head', union.khuPho5);
  province = await makeViewer('province_official', union.province);
});

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

test('her places have their names of today, and nobody else’s place is among them', async () => {
  const grants = [...head.grants, ...official.grants];
  expect((await listPlaces({ ...head, grants })).map(({ name, level }) => [name, level])).toEqual([
    ['Long Hưng', 'commune'],
    ['Khu phố 5', 'sub_association'],
  ]);
  expect(await listPlaces(trainer)).toEqual([]);
});

test('what comes has its seats, and a proposal what stands in its way; a neighbour sees neither', async () => {
  const stands = await makeApproved({ ...wish, venueId: hall, trainerIds: [trainer.personId] }, 3);
  const clashes = await makeProposal({ ...wish, venueId: hall }, 3, '15:00', '17:00');
  const taken = await makeProposal({ ...wish, trainerIds: [trainer.personId] }, 3, '15:30', '17:00');
  const free = await makeProposal({ ...wish, venueId: hall }, 3, '18:00', '19:00');
  await makeEnrolled(union.khuPho5, stands.id, 2);

  const coming = await listComing(official, { most: 9 });
  expect(coming.map(({ id, seated, marks, clash }) => [id, seated, marks, clash?.problem])).toEqual([
    [stands.id, 2, true, undefined],
    [clashes.id, 0, false, 'hall-taken'],
    [taken.id, 0, false, 'trainer-taken'],
    [free.id, 0, false, undefined],
  ]);
  expect(coming[1]?.clash?.detail).toMatchObject({ time: '14:00 – 16:00' });
  expect(idsOf(await listComing(official, { most: 2 }))).toEqual([stands.id, clashes.id]);
  expect(idsOf(await listComing(trainer, { most: 9, own: true }))).toEqual([stands.id, taken.id]);
  expect(await findNextProposal(official)).toMatchObject({ id: clashes.id, title: 'Sử dụng VNeID' });
  for (const other of [elsewhere, head, trainer]) expect(await findNextProposal(other)).toBeNull();
  expect((await listComing(head, { most: 9 })).map(({ marks }) => marks)).not.toContain(true);
  expect(await listComing(elsewhere, { most: 9 })).toEqual([]);
});

test('sessions that are over without a report are as many as their list has, the latest named first, within her reach', async () => {
  const earlier = await makeApproved(wish, -3);
  const later = await makeApproved(wish, -2);
  const found = await findUnreported(official, 1);
  const listed = await listSessions(official, { when: 'past', state: 'approved', communeId: union.longHung.id });
  expect(idsOf(listed.sessions)).toEqual([later.id, earlier.id]);
  expect(found).toEqual({
    count: 2,
    first: [{ id: later.id, title: 'Sử dụng VNeID', startsAt: instantAt(inDays(-2), '14:00') }],
  });
  expect((await findUnreported(province, 1)).count).toBe(2);
  for (const other of [elsewhere, head, trainer])
    expect(await findUnreported(other, 1)).toEqual({ count: 0, first: [] });
});

test('the first quiet pairs are those that lead their list, with their unit and what it lies in; none of a neighbour', async () => {
  for (const [unit, from] of [
    [union.to1, '2026-01-05'],
    [union.khuPho6, '2026-01-04'],
    [union.ongHuong, '2026-01-03'],
  ] as const)
    await createPair(db, unit, { id: await makeMember(unit) }, { id: await makeMember(unit) }, { from });
  const first = await listFirstQuietPairs(official, 3);
  expect(first.map(({ pairId }) => pairId)).toEqual(idsOf((await listQuietPairs(official)).pairs));
  expect(first).toMatchObject([
    { unit: 'Khu phố 6', subAssociationId: union.khuPho6.id },
    { unit: 'Tổ 1', subAssociationId: union.khuPho5.id },
  ]);
  expect((await listFirstQuietPairs(head, 3)).map(({ unit }) => unit)).toEqual(['Tổ 1']);
  expect(await listFirstQuietPairs(official, 0)).toEqual([]);
  expect(await listFirstQuietPairs(await makeViewer('viewer', union.longHung), 3)).toEqual([]);
});

test('the first planned models are some of those that their list counts', async () => {
  for (const [unit, name] of [
    [union.khuPho5, 'Gia đình số Khu phố 5'],
    [union.ongHuong, 'Gia đình số Ông Hường'],
  ] as const)
    await createModel(db, unit, { name, status: 'planned', from: today() });
  const planned = { status: 'planned' } as const;
  const listed = await listModels(official, planned);
  expect((await listFirstModels(official, planned, 3)).map(({ name }) => name)).toEqual(['Gia đình số Khu phố 5']);
  expect(listed.total).toBe(1);
});

test('of the city those communes are named that have most, and nobody who sees less is told of them', async () => {
  const names = (communes: { name: string }[]) => communes.map(({ name }) => name);
  await createModel(db, union.khuPho6, { name: 'Gia đình số Khu phố 6', status: 'planned', from: today() });
  expect(names(await listCommunesWithPlanned(province, 3))).toEqual(['Long Hưng', 'Trảng Dài']);
  expect(names(await listCommunesWithPlanned(province, 1))).toEqual(['Long Hưng']);
  expect(names(await listCommunesWithQuiet(province, 3))).toEqual(['Long Hưng', 'Trảng Dài']);
  for (const list of [listCommunesWithPlanned, listCommunesWithQuiet]) expect(await list(official, 3)).toEqual([]);
});

test('whom to tell first, and whose mails failed, are named as their lists begin; to a neighbour nobody is', async () => {
  const { id: sessionId } = await makeApproved({ ...wish, trainerIds: [trainer.personId] }, 5);
  const women = await makeEnrolled(union.khuPho5, sessionId, 4);
  await db.outboxMessage.createMany({
    data: women.map((enrolmentId) => ({
      kind: 'zalo' as const,
      about: 'enrolled',
      locale: 'vi',
      dedupeKey: `enrolled ${enrolmentId}`,
      sessionId,
      enrolmentId,
    })),
  });
  await db.outboxMessage.create({
    data: {
      kind: 'email',
      about: 'session-approved',
      locale: 'vi',
      dedupeKey: sessionId,
      state: 'failed',
      sessionId,
      accountId: official.accountId,
    },
    select: { id: true },
  });
  const listed = (await listMessages(official, {})).messages.map(({ name }) => name);
  expect(listed.length).toBeGreaterThanOrEqual(4);
  expect(await listFirstToTell(official, 3)).toEqual([...new Set(listed)].slice(0, 3));
  expect(await listFirstFailedMails(official, 3)).toEqual([official.displayName]);
  for (const list of [listFirstToTell, listFirstFailedMails]) expect(await list(elsewhere, 3)).toEqual([]);
});
