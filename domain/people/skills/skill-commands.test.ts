import { expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeMember, makeUnion, makeViewer, nothing } from '@/test/union';
import { markSkill } from './skill-commands';
import { listKnownSkills, listSeenSkills } from './skill-queries';

test('a skill seen in her is written down, corrected and taken back by who keeps the record, and by nobody else', async () => {
  const union = await makeUnion();
  const head = await makeViewer('sub_association_head', union.khuPho5);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const reader = await makeViewer('viewer', union.longHung);
  const personId = await makeMember(union.to1);
  const words = { nameVi: 'Gọi video', nameEn: 'Video call', domain: 'daily' };
  const code = `video-${Date.now()}`;
  const skill = await db.skill.create({ data: { code, position: 1, ...words }, select: { id: true } });
  const input = { personId, skillId: skill.id, level: 'with_help' as const, on: today(), version: 0 };
  expect(await markSkill(neighbour, input)).toEqual({ ok: false, problem: 'not-found' });
  expect(await markSkill(reader, input)).toEqual({ ok: false, problem: 'not-allowed' });
  expect(await markSkill(head, { ...input, skillId: nothing })).toEqual({ ok: false, problem: 'not-found' });
  expect(await markSkill(head, { ...input, on: addDays(today(), 1) })).toMatchObject({ problem: 'day-in-future' });
  expect((await markSkill(head, input)).ok).toBe(true);
  expect(await listSeenSkills(head, personId)).toMatchObject([
    { nameVi: 'Gọi video', level: 'with_help', on: today(), recordedBy: head.displayName, version: 1 },
  ]);
  expect(await listSeenSkills(reader, personId)).toEqual([]);
  expect(await listSeenSkills(neighbour, personId)).toEqual([]);
  expect((await markSkill(head, { ...input, level: 'alone', version: 1 })).ok).toBe(true);
  expect(await listKnownSkills(reader, personId)).toMatchObject([
    { nameVi: 'Gọi video', level: 'alone', source: 'seen' },
  ]);
  expect(await listKnownSkills(neighbour, personId)).toEqual([]);
  expect((await markSkill(head, { ...input, level: 'none', version: 2 })).ok).toBe(true);
  expect(await listKnownSkills(head, personId)).toEqual([]);
});

test('of two who write down the same skill the second is shown the first one’s level, and overwrites it only knowingly', async () => {
  const union = await makeUnion();
  const head = await makeViewer('sub_association_head', union.khuPho5);
  const official = await makeViewer('commune_official', union.longHung);
  const personId = await makeMember(union.to1);
  const words = { nameVi: 'Quét mã', nameEn: 'Scan a code', domain: 'daily' };
  const skill = await db.skill.create({
    data: { code: `scan-${Date.now()}`, position: 2, ...words },
    select: { id: true },
  });
  const input = { personId, skillId: skill.id, on: today(), version: 0 };

  const first = await Promise.all([
    markSkill(head, { ...input, level: 'saw_it' }),
    markSkill(official, { ...input, level: 'alone' }),
  ]);
  const [stands = expect.unreachable()] = await listSeenSkills(official, personId);
  expect(first.filter(({ ok }) => ok)).toHaveLength(1);
  expect(first.find(({ ok }) => !ok)).toMatchObject({
    problem: 'changed-meanwhile',
    detail: { level: stands.level, on: today(), version: '1' },
  });

  const both = await Promise.all(
    [head, official].map((viewer) =>
      markSkill(viewer, { ...input, level: 'with_help', on: addDays(today(), -1), version: 1 }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await markSkill(official, { ...input, level: 'none', version: 2 })).ok).toBe(true);
  expect(await markSkill(head, { ...input, level: 'alone', version: 2 })).toMatchObject({
    problem: 'changed-meanwhile',
    detail: { level: 'none', version: '0' },
  });
  expect((await markSkill(head, { ...input, level: 'alone', version: 0 })).ok).toBe(true);
  expect(await listKnownSkills(head, personId)).toMatchObject([{ level: 'alone' }]);
});
