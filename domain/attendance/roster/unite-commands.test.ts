import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, registerOf, tap, walkIn } from '@/test/stages/attendance';
import { decided, makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { findRegister } from '../register/register-queries';
import { twinsOf } from './twin';
import { uniteLines } from './unite-commands';

const { union, official, elsewhere, trainer, courseId } = await makeTrainingStage();

let hour = 4;
async function makeSession(women = 0) {
  const times = [`${String(++hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:50`] as const;
  const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 1, ...times);
  return { id, women: await makeEnrolled(union.khuPho5, id, women) };
}
/** Two phones write the same woman down without a number. */
async function makeTwice() {
  const { id } = await makeSession();
  const [mine, other] = [await makePhone(trainer, id), await makePhone(official, id)];
  const [first, second] = [walkIn(id, 1, 'Lê Thị Ghé'), walkIn(id, 1, 'le thi ghe')];
  await deliver(mine, [first]);
  await deliver(other, [{ ...second, mark: 'late' }]);
  return { id, mine, other, first: first.enrolmentId, second: second.enrolmentId };
}
const linesOf = async (id: string) => (await findRegister(trainer, id))?.lines ?? [];
const twinsIn = async (id: string) =>
  twinsOf(await linesOf(id)).map(({ line, others }) => [line.id, ...others.map((other) => other.id)]);
const unite = (viewer: Viewer, sessionId: string, enrolmentId: string, intoId: string) =>
  uniteLines(viewer, { sessionId, enrolmentId, intoId });

describe('two lines of one woman', () => {
  test('are hinted at on the register, however her name is spelled, unless a number or a record tells them apart', async () => {
    const { id, first, second } = await makeTwice();
    expect(await twinsIn(id)).toEqual([[second, first]]);
    const phone = await makePhone(official, id);
    await deliver(phone, [walkIn(id, 1, 'Võ Thị Út', '0912 345 678'), walkIn(id, 2, 'Võ Thị Út', '0912 345 679')]);
    expect(await twinsIn(id)).toEqual([[second, first]]);
  });

  test('become one at the desk, which keeps the better mark; later words of either phone are on her', async () => {
    const { id, other, first, second } = await makeTwice();
    expect(await unite(trainer, id, second, first)).toMatchObject({ ok: true });
    expect((await linesOf(id)).map((line) => [line.id, line.mark])).toEqual([[first, 'present']]);
    expect(await twinsIn(id)).toEqual([]);
    await deliver(other, [tap(id, 2, second, 'absent')]);
    expect((await linesOf(id)).map(({ conflict }) => conflict)).toEqual([true]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: first, action: 'uniteLines' }, take: 2 });
    expect(entry).toMatchObject({ actorId: trainer.accountId, change: { united: second } });
  });

  test('one of them enrolled: she is there by what was said of the other, whose seat is free again', async () => {
    const { id, women } = await makeSession(1);
    const [enrolled = ''] = women;
    const came = walkIn(id, 1, 'Nguyễn Thị Số 1');
    await deliver(await makePhone(trainer, id), [came]);
    expect(await registerOf(id)).toEqual({ 1: '-', 2: 'present' });
    expect(await unite(trainer, id, enrolled, came.enrolmentId)).toEqual({ ok: false, problem: 'not-one' });
    expect(await unite(official, id, came.enrolmentId, enrolled)).toMatchObject({ ok: true });
    expect((await linesOf(id)).map((line) => [line.id, line.mark])).toEqual([[enrolled, 'present']]);
    const gone = await db.enrolment.findUnique({ where: { id: came.enrolmentId } });
    expect(gone).toMatchObject({ state: 'merged', seatNo: null, mergedIntoId: enrolled });
  });

  test('of another name, told of differently, or not hers to settle are left as they are', async () => {
    const { id, mine, first, second } = await makeTwice();
    const stranger = walkIn(id, 2, 'Hồ Thị Sáu');
    await deliver(mine, [stranger]);
    expect(await unite(trainer, id, stranger.enrolmentId, first)).toEqual({ ok: false, problem: 'not-one' });
    for (const viewer of [elsewhere, await makeTrainer(union.longHung, 'Lê Thị Bạn')])
      expect(await unite(viewer, id, second, first)).toEqual({ ok: false, problem: 'not-found' });
    await deliver(mine, [tap(id, 3, second, 'absent')]);
    expect(await unite(trainer, id, second, first)).toEqual({ ok: false, problem: 'settle-first' });
    expect(await linesOf(id)).toHaveLength(3);
  });

  test('after the report are made one by officials alone', async () => {
    const { id, first, second } = await makeTwice();
    await decided(id, 'held');
    expect(await unite(trainer, id, second, first)).toEqual({ ok: false, problem: 'closed' });
    expect(await unite(official, id, second, first)).toMatchObject({ ok: true });
  });

  test('made one by two at once are one once', async () => {
    const { id, first, second } = await makeTwice();
    const both = await Promise.all([trainer, official].map((viewer) => unite(viewer, id, second, first)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'not-one' });
  });
});
