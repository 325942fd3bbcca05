import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { newId, write } from '@/test/factories/write';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';

const [name, longer] = ['Quàng Thị Ghi', 'Quàng Thị Ghi Mai'];
let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

/** A model and a session of hers, of which every note says the same words; what they say once she was erased. */
async function leftOf(words: string) {
  const her = { id: await makeMember(union.khuPho5, name) };
  const family = await createModel(db, union.khuPho5);
  await joinModel(db, family, her);
  const day = '2026-03-05';
  const course = await createCourse(db);
  const times = { startsAt: `${day}T14:00:00+07:00`, endsAt: `${day}T16:00:00+07:00` };
  const session = await createSession(db, { course, unit: union.khuPho5, ...times, state: 'held' });
  await createEnrolment(db, session, her, 1);
  const account = await createAccount(db);
  const [activity, report, feedback] = [newId(), newId(), newId()];
  await write(db, [
    ['model_activity', { id: activity, model_id: family.id, on_day: day, topic: 'VNeID', note: words, version: 1 }],
    [
      'session_feedback',
      { id: feedback, session_id: session.id, face: 3, comment: words, given_at: `${day}T17:00:00Z` },
    ],
    [
      'session_report',
      {
        id: report,
        session_id: session.id,
        number: 1,
        people_present: 1,
        written_by_id: account.id,
        went_well: words,
        written_at: `${day}T18:00:00Z`,
      },
    ],
  ]);
  const { version } = await db.person.findUniqueOrThrow({ where: { id: her.id }, select: { version: true } });
  const asked = { personId: her.id, version, name, reason: 'asked' as const, askedOn: today() };
  expect(await eraseByTwo(official, asked)).toMatchObject({ ok: true });
  const rows = await Promise.all([
    db.modelActivity.findUniqueOrThrow({ where: { id: activity }, select: { note: true } }),
    db.sessionFeedback.findUniqueOrThrow({ where: { id: feedback }, select: { comment: true } }),
    db.sessionReport.findUniqueOrThrow({ where: { id: report }, select: { wentWell: true } }),
  ]);
  return rows.flatMap((row) => Object.values(row));
}

test('an erasure empties notes that say her name by itself, however it is written', async () => {
  await makeMember(union.trangDai, longer);
  for (const words of [
    `Chị ${name} nghỉ.`,
    `${name} Tổ 3 nghỉ`,
    `${name} Lan nghỉ`,
    `${longer} thay ${name}`,
    'Chi Quang Thi Ghi nghi',
    `${longer.toUpperCase()}`,
  ])
    expect(await leftOf(words), words).toEqual([null, null, '—']);
});

test('an erasure leaves notes that say only a longer name, which somebody else on record bears', async () => {
  await makeMember(union.trangDai, longer);
  for (const words of [`Chị ${longer} dạy thay.`, 'Quàng Thị Ghim nghỉ'])
    expect(await leftOf(words), words).toEqual([words, words, words]);
});
