import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { countReach, findChain } from '@/domain/pairs/chain-queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { makeDouble, mergeOf, type TwoRecords } from '@/test/stages/merging';
import { inDays } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { mergePersons, undoMerge } from './merge-commands';
import { previewMerge } from './merge-queries';

let union: TestUnion;
let official: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const coveredOn = async (unitId: string, days: number[]) => {
  const rows = await db.$queryRaw<{ covered: boolean }[]>`
    SELECT c.covered FROM unnest(${days.map(inDays)}::date[]) WITH ORDINALITY d (day, at)
      CROSS JOIN LATERAL app.coverage_units(d.day) c WHERE c.unit_id = ${unitId}::uuid ORDER BY d.at`;
  return rows.map(({ covered }) => covered);
};
/** Units whose kept coverage is not what the source rows say. */
const astray = () => db.$queryRaw`
  SELECT d.day::text, a.unit_id::text FROM (SELECT app.today() - n AS day FROM unnest(ARRAY[0, 5, 20, 300]) n) d
  CROSS JOIN LATERAL (SELECT * FROM app.coverage_units(d.day) EXCEPT SELECT * FROM app.coverage_units_from_source(d.day)) a`;

describe('two women who guided each other turn out to be one', () => {
  for (const way of ['survivor', 'absorbed'] as const)
    test(`where the ${way} guides: nobody is her own learner, past coverage stays, and the pair is not turned round`, async () => {
      const two = await makeDouble(union);
      const ends = [{ id: two.survivorId }, { id: two.absorbedId }] as const;
      const [instructor, learner] = way === 'survivor' ? ends : [ends[1], ends[0]];
      const family = await createModel(db, union.to1);
      const pair = await createPair(db, union.to1, instructor, learner, { from: inDays(-30), tiedTo: family });
      const onward = { id: await makeMember(union.to1) };
      await createPair(db, union.to1, { id: two.absorbedId }, onward, { from: inDays(-20) });
      const before = await coveredOn(union.to1.id, [-40, -25, -1]);
      expect(before).toEqual([false, true, true]);

      const done = await mergePersons(official, await mergeOf(two));
      if (!done.ok) throw new Error(done.problem);
      expect(await db.pair.findUnique({ where: { id: pair.id } })).toMatchObject({
        instructorId: instructor.id,
        learnerId: learner.id,
      });
      expect(await coveredOn(union.to1.id, [-40, -25, -1])).toEqual(before);
      expect(await astray()).toEqual([]);
      expect(await findChain(official, two.survivorId)).toMatchObject({ reach: 1, steps: [1] });
      expect(await countReach(official, union.to1.id)).toMatchObject({ women: 1 });

      expect(await undoMerge(official, { mergeId: done.value.id })).toMatchObject({ ok: true });
      expect(await coveredOn(union.to1.id, [-40, -25, -1, 0])).toEqual([...before, true]);
      expect(await astray()).toEqual([]);
    });
});

test('a pair between two records of one woman that was taken back before it began is not told, and stays as it was', async () => {
  const two = await makeDouble(union);
  const [guide, learner] = [{ id: two.survivorId }, { id: two.absorbedId }];
  const from = inDays(30);
  const { id } = await createPair(db, union.to1, guide, learner, { from, to: from });
  const told = async () => (await previewMerge(official, two.survivorId, two.absorbedId))?.told.between;
  expect(await told()).toBe(0);
  const announced = await createPair(db, union.to1, guide, learner, { from });
  expect(await told()).toBe(1);
  expect(await mergePersons(official, await mergeOf(two))).toMatchObject({ ok: true });
  const day = new Date(from);
  expect(await db.pair.findUnique({ where: { id } })).toMatchObject({ validTo: day, version: 1 });
  expect(await db.pair.findUnique({ where: announced })).toMatchObject({ validFrom: day, validTo: day });
});

describe('she guides a woman on one record and learns from her on the other', () => {
  async function crossing() {
    const two = await makeDouble(union);
    const third = { id: await makeMember(union.to1, 'Trần Thị Ba') };
    const family = await createModel(db, union.to1);
    const guided = await createPair(db, union.to1, { id: two.survivorId }, third, { from: inDays(-90) });
    const learned = await createPair(
      db,
      union.to1,
      third,
      { id: two.absorbedId },
      {
        from: inDays(-20),
        tiedTo: family,
      },
    );
    return { two, third, guided, learned };
  }
  const standsToday = (id: string) =>
    db.pair.count({ where: { id, validFrom: { lt: new Date() }, OR: [{ validTo: null }] } });

  async function answered(two: TwoRecords, third: { id: string }, way: 'guided' | 'learned') {
    const preview = await previewMerge(official, two.survivorId, two.absorbedId);
    return { ...(await mergeOf(two)), standing: { [third.id]: way }, crossings: preview?.crossings.mark };
  }

  test('the preview asks which pair stands and says which days are lost; without an answer nothing is done', async () => {
    const { two, third } = await crossing();
    const preview = await previewMerge(official, two.survivorId, two.absorbedId);
    const lost = { from: inDays(-20), to: null };
    expect(preview).toMatchObject({
      obstacles: [],
      crossings: { each: [{ thirdId: third.id, third: 'Trần Thị Ba', lost: { guided: lost, learned: lost } }] },
    });
    expect(await mergePersons(official, await mergeOf(two))).toEqual({ ok: false, problem: 'pairs-cross' });
  });

  test('the one she chose keeps its days and its unit covered, also when it began later', async () => {
    const { two, third, guided, learned } = await crossing();
    const wish = await answered(two, third, 'learned');
    expect(await mergePersons(official, wish)).toMatchObject({ ok: true });
    expect([await standsToday(guided.id), await standsToday(learned.id)]).toEqual([0, 1]);
    expect(await coveredOn(union.to1.id, [-25, -10, 0])).toEqual([false, true, true]);
  });

  test('the other way round the unit loses its cover, as she was told', async () => {
    const { two, third, guided, learned } = await crossing();
    const wish = await answered(two, third, 'guided');
    expect(await mergePersons(official, wish)).toMatchObject({ ok: true });
    expect([await standsToday(guided.id), await standsToday(learned.id)]).toEqual([1, 0]);
    expect(await coveredOn(union.to1.id, [-10, 0])).toEqual([false, false]);
  });

  test('what was answered about other days than hold now is refused, and so is an answer to a question not asked', async () => {
    const { two, third, learned } = await crossing();
    const wish = await answered(two, third, 'learned');
    expect(await mergePersons(official, { ...wish, crossings: undefined })).toMatchObject({ problem: 'pairs-cross' });
    await db.pair.update({ where: { id: learned.id }, data: { validTo: new Date(inDays(5)) }, select: { id: true } });
    expect(await mergePersons(official, wish)).toEqual({ ok: false, problem: 'changed-meanwhile' });
    expect(await mergePersons(official, await answered(two, third, 'learned'))).toMatchObject({ ok: true });
  });

  test('the trail says which way stands and from when to when the other pair lost its days', async () => {
    const { two, third } = await crossing();
    expect(await mergePersons(official, await answered(two, third, 'learned'))).toMatchObject({ ok: true });
    const entry = await db.auditEntry.findFirst({ where: { action: 'mergePersons', subjectId: two.survivorId } });
    expect(entry?.change).toMatchObject({ pairStands: ['learned'], lostFrom: [inDays(-20)], lostTo: ['open'] });
  });
});
