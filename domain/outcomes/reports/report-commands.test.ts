import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeAttended, makeOutcomeStage, type OutcomeStage, tap } from '@/test/stages/outcomes';
import { decided } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { reportInput } from './report';
import { writeReport } from './report-commands';
import { listReports } from './report-queries';

let stage: OutcomeStage;
beforeAll(async () => {
  stage = await makeOutcomeStage();
});

const WORDS = { wentWell: 'Chị em tự đăng nhập được.\nAi cũng vui.', toImprove: '', materials: 'Tờ rơi VNeID' };
const report = (viewer: Viewer, sessionId: string, number = 0, over: object = {}) =>
  writeReport(viewer, reportInput.parse({ sessionId, number: String(number), ...WORDS, ...over }));
const stateOf = async (id: string) =>
  (await db.session.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

describe('the trainer’s report', () => {
  test('counts the present by the register and closes the session as held, with who decided', async () => {
    const session = await makeAttended(stage);
    expect(await report(stage.trainer, session.id)).toMatchObject({ ok: true, value: { closed: true } });
    expect(await stateOf(session.id)).toBe('held');
    expect(await listReports(stage.official, session.id)).toMatchObject([
      { number: 1, peoplePresent: 2, wentWell: WORDS.wentWell, toImprove: null, writtenBy: 'Trần Thị Mai' },
    ]);
    const decision = await db.sessionDecision.findFirst({ where: { sessionId: session.id, kind: 'held' } });
    expect(decision?.decidedById).toBe(stage.trainer.accountId);
  });

  test('a second first report is refused; a correction counts anew and leaves the earlier one on record', async () => {
    const session = await makeAttended(stage);
    await report(stage.trainer, session.id);
    expect(await report(stage.official, session.id)).toEqual({ ok: false, problem: 'already-reported' });
    await tap(stage.device, session, { id: session.women[1]?.enrolmentId ?? '' }, 'absent');
    expect(await report(stage.official, session.id, 1, { wentWell: 'Sửa lại' })).toMatchObject({
      ok: true,
      value: { closed: false },
    });
    expect(
      (await listReports(stage.official, session.id)).map(({ number, peoplePresent }) => [number, peoplePresent]),
    ).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(await report(stage.trainer, session.id, 1)).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { wentWell: 'Sửa lại', version: '2' },
    });
  });

  test('of twenty sent at once one stands', async () => {
    const session = await makeAttended(stage);
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(stage.trainer, session.id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.problem === 'already-reported')).toHaveLength(19);
    expect(await db.sessionDecision.count({ where: { sessionId: session.id, kind: 'held' } })).toBe(1);
  });

  test('without anybody on the register there is nothing to report; a session held without a report gets its first one', async () => {
    const empty = await makeAttended(stage, { marks: ['absent'] });
    expect(await report(stage.trainer, empty.id)).toEqual({ ok: false, problem: 'nobody-there' });
    expect(await stateOf(empty.id)).toBe('approved');
    const held = await makeAttended(stage, { held: true });
    expect(await report(stage.trainer, held.id)).toMatchObject({ ok: true, value: { closed: false } });
  });

  test('not before the session begins, not when it was called off: refused by the database too', async () => {
    const [ahead, off] = [await makeAttended(stage, { days: 40, marks: [] }), await makeAttended(stage)];
    await decided(off.id, 'cancelled');
    for (const { id: sessionId } of [ahead, off]) {
      expect(await report(stage.trainer, sessionId)).toEqual({ ok: false, problem: 'not-found' });
      const data = { sessionId, number: 1, peoplePresent: 1, wentWell: 'x', writtenById: stage.official.accountId };
      await expect(db.sessionReport.create({ data })).rejects.toThrow();
    }
  });

  test('by its trainers and officials in reach; heads and readers read it, the neighbour finds nothing', async () => {
    const session = await makeAttended(stage);
    expect(await report(stage.elsewhere, session.id)).toEqual({ ok: false, problem: 'not-found' });
    for (const viewer of [stage.head, await makeViewer('viewer', stage.union.longHung)])
      expect(await report(viewer, session.id)).toEqual({ ok: false, problem: 'not-allowed' });
    await report(stage.province, session.id);
    expect(await listReports(stage.head, session.id)).toHaveLength(1);
    expect(await listReports(stage.elsewhere, session.id)).toEqual([]);
  });

  test('what was reported is not rewritten: only its words may go', async () => {
    const session = await makeAttended(stage);
    await report(stage.trainer, session.id);
    await expect(db.sessionReport.updateMany({ data: { peoplePresent: 99 } })).rejects.toThrow();
    await expect(db.sessionReport.deleteMany({ where: { sessionId: session.id } })).rejects.toThrow();
  });
});
