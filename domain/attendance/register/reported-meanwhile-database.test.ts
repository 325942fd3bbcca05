import { expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db, transaction } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, tap, walkIn } from '@/test/stages/attendance';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { recordPaper } from './paper-commands';
import { findRegister } from './register-queries';
import { settleAttendance } from './settle-commands';

const { union, official, trainer, courseId } = await makeTrainingStage();

let hour = 5;
/** A session of the trainer with two women, where two phones differ on the second. */
async function makeSession() {
  const times = [`${String(++hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:50`] as const;
  const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 1, ...times);
  const [quiet = '', disputed = ''] = await makeEnrolled(union.khuPho5, id, 2);
  const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
  await deliver(mine, [tap(id, 1, disputed, 'present')]);
  await deliver(other, [tap(id, 1, disputed, 'absent')]);
  return { id, quiet, disputed, mine };
}
type Stage = Awaited<ReturnType<typeof makeSession>>;

/** Decides on a session, and is not through before somebody waits for it. */
const decideBefore = <Answer>(sessionId: string, kind: 'held' | 'cancelled', meanwhile: () => Promise<Answer>) =>
  transaction(async (tx) => {
    await tx.sessionDecision.create({ data: { sessionId, kind, reason: 'Mưa lớn' }, select: { id: true } });
    const answer = meanwhile();
    await untilSomebodyWaitsFor(await processOf(tx));
    return { answer };
  }).then(({ answer }) => answer);

const settle = async (viewer: Viewer, { id, disputed }: Stage) => {
  const lines = (await findRegister(official, id))?.lines ?? [];
  const lastArrival = lines.find((line) => line.id === disputed)?.lastArrival ?? '';
  return () => settleAttendance(viewer, { sessionId: id, enrolmentId: disputed, mark: 'late', lastArrival });
};

const waiting = (sessionId: string) =>
  db.attendanceEvent.count({ where: { sessionId, heldForReview: true, review: null } });

test.each<[string, (stage: Stage) => Promise<unknown>]>([
  ['a phone sends marks', ({ id, quiet, mine }) => deliver(mine, [tap(id, 5, quiet)])],
  ['a phone sends a woman at the door', ({ id, mine }) => deliver(mine, [walkIn(id, 5, 'Lê Thị Ghé')])],
  ['the paper is typed', ({ id }) => recordPaper(trainer, { sessionId: id, typed: '1 c' })],
  [
    'the paper is typed with a woman at the door',
    ({ id }) => recordPaper(trainer, { sessionId: id, typed: '+ Lê Ghé' }),
  ],
])(
  'where a session is reported while %s, its register stays as it was reported, and the marks wait for review',
  async (_what, send) => {
    const stage = await makeSession();
    await decideBefore(stage.id, 'held', () => send(stage));
    expect(await registerOf(stage.id)).toMatchObject({ 1: '-', 2: '?' });
    expect(Object.values(await registerOf(stage.id))).not.toContain('present');
    expect(await waiting(stage.id)).toBe(1);
  },
);

test('where it is cancelled meanwhile, marks of a phone wait for review, and the paper is told that it is not open', async () => {
  const [one, two] = [await makeSession(), await makeSession()];
  await decideBefore(one.id, 'cancelled', () => deliver(one.mine, [tap(one.id, 5, one.quiet)]));
  expect(await registerOf(one.id)).toEqual({ 1: '-', 2: '?' });
  expect(await waiting(one.id)).toBe(1);
  const typed = await decideBefore(two.id, 'cancelled', () =>
    recordPaper(trainer, { sessionId: two.id, typed: '1 c' }),
  );
  expect(typed).toEqual({ ok: false, problem: 'not-open' });
});

test('where it is reported while its trainer settles, it is closed to her, and whoever reviews settles all the same', async () => {
  const [hers, reviewed] = [await makeSession(), await makeSession()];
  expect(await decideBefore(hers.id, 'held', await settle(trainer, hers))).toEqual({ ok: false, problem: 'closed' });
  expect(await registerOf(hers.id)).toEqual({ 1: '-', 2: '?' });
  expect(await decideBefore(reviewed.id, 'held', await settle(official, reviewed))).toMatchObject({ ok: true });
  expect(await registerOf(reviewed.id)).toEqual({ 1: '-', 2: 'late' });
});
