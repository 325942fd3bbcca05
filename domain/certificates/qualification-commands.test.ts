import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, addMonths, toDate, today } from '@/domain/days/day';
import { recordOutcomes } from '@/domain/outcomes/commands';
import { keyOf } from '@/domain/outcomes/outcome';
import { listSuggestions } from '@/domain/pairs/suggestion-queries';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createSkill } from '@/test/factories/trainings';
import { newId, write } from '@/test/factories/write';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { makeMember, makeViewer, nothing } from '@/test/union';
import { findPassport } from './passport-queries';
import { MONTHS, standingQualification } from './qualification';
import { endInstructor, recogniseInstructor, renewInstructor } from './qualification-commands';
import { listEndingQualifications, listNeededSkills, listQualifications } from './qualification-queries';

let stage: OutcomeStage;
let needed: string[];
beforeAll(async () => {
  stage = await makeOutcomeStage();
  needed = [(await createSkill(db)).id, (await createSkill(db)).id];
});
const setRule = () => db.skill.updateMany({ where: { id: { in: needed } }, data: { neededToInstruct: true } });

const recognise = (viewer: Viewer, personId: string, from = today()) => recogniseInstructor(viewer, { personId, from });
const mark = (personId: string, skillId: string, level = 'alone') =>
  write(db, [
    ['person_skill', { person_id: personId, skill_id: skillId, mark: level, marked_on: '2026-01-01', version: 1 }],
  ]);
async function makeAble(unit = stage.union.khuPho5): Promise<string> {
  const personId = await makeMember(unit);
  for (const skillId of needed) await mark(personId, skillId);
  return personId;
}
const standing = async (personId: string) => {
  const [first] = await listQualifications(stage.official, personId);
  return first ?? expect.unreachable();
};
/** As if it had been granted so that it ends in so many days. */
const endsIn = (personId: string, days: number) =>
  db.qualification.updateMany({
    where: { personId },
    data: { validFrom: toDate(addDays(today(), days - 730)), validTo: toDate(addDays(today(), days)) },
  });

describe('recognition as an instructor', () => {
  test('is not given while no skill is set that it asks for', async () => {
    expect(await recognise(stage.official, await makeAble())).toEqual({ ok: false, problem: 'no-rule' });
    await setRule();
  });

  test('asks for every needed skill alone, wherever that was seen', async () => {
    const personId = await makeMember(stage.union.khuPho5);
    await mark(personId, needed[0] ?? '');
    expect(await recognise(stage.official, personId)).toEqual({ ok: false, problem: 'skills-missing' });
    const guide = { id: await makeMember(stage.union.khuPho5) };
    const pair = await createPair(db, stage.union.khuPho5, guide, { id: personId }, { from: '2026-01-01' });
    const goal = {
      id: newId(),
      pair_id: pair.id,
      skill_id: needed[1],
      mark: 'alone',
      marked_on: '2026-02-01',
      version: 1,
    };
    await write(db, [['pair_goal', goal]]);
    expect(await recognise(stage.official, personId)).toMatchObject({ ok: true });
    expect(await standing(personId)).toMatchObject({ from: today(), to: addMonths(today(), MONTHS), endedOn: null });
  });

  test('of ten at once one is given', async () => {
    const personId = await makeAble();
    const answers = await Promise.all(Array.from({ length: 10 }, () => recognise(stage.official, personId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.problem === 'recognised-already')).toHaveLength(9);
  });

  test('is renewed from its end on, in its last sixty days, once', async () => {
    const personId = await makeAble();
    await recognise(stage.official, personId);
    const renew = async () => {
      const { id, version } = await standing(personId);
      return renewInstructor(stage.official, { qualificationId: id, version });
    };
    expect(await renew()).toEqual({ ok: false, problem: 'not-yet-renewable' });
    await endsIn(personId, 60);
    const ending = (await listEndingQualifications(stage.official)).find((each) => each.personId === personId);
    expect(ending?.host).toMatchObject({ unitId: stage.union.khuPho5.id, communeName: expect.any(String) });
    const { id, version } = await standing(personId);
    const answers = await Promise.all(
      [1, 2, 3].map(() => renewInstructor(stage.official, { qualificationId: id, version })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await standing(personId)).toMatchObject({ from: addDays(today(), 60) });
    expect((await listEndingQualifications(stage.official)).map((each) => each.personId)).not.toContain(personId);
  });

  test('one that has run out is renewed from today on; sixty-one days before its end is too early', async () => {
    const personId = await makeAble();
    await recognise(stage.official, personId);
    await endsIn(personId, 61);
    const { id, version } = await standing(personId);
    expect(await renewInstructor(stage.official, { qualificationId: id, version })).toMatchObject({
      problem: 'not-yet-renewable',
    });
    await endsIn(personId, -5);
    const lapsed = await standing(personId);
    expect(
      await renewInstructor(stage.official, { qualificationId: lapsed.id, version: lapsed.version }),
    ).toMatchObject({ ok: true });
    expect((await standing(personId)).from).toBe(today());
  });

  test('is ended with a reason, today; then it may be given anew, not renewed', async () => {
    const personId = await makeAble();
    await recognise(stage.official, personId, addDays(today(), -30));
    const { id, version } = await standing(personId);
    const end = { qualificationId: id, version, reason: 'Chuyển nơi ở' };
    expect(await endInstructor(stage.official, { ...end, version: version + 1 })).toMatchObject({
      problem: 'changed-meanwhile',
    });
    expect(await endInstructor(stage.official, end)).toMatchObject({ ok: true });
    const ended = await standing(personId);
    expect(ended).toMatchObject({ to: today(), endReason: 'Chuyển nơi ở', endedOn: today() });
    const again = { qualificationId: id, version: ended.version };
    expect(await renewInstructor(stage.official, again)).toMatchObject({ problem: 'not-yet-renewable' });
    expect(await endInstructor(stage.official, { ...again, reason: 'lần nữa' })).toMatchObject({
      problem: 'already-over',
    });
    expect(await recognise(stage.official, personId)).toMatchObject({ ok: true });
  });

  test('ended while it is renewed already, it does not begin again by itself', async () => {
    const personId = await makeAble();
    await recognise(stage.official, personId);
    await endsIn(personId, 30);
    const { id, version } = await standing(personId);
    await renewInstructor(stage.official, { qualificationId: id, version });
    const end = { qualificationId: id, version, reason: 'Thôi hướng dẫn' };
    expect(await endInstructor(stage.official, end)).toMatchObject({ ok: true });
    const all = await listQualifications(stage.official, personId);
    expect(standingQualification(all, today())).toBeUndefined();
    expect(all.map(({ from, to, endReason }) => [from, to, endReason])).toEqual([
      [addDays(today(), 30), addDays(today(), 30), 'Thôi hướng dẫn'],
      [addDays(today(), 30 - 730), today(), 'Thôi hướng dẫn'],
    ]);
  });

  test('speaks for her where instructors are suggested, as long as it runs', async () => {
    const unit = stage.union.ongHuong;
    const [personId, learnerId] = [await makeAble(unit), await makeMember(unit)];
    const said = async () => {
      const ask = { unitId: unit.id, learnerId, wish: { skillIds: needed } };
      const found = (await listSuggestions(stage.elsewhere, ask)).find(({ id }) => id === personId);
      return found?.reasons.some(({ name }) => name === 'recognised');
    };
    expect(await said()).toBe(false);
    await recognise(stage.elsewhere, personId);
    expect(await said()).toBe(true);
    const [{ id, version } = expect.unreachable()] = await listQualifications(stage.elsewhere, personId);
    await endInstructor(stage.elsewhere, { qualificationId: id, version, reason: 'Chuyển nơi ở' });
    expect(await said()).toBe(false);
  });

  test('what she can do is shown to nobody who does not see her', async () => {
    const personId = await makeAble();
    expect((await listNeededSkills(stage.head, personId)).map(({ alone }) => alone)).toEqual([true, true]);
    expect(await listNeededSkills(stage.elsewhere, personId)).toEqual([]);
  });

  test('is given by officials of her reach alone, within two months of today', async () => {
    const personId = await makeAble();
    const strangers = [stage.elsewhere, stage.head, await makeViewer('viewer', stage.union.longHung), stage.trainer];
    for (const viewer of strangers)
      expect(await recognise(viewer, personId)).toEqual({ ok: false, problem: 'not-found' });
    expect(await recognise(stage.official, nothing)).toEqual({ ok: false, problem: 'not-found' });
    for (const days of [-61, 61])
      expect(await recognise(stage.official, personId, addDays(today(), days))).toMatchObject({ problem: 'too-far' });
    expect(await listQualifications(stage.elsewhere, personId)).toEqual([]);
    expect(await listEndingQualifications(stage.head)).toEqual([]);
  });
});

describe('a skill passport', () => {
  test('holds the best of each skill with where it was seen, and is shown to whoever sees the person', async () => {
    const personId = await makeAble();
    await recognise(stage.official, personId);
    const passport = await findPassport(stage.head, personId);
    expect(passport?.skills).toMatchObject(needed.map(() => ({ level: 'alone', source: 'seen', on: '2026-01-01' })));
    expect(passport?.qualifications).toHaveLength(1);
    for (const viewer of [stage.elsewhere, stage.trainer]) expect(await findPassport(viewer, personId)).toBeNull();
  });

  test('says of a skill seen in a session on which day and where, whenever it was written down', async () => {
    const session = await makeAttended(stage, { marks: ['present'], held: true, days: -20 });
    const { personId = '', enrolmentId = '' } = session.women[0] ?? {};
    const skillId = stage.skills[0].id;
    await recordOutcomes(stage.official, {
      sessionId: session.id,
      drawn: '',
      level: { [keyOf(enrolmentId, skillId)]: 'with_help' },
    });
    const passport = await findPassport(stage.official, personId);
    const [{ on, place } = expect.unreachable()] = passport?.sessions ?? [];
    expect(passport?.skills).toMatchObject([{ skillId, level: 'with_help', source: 'session', on, place }]);
    expect(on < today()).toBe(true);
  });
});
