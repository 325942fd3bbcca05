import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { type Attended, makeAttended, makeOutcomeStage, type OutcomeStage, tap } from '@/test/stages/outcomes';
import { decided, makeTrainer } from '@/test/stages/trainings';
import { makeViewer, nothing } from '@/test/union';
import { recordOutcomes } from './commands';
import { keyOf, recordOutcomesInput } from './outcome';
import { findOutcomes } from './queries';

let stage: OutcomeStage;
beforeAll(async () => {
  stage = await makeOutcomeStage();
});

const skill = (at: 0 | 1) => stage.skills[at].id;
const cell = (session: Attended, woman: number, at: 0 | 1) => keyOf(session.women[woman]?.enrolmentId ?? '', skill(at));
type More = { fill?: string; drawn?: string };
const send = async (viewer: Viewer, session: Attended, level: Record<string, LearnedLevel | ''>, more: More = {}) =>
  recordOutcomes(
    viewer,
    recordOutcomesInput.parse({ sessionId: session.id, level, drawn: (await outcomes(session))?.drawn ?? '', ...more }),
  );
const outcomes = (session: Attended, viewer: Viewer = stage.official) => findOutcomes(viewer, session.id);
const levelsOf = async (session: Attended) => (await outcomes(session))?.people.map(({ levels }) => levels);

describe('recording what women can do', () => {
  test('those present and late are in the table, the absent are not; all alone in a column, then the exception', async () => {
    const session = await makeAttended(stage);
    expect((await outcomes(session))?.people.map(({ late }) => late)).toEqual([false, true]);
    expect(await send(stage.trainer, session, {}, { fill: `${skill(0)}.alone` })).toMatchObject({ ok: true });
    expect(await send(stage.trainer, session, { [cell(session, 1, 0)]: 'with_help' })).toMatchObject({ ok: true });
    expect(await levelsOf(session)).toEqual([{ [skill(0)]: 'alone' }, { [skill(0)]: 'with_help' }]);
    await send(stage.official, session, { [cell(session, 1, 0)]: '', [cell(session, 0, 1)]: 'saw_it' });
    expect(await levelsOf(session)).toEqual([{ [skill(0)]: 'alone', [skill(1)]: 'saw_it' }, {}]);
  });

  test('filling a column leaves what was recorded before', async () => {
    const session = await makeAttended(stage);
    await send(stage.trainer, session, { [cell(session, 0, 0)]: 'saw_it' });
    const drawn = cell(session, 0, 0);
    await send(stage.trainer, session, { [drawn]: 'saw_it' }, { fill: `${skill(0)}.alone` });
    expect(await levelsOf(session)).toEqual([{ [skill(0)]: 'saw_it' }, { [skill(0)]: 'alone' }]);
  });

  test('a woman who was absent, of another session or a skill of another course is refused, also by the database', async () => {
    const [session, other] = [await makeAttended(stage), await makeAttended(stage)];
    for (const key of [cell(session, 2, 0), cell(other, 0, 0), keyOf(nothing, skill(0))])
      expect(await send(stage.trainer, session, { [key]: 'alone' })).toEqual({ ok: false, problem: 'not-there' });
    const foreign = await createSkill(db);
    const key = keyOf(session.women[0]?.enrolmentId ?? '', foreign.id);
    expect(await send(stage.trainer, session, { [key]: 'alone' })).toEqual({ ok: false, problem: 'not-there' });
    const enrolmentId = session.women[2]?.enrolmentId ?? '';
    const row = { enrolmentId, skillId: skill(0), level: 'alone' as const };
    await expect(db.learnedSkill.create({ data: row })).rejects.toThrow();
  });

  test('who was taken off the register meanwhile keeps no new level', async () => {
    const session = await makeAttended(stage);
    const { drawn = '' } = (await outcomes(session)) ?? {};
    await tap(stage.device, session, { id: session.women[0]?.enrolmentId ?? '' }, 'absent');
    expect(await send(stage.trainer, session, { [cell(session, 0, 0)]: 'alone' }, { drawn })).toEqual({
      ok: false,
      problem: 'not-there',
    });
  });

  test('two trainers fill one table at once; where both changed one cell the second is shown what stands', async () => {
    const session = await makeAttended(stage);
    const { drawn = '' } = (await outcomes(session)) ?? {};
    const [a, b] = [cell(session, 0, 0), cell(session, 1, 0)];
    const both = await Promise.all([
      send(stage.trainer, session, { [a]: 'alone', [b]: '' }, { drawn }),
      send(stage.official, session, { [a]: '', [b]: 'with_help' }, { drawn }),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await levelsOf(session)).toEqual([{ [skill(0)]: 'alone' }, { [skill(0)]: 'with_help' }]);
    const late = await send(stage.official, session, { [a]: 'saw_it' }, { drawn });
    expect(late).toMatchObject({ problem: 'changed-meanwhile', detail: { [`level[${a}]`]: 'alone' } });
    if (late.ok) return expect.unreachable();
    const again = await send(stage.official, session, { [a]: 'saw_it' }, { drawn: late.detail?.drawn ?? '' });
    expect(again).toMatchObject({ ok: true });
  });

  test('leaves one line in the trail without anybody’s name, and none when nothing changed', async () => {
    const session = await makeAttended(stage);
    const trail = () => db.auditEntry.findMany({ where: { subjectId: session.id }, select: { change: true }, take: 9 });
    await send(stage.trainer, session, { [cell(session, 0, 0)]: 'alone' });
    await send(stage.trainer, session, { [cell(session, 0, 0)]: 'alone' });
    expect(await trail()).toEqual([{ change: { recorded: 1, cleared: 0 } }]);
  });
});

describe('who sees and records it', () => {
  test('a trainer in the sessions she teaches, not in others of her commune; the neighbour finds nothing', async () => {
    const session = await makeAttended(stage);
    const other = await makeTrainer(stage.union.longHung, 'Lê Thị Khác');
    for (const stranger of [other, stage.elsewhere, await makeTrainer(stage.union.trangDai, 'Vũ Thị Xa')]) {
      expect(await outcomes(session, stranger)).toBeNull();
      expect(await send(stranger, session, { [cell(session, 0, 0)]: 'alone' })).toEqual({
        ok: false,
        problem: 'not-found',
      });
    }
    expect(await findOutcomes(stage.official, nothing)).toBeNull();
  });

  test('a trainer whose role is for another commune has none here, though she taught', async () => {
    const gone = {
      ...stage.trainer,
      grants: [{ role: 'trainer' as const, unitId: 'x', path: stage.union.trangDai.path }],
    };
    expect(await outcomes(await makeAttended(stage), gone)).toBeNull();
  });

  test('a head her own members only, and reads; a reader reads all of them', async () => {
    const session = await makeAttended(stage);
    const { enrolmentId, personId } = session.women[1] ?? expect.unreachable();
    await db.membership.updateMany({ where: { personId }, data: { unitId: stage.union.khuPho6.id } });
    await db.person.update({ where: { id: personId }, data: { keeperUnitId: stage.union.khuPho6.id } });
    expect((await outcomes(session, stage.head))?.people.map((each) => each.enrolmentId)).not.toContain(enrolmentId);
    expect((await outcomes(session, stage.head))?.people).toHaveLength(1);
    const reader = await makeViewer('viewer', stage.union.longHung);
    expect((await outcomes(session, reader))?.people).toHaveLength(2);
    for (const viewer of [stage.head, reader])
      expect(await send(viewer, session, { [cell(session, 0, 0)]: 'alone' })).toMatchObject({ problem: 'not-allowed' });
  });

  test('nothing comes of a session that has not begun or was called off', async () => {
    const ahead = await makeAttended(stage, { days: 30, marks: [] });
    const off = await makeAttended(stage);
    await decided(off.id, 'cancelled');
    for (const session of [ahead, off]) expect(await outcomes(session)).toBeNull();
    expect(await send(stage.official, off, { [cell(off, 0, 0)]: 'alone' })).toMatchObject({ problem: 'not-found' });
  });

  test('an erased woman is in no list', async () => {
    const session = await makeAttended(stage);
    await db.enrolment.update({
      where: { id: session.women[0]?.enrolmentId ?? '' },
      data: { erasedOn: new Date() },
      select: { id: true },
    });
    expect((await outcomes(session))?.people).toHaveLength(1);
  });
});
