import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { makeCommune, makeViewer } from '@/test/union';
import { mapElders } from './elder-queries';
import { readFacts } from './fact-queries';

const day = today();
const year = Number(day.slice(0, 4));
let stage: OutcomeStage;
let many: MadeUnit;
let few: MadeUnit;
let part: MadeUnit;
let province: Viewer;

const members = async (unit: MadeUnit, count: number, birthYear: number, over: { to?: Day } = {}) => {
  for (let at = 0; at < count; at += 1) await createMember(db, unit, { birthYear, ...over });
};
const told = async (viewer: Viewer) => Object.fromEntries(await mapElders(viewer, day));

beforeAll(async () => {
  stage = await makeOutcomeStage();
  many = await makeCommune(stage.union.province, 'Nhiều Bà');
  few = await makeCommune(stage.union.province, 'Ít Bà');
  part = await createSubAssociation(db, many, { name: 'Ấp 1' });
  await members(part, 13, year - 60);
  await members(part, 12, year - 59);
  await members(part, 9, 1940, { to: addDays(day, -1) });
  await members(await createSubAssociation(db, few, { name: 'Ấp 2' }), 9, 1940);
  province = await makeViewer('province_official', stage.union.province);
});

test('women of sixty by year of birth are told in tens, fewer than ten of a commune not at all', async () => {
  expect(await told(province)).toEqual({ [many.id]: 10 });
  // one who belongs to two units of a commune is one
  const twice = await createMember(db, part, { birthYear: 1940 });
  const other = await createSubAssociation(db, many, { name: 'Ấp 3' });
  await db.membership.create({
    data: { personId: twice.id, unitId: other.id, kind: 'member', validFrom: new Date('2025-07-01') },
    select: { id: true },
  });
  await members(other, 5, 1950);
  expect(await told(province)).toEqual({ [many.id]: 10 });
  await members(other, 1, 1950);
  expect(await told(province)).toEqual({ [many.id]: 20 });
});

test('whoever was at a class that was held is not among them; who was absent is', async () => {
  const { women } = await makeAttended(stage, { unit: part, marks: ['present', 'absent'], held: true });
  await db.person.updateMany({ where: { id: { in: women.map((one) => one.personId) } }, data: { birthYear: 1940 } });
  // twenty and the absent one: nine more come to thirty only with her
  await members(part, 8, 1940);
  expect(await told(province)).toEqual({ [many.id]: 20 });
  await members(part, 1, 1940);
  expect(await told(province)).toEqual({ [many.id]: 30 });
});

test('an official reads of her commune alone, and who sees no members nothing', async () => {
  const official = await makeViewer('commune_official', many);
  const neighbour = await makeViewer('commune_official', few);
  const editor = await makeViewer('editor', stage.union.province);
  expect(await told(official)).toEqual({ [many.id]: 30 });
  expect(await told(neighbour)).toEqual({});
  expect(await told(editor)).toEqual({});
  const seen = async (viewer: Viewer) => (await readFacts(viewer, day)).places.map(({ elders }) => elders);
  expect(await seen(official)).toEqual([30]);
  const trainer = { ...official, grants: official.grants.map((grant) => ({ ...grant, role: 'trainer' as const })) };
  expect(await seen(trainer)).toEqual([0]);
});
