import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { makeEnrolmentStage, newPhone, statesOf } from '@/test/stages/enrolments';
import { makeViewer } from '@/test/union';
import { topicWaitInput } from './topic-wait';
import { inviteWaiting, waitForTopic } from './topic-wait-commands';
import { findWaitingFor, listTopicWaits } from './topic-wait-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
let province: Viewer;
let course: string;
let wording: string;
const slugOf = async (id: string) => (await db.unit.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
  wording = (await createConsentText(db, 'topic_wait')).id;
  province = await makeViewer('province_official', stage.union.province);
  course = (await db.course.findUniqueOrThrow({ where: { id: stage.courseId }, select: { code: true } })).code;
});

const wish = async (unit: { id: string }, phone = newPhone(), over: object = {}) =>
  waitForTopic(
    topicWaitInput.parse({
      locale: 'vi',
      course,
      commune: await slugOf(unit.id),
      name: 'Cô Sáu',
      phone,
      consent: 'yes',
      consentText: wording,
      ...over,
    }),
  );

test('wishes are counted by course and commune, once a number, within the reach of who looks', async () => {
  const phone = newPhone();
  const { longHung, trangDai, khuPho5 } = stage.union;
  for (const number of [phone, newPhone(), phone]) expect((await wish(longHung, number)).ok).toBe(true);
  await wish(trangDai);
  expect(await listTopicWaits(province)).toMatchObject([
    {
      courseId: stage.courseId,
      women: 3,
      communes: [
        { id: longHung.id, women: 2 },
        { id: trangDai.id, women: 1 },
      ],
    },
  ]);
  expect(await listTopicWaits(stage.official)).toMatchObject([{ women: 2, communes: [{ id: longHung.id }] }]);
  expect(await listTopicWaits(await makeViewer('sub_association_head', khuPho5))).toEqual([]);
  expect(await wish(longHung, newPhone(), { course: 'khong-co' })).toMatchObject({ problem: 'no-such-course' });
});

test('a session answers them: seats are offered in the order of asking, not given, and the others stand in line', async () => {
  const session = await stage.openSession(1);
  expect(await findWaitingFor(stage.elsewhere, session.id)).toBeNull();
  expect(await inviteWaiting(stage.elsewhere, { sessionId: session.id })).toMatchObject({ problem: 'not-found' });
  expect(await inviteWaiting(stage.trainer, { sessionId: session.id })).toMatchObject({ problem: 'not-found' });
  const ofOfficials = await stage.openSession(1);
  await db.session.update({ where: { id: ofOfficials.id }, data: { audience: 'officials' }, select: { id: true } });
  expect(await inviteWaiting(stage.official, { sessionId: ofOfficials.id })).toMatchObject({ problem: 'not-found' });
  expect(await inviteWaiting(stage.official, { sessionId: session.id })).toMatchObject({ value: { invited: 2 } });
  expect(await statesOf(session.id)).toEqual(['offered', 'waiting']);
  const told = await db.outboxMessage.findMany({
    where: { sessionId: session.id },
    select: { about: true, facts: true },
    take: 9,
  });
  expect(told.map(({ about }) => about).sort()).toEqual(['invited', 'invited-waiting']);
  expect(told.find(({ about }) => about === 'invited-waiting')?.facts).toEqual({ position: '1' });
  expect(await inviteWaiting(stage.official, { sessionId: session.id })).toMatchObject({ problem: 'nobody-waits' });
  expect(await listTopicWaits(stage.official)).toEqual([]);
  expect(await listTopicWaits(province)).toMatchObject([{ women: 1 }]);
});

test('to be told of a class has a wording of its own: the one of a seat does not do', async () => {
  const { trangDai } = stage.union;
  const refused = await wish(trangDai, newPhone(), { consentText: stage.consentText });
  expect(refused).toMatchObject({ ok: false, problem: 'consent-outdated' });
  expect(await wish(trangDai)).toMatchObject({ ok: true });
});
