import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import {
  createCommune,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';
import { decided, inDays, makeApproved, makeCourse } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { gainOf, replayOf } from './replay';
import { findReplay, listRounds } from './replay-queries';

let official: Viewer;
let editor: Viewer;
let taught: MadeUnit;
let untaught: MadeUnit;

async function cover(unit: MadeUnit, from: string) {
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const family = await createModel(db, unit, { from });
  await createPair(db, unit, instructor, learner, { from, tiedTo: family });
}

async function hold(unit: MadeUnit, days: number, courseId: string) {
  const { id } = await makeApproved({ unit, courseId }, days);
  await decided(id, 'held');
}

beforeAll(async () => {
  const province = await createProvince(db);
  official = await makeViewer('province_official', province);
  editor = await makeViewer('editor', province);
  taught = await createCommune(db, province, { name: 'Có Lớp' });
  untaught = await createCommune(db, province, { name: 'Không Lớp' });
  const silent = await createCommune(db, province, { name: 'Im Lặng' });
  for (const commune of [taught, untaught]) await keepRecords(db, commune);

  const courseId = await makeCourse();
  const own = await createSubAssociation(db, taught, { name: 'đạt trước' });
  await cover(own, '2026-01-10');
  await cover(await createSubAssociation(db, taught, { name: 'đạt sau' }), inDays(-10));
  await createModel(db, await createSubAssociation(db, taught, { name: 'thiếu cặp' }));
  await createSubAssociation(db, taught, { name: 'thiếu cả hai' });
  await createSubAssociation(db, taught, { name: 'đã đóng', to: inDays(-30) });
  await createSubAssociation(db, taught, { name: 'mới lập', from: inDays(-20) });
  await createSubAssociation(db, untaught, { name: 'thiếu cả hai' });
  await cover(await createSubAssociation(db, untaught, { name: 'đạt sau' }), inDays(-5));
  const quiet = await createSubAssociation(db, silent);

  await hold(own, -60, courseId);
  await hold(quiet, -60, courseId);
  // of another fortnight, and one that was not held
  await hold(untaught, -40, courseId);
  await makeApproved({ unit: untaught, courseId }, -58);
});

const rounds = async (step: number) => (await listRounds(official, today())).filter((round) => round.step === step);

test('what came within eight weeks is counted unit by unit, of communes that had a class in the two weeks before and of those that had none', async () => {
  const of = (commune: MadeUnit, lack: string, units: number, met: number) => ({
    step: 1,
    communeId: commune.id,
    taught: commune === taught,
    level: 'sub_association',
    lack,
    units,
    met,
  });
  const found = await rounds(1);
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([of(taught, 'both', 2, 1), of(taught, 'pair', 1, 0), of(untaught, 'both', 2, 1)]),
  );
});

test('a step further back nobody had a class yet, and what is closed since still counted', async () => {
  const found = await rounds(2);
  expect(found.every((round) => !round.taught)).toBe(true);
  const here = found.filter(({ communeId, lack }) => communeId === taught.id && lack === 'both');
  expect(here).toMatchObject([{ units: 3, met: 0 }]);
});

test('the gain that is told is that of the replay, and nothing from so few', async () => {
  const replay = await findReplay(official);
  expect(replay.taught).toEqual({ units: 3, met: 1 });
  expect(gainOf([{ level: 'sub_association', lack: 'both' }], replay)).toBeNull();
  const many = (await rounds(1)).map((round) => ({ ...round, units: 20 * round.units, met: 20 * round.met }));
  expect(
    gainOf(
      Array.from({ length: 8 }, () => ({ level: 'sub_association', lack: 'both' }) as const),
      replayOf(many),
    ),
  ).toMatchObject({
    units: 8,
    about: 4,
  });
});

test('nobody is told who does not see trainings', async () => {
  expect(await listRounds(editor, today())).toEqual([]);
});
