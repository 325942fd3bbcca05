import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { startOf, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { makeViewer } from '@/test/union';
import { feedbackInput } from './feedback';
import { takeFeedback } from './feedback-commands';
import { findFeedback, findFeedbackSession } from './feedback-queries';

let stage: OutcomeStage;
let sessionId: string;
beforeAll(async () => {
  stage = await makeOutcomeStage();
  sessionId = (await makeAttended(stage, { days: 0, marks: ['present'] })).id;
  // begun a moment ago, whatever the hour
  await db.sessionTrainer.deleteMany({ where: { sessionId } });
  const startsAt = new Date(Date.now() - 60_000);
  await db.session.update({ where: { id: sessionId }, data: { startsAt, endsAt: new Date(Date.now() + 60_000) } });
  const [trainerId, state] = [stage.trainer.personId, 'approved' as const];
  const { endsAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { endsAt: true } });
  await db.sessionTrainer.create({ data: { sessionId, trainerId, startsAt, endsAt, state } });
});

const give = (viewer: Viewer, over: object = {}) =>
  takeFeedback(viewer, feedbackInput.parse({ sessionId, answerId: randomUUID(), face: '3', comment: '', ...over }));

describe('three faces on one phone', () => {
  test('an answer touched twice is one; nothing tells who gave it, when in the day or in which order', async () => {
    const answerId = randomUUID();
    await Promise.all(Array.from({ length: 6 }, () => give(stage.trainer, { answerId, comment: 'Dạy dễ hiểu' })));
    const rows = await db.sessionFeedback.findMany({ where: { sessionId }, take: 9 });
    expect(rows).toEqual([{ id: answerId, sessionId, face: 3, comment: 'Dạy dễ hiểu', givenAt: startOf(today()) }]);
    expect(answerId[14]).toBe('4'); // no time in it
    expect(await db.auditEntry.count({ where: { action: 'takeFeedback', subjectId: sessionId } })).toBe(1);
  });

  test('is shown from three answers on, words in the order of the alphabet', async () => {
    expect(await findFeedback(stage.official, sessionId)).toEqual({ answers: 1, faces: null, comments: [] });
    await give(stage.trainer, { face: '1', comment: 'Chữ nhỏ quá' });
    await give(stage.official, { face: '3' });
    expect(await findFeedback(stage.official, sessionId)).toEqual({
      answers: 3,
      faces: { 1: 1, 2: 0, 3: 2 },
      comments: ['Chữ nhỏ quá', 'Dạy dễ hiểu'],
    });
  });

  test('is opened by the trainer of the session and its officials alone', async () => {
    const strangers = [stage.elsewhere, stage.head, await makeViewer('viewer', stage.union.longHung)];
    for (const stranger of strangers) {
      expect(await give(stranger)).toEqual({ ok: false, problem: 'not-found' });
      expect(await findFeedbackSession(stranger, sessionId)).toBeNull();
    }
    expect(await findFeedback(stage.elsewhere, sessionId)).toBeNull();
  });

  test('is asked for on the day and the day after, no longer', async () => {
    const past = await makeAttended(stage, { days: -3 });
    expect(await give(stage.trainer, { sessionId: past.id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await findFeedback(stage.official, past.id)).toMatchObject({ answers: 0 });
  });

  test('a face that is none is refused at the door', () => {
    for (const face of ['0', '4', '', 'x'])
      expect(feedbackInput.safeParse({ sessionId, answerId: randomUUID(), face, comment: '' }).success).toBe(false);
  });
});
